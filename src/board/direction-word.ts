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

/** "Remain high" says where a figure lies and not that it moved. */
const LEVELS: Readonly<Record<string, Direction | 'steady'>> = {
  high: 'up',
  low: 'down',
  steady: 'steady',
  stable: 'steady',
  unchanged: 'steady',
}

const PATTERN = new RegExp(
  `\\b(?:(?:not|never) (?:yet )?(?:been )?)?(?:${Object.keys(WORDS).join('|')})\\b|\\bremain(?:s|ed)? (?:too |very |stubbornly |consistently )?(?:${Object.keys(LEVELS).join('|')})\\b`,
  'gi',
)

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

/** What a word says of a figure; null where better and worse have no direction. */
function meaningOf(word: string, polarity: 'higher' | 'lower' | 'neutral'): Direction | 'steady' | null {
  const last = word.toLowerCase().split(' ').at(-1)!
  const meaning = WORDS[last] ?? LEVELS[last]!
  if (meaning === 'up' || meaning === 'down' || meaning === 'steady') return meaning
  if (polarity === 'neutral') return null
  return (meaning === 'better') === (polarity === 'higher') ? 'up' : 'down'
}

const isNegated = (word: string): boolean => /^(?:not|never)\b/i.test(word)

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
  const meaning = meaningOf(word, polarity)
  if (meaning === null) return 'More is neither better nor worse here, so the data cannot bear this word out.'
  const side = spc.direction === 'up' ? 'above' : 'below'
  const opposite = `The figure is ${side} its usual range or run, and the word says the opposite.`
  if (meaning === 'steady') return spc.direction === null ? null : opposite
  if (isNegated(word)) return spc.direction === meaning ? opposite : null
  if (spc.direction === null) return 'The figure is inside its usual range.'
  return spc.direction === meaning ? null : opposite
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
