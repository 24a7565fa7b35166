import type { Direction, Spc } from '../performance/index.ts'

/** Words that say which way a figure went. */
const WORDS: Readonly<Record<string, Direction | 'better' | 'worse'>> = {
  rose: 'up',
  risen: 'up',
  rising: 'up',
  increased: 'up',
  increasing: 'up',
  grew: 'up',
  grown: 'up',
  growing: 'up',
  climbed: 'up',
  jumped: 'up',
  fell: 'down',
  fallen: 'down',
  falling: 'down',
  dropped: 'down',
  decreased: 'down',
  decreasing: 'down',
  declined: 'down',
  dipped: 'down',
  reduced: 'down',
  improved: 'better',
  improving: 'better',
  worsened: 'worse',
  worsening: 'worse',
}

const PATTERN = new RegExp(`\\b(?:${Object.keys(WORDS).join('|')})\\b`, 'gi')

interface DirectionWord {
  start: number
  end: number
  text: string
}

export const directionWords = (text: string): DirectionWord[] =>
  [...text.matchAll(PATTERN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))

const directionOf = (word: string, polarity: 'higher' | 'lower' | 'neutral'): Direction | null => {
  const meaning = WORDS[word.toLowerCase()]!
  if (meaning === 'up' || meaning === 'down') return meaning
  if (polarity === 'neutral') return null
  return (meaning === 'better') === (polarity === 'higher') ? 'up' : 'down'
}

/**
 * Why the data does not support a word, in words for the writer; null when it does.
 * `spc` covers the months up to the one that the sentence names, so its last signal is that month's. Without limits
 * there is no usual range to compare with, so the word is not supported.
 */
export function beyondTheData(
  word: string,
  spc: Spc,
  polarity: 'higher' | 'lower' | 'neutral',
): string | null {
  if (spc.variation === 'none') {
    return spc.why
      ? `The data cannot bear this word out: ${lowerFirst(spc.why)}.`
      : 'The data cannot bear this word out yet.'
  }
  const direction = directionOf(word, polarity)
  if (direction === null)
    return 'More is neither better nor worse here, so the data cannot bear this word out.'
  if (spc.direction === null) return 'The figure is inside its usual range.'
  if (spc.direction !== direction) {
    return `The figure is ${spc.direction === 'up' ? 'above' : 'below'} its usual range or run, and the word says the opposite.`
  }
  return null
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The word with the `to` that may follow it. */
const withTo = (word: string) => new RegExp(`\\b${word}\\b(?: to)?`, 'i')

const REPLACEABLE =
  /^(?:rose|fell|increased|decreased|dropped|dipped|grew|climbed|jumped|declined|improved|worsened|reduced)$/i

/** "was" in place of a word of direction; null for a form of a verb that it cannot replace, like "rising". */
export const suggestedWords = (word: string): string | null => (REPLACEABLE.test(word) ? 'was' : null)

/** The text with "was" in place of the first such word. Only when the writer asks for it. */
export const useSuggestedWords = (markdown: string, word: string): string =>
  markdown.replace(withTo(word), 'was')
