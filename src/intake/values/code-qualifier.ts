import { wordsOf } from './code-text.ts'

/**
 * A word that turns what is beside it round (`not`, `without`, the first letters of `unsuitable`) or sets another thing
 * beside it (`or`, `and`, `/`). A spelling with one means something else than the same spelling without.
 */
interface Qualifier {
  /** Where it is among the words. */
  index: number
  /** What tells one use of it from another: it and the words next to it. */
  phrase: string
  sort: 'negation' | 'alternative'
}

export interface QualifiedText {
  words: readonly string[]
  qualifiers: readonly Qualifier[]
}

const NEGATIONS = new Set(
  (
    'no not nto nott non never nor neither none nothing without except excluding than n false cannot cant isnt arent wasnt werent ' +
    'doesnt dont didnt hasnt havent hadnt wont wouldnt couldnt'
  ).split(' '),
)
const ALTERNATIVES = new Set(['and', 'or', 'plus', 'versus', 'vs', 'but'])

/** A slash, a semicolon or an upright line is read as an alternative, and is no word of the text itself. */
const SIGN = 'ofeither'
const SIGNS = /[/\\;|]/g
/** `22/4/14` has no alternatives. */
const DATES = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g

const PREFIX = /^(?:un|non|dis|in)(?=\p{L}{4})/u

/**
 * `isKnownWord`: a word of some known spelling of the set, so that `unsuitable` is known for the opposite of `suitable`.
 * `joined`: phrases whose words of that kind do neither.
 */
export function qualifiedText(
  text: string,
  isKnownWord: (word: string) => boolean,
  joined: readonly string[],
): QualifiedText {
  const words = wordsOf(text.replaceAll(DATES, ' ').replaceAll(SIGNS, ` ${SIGN} `)).split(' ')
  const inside = insideOf(words, joined)
  const qualifiers = words.flatMap((word, index): Qualifier[] => {
    if (inside.has(index)) return []
    const next = words[index + 1] ?? ''
    if (word === SIGN || ALTERNATIVES.has(word)) {
      const joint = word === SIGN ? 'or' : word
      return [{ index, phrase: `${words[index - 1] ?? ''} ${joint} ${next}`, sort: 'alternative' }]
    }
    if (NEGATIONS.has(word) || word === 'un') return [{ index, phrase: `${word} ${next}`, sort: 'negation' }]
    const root = word.replace(PREFIX, '')
    return root !== word && isKnownWord(root) ? [{ index, phrase: word, sort: 'negation' }] : []
  })
  return { words, qualifiers }
}

/** Where the words of joined phrases are. */
function insideOf(words: readonly string[], joined: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const phrase of joined) {
    const wanted = phrase.split(' ')
    for (let start = 0; start + wanted.length <= words.length; start++) {
      const isHere = wanted.every((word, at) => {
        const own = words[start + at]
        if (word === '/') return own === SIGN
        return own === word || (word === 'or' && (own === SIGN || own === 'and'))
      })
      if (isHere) for (const at of wanted.keys()) found.add(start + at)
    }
  }
  return found
}

/** The text on either side of each alternative, and between them. */
export function sidesOf({ words, qualifiers }: QualifiedText): string[] {
  const cuts = qualifiers.flatMap(({ sort, index }) => (sort === 'alternative' ? [index] : []))
  if (cuts.length === 0) return []
  const sides = cuts.flatMap((cut) => [words.slice(0, cut), words.slice(cut + 1)])
  const between = [...cuts, words.length].map((cut, nth) =>
    words.slice(nth === 0 ? 0 : cuts[nth - 1]! + 1, cut),
  )
  return [...new Set([...sides, ...between].map(plainWords))].filter((side) => side !== '')
}

/** The text as words, without the signs. */
export const plainWords = (words: readonly string[]): string =>
  words.filter((word) => word !== SIGN).join(' ')

/** The same words with another in the place of one: what still finds itself in them does not depend on that one. */
export const withoutQualifier = ({ words }: QualifiedText, { index }: Qualifier): string =>
  plainWords(words.map((word, at) => (at === index ? 'zzz' : word)))

/** A word that turns another round, or sets another beside it. */
export const isQualifier = (word: string): boolean => NEGATIONS.has(word) || ALTERNATIVES.has(word)

export const isNegation = (word: string): boolean => NEGATIONS.has(word)
