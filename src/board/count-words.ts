const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A count in a sentence: in words to ten, in figures beyond. */
export const formatCount = (count: number): string => SMALL[count] ?? count.toLocaleString('en-GB')

/** "three things", "one thing", "12 things" */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
