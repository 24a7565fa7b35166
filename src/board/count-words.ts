const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "three things", "one thing", "12 things" */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${SMALL[count] ?? String(count)} ${count === 1 ? one : many}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
