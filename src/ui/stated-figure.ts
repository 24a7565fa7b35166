/** Attributes of an element that shows a figure, so that what reads pages knows which: of what measure, month and part. */
export const statedFigure = (measure: string, month: string, part?: { by: string; value: string }) => ({
  'data-measure': measure,
  'data-month': month,
  ...(part && { 'data-part': `${part.by}: ${part.value}` }),
})
