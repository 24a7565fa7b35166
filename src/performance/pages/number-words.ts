const WORDS = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A count in a sentence: in words to twelve, in figures beyond. */
export const countInWords = (count: number): string => WORDS[count] ?? count.toLocaleString('en-GB')

/**
 * A share as people say it: "one in six", "nearly one in four", "more than one in six". From three quarters up, and
 * under one in twenty, a share has no such words, and the answer is null.
 */
export function oneIn(share: number): string | null {
  if (share < 0.05 || share > 0.55) return null
  const n = Math.round(1 / share)
  const difference = share - 1 / n
  const nearness = Math.abs(difference) < 0.008 ? '' : difference > 0 ? 'more than ' : 'nearly '
  return `${nearness}one in ${countInWords(n)}`
}
