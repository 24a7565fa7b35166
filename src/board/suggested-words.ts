import type { WordOfDirection } from './report.ts'

/** The word of direction with the `to` that may follow it. */
const withTo = (word: string) => new RegExp(`\\b${word}\\b(?: to)?`, 'i')

const KNOWN =
  /^(?:rose|fell|increased|decreased|dropped|dipped|grew|climbed|jumped|declined|improved|worsened|reduced)$/i

/** What says the same without a direction: *was*. Null for a form of a verb that it cannot take the place of. */
export const suggestedWords = ({ text }: Pick<WordOfDirection, 'text'>): string | null =>
  KNOWN.test(text) ? 'was' : null

/** The text with *was* in place of the first such word. The writer presses for it: nothing is rewritten unasked. */
export const useSuggestedWords = (markdown: string, word: string): string =>
  markdown.replace(withTo(word), 'was')
