const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const

/** "no", "one" to "ten", then figures. */
export const formatCount = (count: number): string => WORDS[count] ?? String(count)

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "one action", "3 actions" as the caller says the count. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`

/** The same in words: "one action", "three actions". */
export const countedInWords = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`
