import type { Direction, Spc } from '../performance/index.ts'

/** A word that says a figure went somewhere. `either` says only that it changed for better or worse. */
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

export interface DirectionWord {
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

const wayOf = (word: string, polarity: 'higher' | 'lower' | 'neutral'): Direction | null => {
  const way = WORDS[word.toLowerCase()]!
  if (way === 'up' || way === 'down') return way
  if (polarity === 'neutral') return null
  return (way === 'better') === (polarity === 'higher') ? 'up' : 'down'
}

/**
 * Why a word goes beyond the data, in words for the writer; null when the series bears it out.
 * `spc` is of the months up to the one that the sentence names, so its last signal is that month's. Without limits there
 * is no usual range to have left, and the word is doubted for that reason.
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
  const way = wayOf(word, polarity)
  if (way === null) return 'More is neither better nor worse here, so the data cannot bear this word out.'
  if (spc.direction === null) return 'The figure is inside its usual range.'
  if (spc.direction !== way) {
    return `The figure is ${spc.direction === 'up' ? 'above' : 'below'} its usual range or run, and the word says the opposite.`
  }
  return null
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
