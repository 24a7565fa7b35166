import { nearestTo } from './nearest.ts'

/** The words of a text, in lower case: letters and digits, whatever stands between them. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether each word that was typed begins a word of the text. Without a word nothing is found. */
export function holdsWords(text: string, typed: string): boolean {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return false
  const words = wordsOf(text)
  return wanted.every((word) => words.some((other) => other.startsWith(word)))
}

/** What was typed with each word that begins none of the known ones put right to the nearest; null where one has no like. */
export function nearestWords(typed: string, known: readonly string[]): string | null {
  const words = [...new Set(known.flatMap(wordsOf))]
  const right = wordsOf(typed).map((word) =>
    words.some((other) => other.startsWith(word)) ? word : nearestTo(word, words),
  )
  return right.length === 0 || right.includes(null) ? null : right.join(' ')
}
