import type { RunLengths } from './run-rules.ts'
import type { Spc } from './spc.ts'

/** What counts as a change, with the length of a run that is in force. */
export const formatMarks = ({ shift, trend }: RunLengths): string =>
  `Marks: a point outside the limits, ${shift} on one side of the average, ${trend} running up or down, or 2 of 3 in the outer third.`

/** How a p-chart's limits were found, and how far chance alone explains the months. */
function formatPChart({ dispersion }: Spc): string {
  const spread =
    dispersion !== null && dispersion >= 1.05
      ? `Months differ ${dispersion.toFixed(1)} times as much as chance alone would make them, so the limits are that much wider.`
      : 'Months differ no more than chance alone would make them.'
  return `Usual range (a p-chart, because months rest on few cases or on very unequal numbers): the average of all cases ± 3 standard errors by each month’s number of cases. ${spread}`
}

/** The rule that a chart was drawn by, as every chart must say it: the chart and why it is that one, the marks, trial limits. */
export function describeChartRule(spc: Spc): string {
  if (!spc.applies) return `${spc.why}.`
  if (spc.centre === null) return spc.why ? `${spc.why}.` : ''
  const last = spc.breaks.at(-1)
  const sentences = [
    spc.chart === 'p'
      ? formatPChart(spc)
      : `Usual range (an XmR chart): mean ± 2.66 × mean moving range of ${spc.points} points.`,
    last ? `Limits start anew where a cause is named, last for “${last.cause}”.` : null,
    formatMarks(spc.runLengths),
    spc.trial ? 'Fewer than 12 months, so limits are trial and may still move.' : null,
  ]
  return sentences.filter((sentence) => sentence !== null).join(' ')
}
