const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** In words up to ten, then in figures. */
export const formatCount = (count: number): string => SMALL[count] ?? count.toLocaleString('en-GB')

/** "three things", "one thing", "12 things" */
export const countOf = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
