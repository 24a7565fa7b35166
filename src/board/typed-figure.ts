import { claimWords } from './claim-words.ts'

/** A number typed by hand, or a claim in words. */
interface TypedFigure {
  start: number
  end: number
  text: string
  /** The number or the claim with the words after it: what a source is stated for. */
  key: string
}

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec'

/**
 * Numbers that are not figures: days, months and years, a financial year, a time limit, the number of a part or of a
 * section of a law, an ordinal, a time of day. They are blanked out before figures are looked for.
 */
const NOT_FIGURES: readonly RegExp[] = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: (?:and|or|to) \\d{1,2})? (?:${MONTHS})\\b(?: \\d{4})?`, 'g'),
  new RegExp(`\\b(?:${MONTHS}) \\d{4}\\b`, 'g'),
  /\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b/g,
  /\b\d+(?:st|nd|rd|th)\b/g,
  /\b\d{1,2}(?:[.:]\d\d)?(?: ?[ap]m)\b/g,
  /\bwithin \d+ (?:working days|days|hours|months)\b/gi,
  /\bday \d+\b/gi,
  /\b(?:sections?|actions?|recommendations?|parts?|items?|paragraphs?|pages?|clauses?|figures?|tables?|stage|version|draft|regulation) \d+(?:\.\d+)*\b/gi,
]

/** A number with its pound sign before it and its unit after it; never a part of a ref such as R1, A2 or SW-118. */
const FIGURE = /(?<![\w.-])£?\d[\d,]*(?:\.\d+)?(?:%|k\b|m\b)?(?![\w])/g

/** Every hand-typed figure in a text without references, in order. */
export function typedFigures(text: string): TypedFigure[] {
  const bare = NOT_FIGURES.reduce(
    (left, pattern) => left.replace(pattern, (found) => ' '.repeat(found.length)),
    text,
  )
  return [...bare.matchAll(FIGURE)].map((match) => {
    const start = match.index
    const number = match[0].replace(/,$/, '')
    const end = start + number.length
    return { start, end, text: number, key: keyOf(text, number, end) }
  })
}

const TRAILING = new Set(['in', 'of', 'to', 'by', 'at', 'on', 'for', 'from', 'and', 'the', 'a'])

/** With the next three words, or those before the next number: it is no word of this one. */
function keyOf(text: string, found: string, end: number): string {
  const tokens = (text.slice(end).match(/[\p{L}\d£][\p{L}\d’'.,/%-]*/gu) ?? []).slice(0, 3)
  const cut = tokens.findIndex((token) => /\d/.test(token))
  const words = (cut === -1 ? tokens : tokens.slice(0, cut)).map((token) =>
    token.replace(/[^\p{L}’'-]+$/u, ''),
  )
  const last = words.findLastIndex((word) => !TRAILING.has(word.toLowerCase()))
  const kept = cut === -1 ? words : words.slice(0, last + 1)
  return [found, ...kept].join(' ').toLowerCase()
}

/** Every claim in words: "seven workers", "three in four", "doubled", "best in the country", "well above England". */
export const typedClaims = (text: string): TypedFigure[] =>
  claimWords(text).map((claim) => ({ ...claim, key: keyOf(text, claim.text, claim.end) }))
