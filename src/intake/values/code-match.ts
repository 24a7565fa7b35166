import type { Code, CodeSet } from '../../standards/code-set.ts'
import { codeIndexOf, type CodeIndex } from './code-index.ts'
import {
  isNegation,
  isQualifier,
  plainWords,
  qualifiedText,
  sidesOf,
  withoutQualifier,
  type QualifiedText,
} from './code-qualifier.ts'
import { byNormalForm, cutOffFrom } from './code-normal.ts'
import { spaced, withoutOrderMark, wordsOf } from './code-text.ts'

interface CodeMatch {
  code: Code
  /** `published`: written as Ofsted asks. `alone`: the bare code. `words`: by its words, or a code inside others. */
  how: 'published' | 'alone' | 'words'
}

/**
 * The code that a cell means, or null: never a guess. Letters before a code are not trusted (`s)` is two ethnicities),
 * so the code or the words decide. A negation or an alternative in the text is never passed over: it is part of a known
 * spelling, or the words that decide ask for it, or the cell is not read.
 */
export function matchCode(set: CodeSet, text: string): CodeMatch | null {
  const unmapped = NOT_MAPPED.exec(text)?.[1]
  if (unmapped !== undefined) {
    const match = matchCode(set, unmapped)
    return match && { code: match.code, how: 'words' }
  }
  const index = codeIndexOf(set)
  const published = index.published.get(spaced(text))
  if (published) return { code: published, how: 'published' }
  const alone = index.alone.get(wordsOf(text))
  if (alone) return { code: alone, how: 'alone' }
  const code =
    exactly(index, text) ??
    otherwiseWritten(index, text) ??
    listed(set, index, text) ??
    saidTwice(index, text)
  if (code) return { code, how: 'words' }
  const cutOff = cutOffFrom(index.normal, unmarked(text))
  // What breaks off inside a word, and begins two spellings, is neither's, whatever words it has.
  const found = cutOff.length > 0 ? onlyOne(cutOff) : alike(set, index, text)
  return found ? { code: found, how: 'words' } : null
}

/** A spelling that the set itself has, whatever its case, spaces and letters of order. */
export function isKnownSpelling(set: CodeSet, text: string): boolean {
  const index = codeIndexOf(set)
  return (
    index.published.has(spaced(text)) || index.alone.has(wordsOf(text)) || exactly(index, text) !== undefined
  )
}

/** What a case system's export says of a code that nobody has told it the words of. */
const NOT_MAPPED = /^\s*code\s+['‘"]?(.+?)['’"]?\s+is not mapped\W*$/i

/** `AOTH` and `4: Housing` begin with a code: before one, `n)` is the fourteenth letter of an order and no "no". */
const OPENS_WITH_CODE = /^(?!(?:YES|NO|Y|N)\b)(?:[A-Z]{1,5}\d*|\d+)\s*(?:[:–—-]|$)/

/** `no) suitable` opens with a negation, not with a letter of order, and what goes on with `or` is no order either. */
function unmarked(text: string): string {
  const rest = withoutOrderMark(text)
  const mark = wordsOf(text.slice(0, text.length - rest.length))
  if (mark === 'n' && OPENS_WITH_CODE.test(rest)) return rest
  return isNegation(mark) || /^\s*(?:[/\\|;&+]|(?:and|or|plus)\b)/i.test(rest) ? text : rest
}

const onlyOne = (codes: readonly Code[]): Code | undefined => (codes.length === 1 ? codes[0] : undefined)

/** A known spelling but for how it is written, by itself or with its own code before or after it. */
function otherwiseWritten(index: CodeIndex, text: string): Code | undefined {
  const bare = unmarked(text)
  const found = byNormalForm(index.normal, text) ?? byNormalForm(index.normal, bare)
  if (found) return found
  for (const code of index.alone.values()) {
    const mark = code.code.replaceAll(/[^\p{L}\p{N}]/gu, '.')
    // `No` is a code and a negation of what stands beside it.
    if (isQualifier(mark.toLowerCase())) continue
    const rest = besideCode(text, mark)
    if (rest === undefined || isQualifier(wordsOf(rest))) continue
    const said = exactly(index, rest) ?? byNormalForm(index.normal, rest)
    if (said?.code === code.code) return code
  }
  return undefined
}

/** What is written after a code, or before it; no sign between them sets one beside the other. */
function besideCode(text: string, mark: string): string | undefined {
  const after = new RegExp(`^\\s*[([]?${mark}[\\s:.,)\\]–—-]+(.+)$`, 'iu').exec(text)?.[1]
  return after ?? new RegExp(`^(.+?)[\\s:.,([–—-]+${mark}[)\\]]?\\s*$`, 'iu').exec(text)?.[1]
}

const exactly = (index: CodeIndex, text: string): Code | undefined =>
  index.written.get(wordsOf(text)) ?? index.written.get(wordsOf(unmarked(text)))

const PARTS = /\s[-–—]+\s|[:,;/\\|&+[\]=]|\s\(|\)(?=\s|$)|\b(?:and|or|plus)\b/gi
/** After a code come its words, and where they are another's the code is believed. */
const PARTS_OF_CODED = /,/
const PARTS_OF_WORDS = /\s[-–—]+\s|[:,[\]=]|\s\(|\)(?=\s|$)/

/** `Multiple: neglect, physical abuse`: a code that means several, and after a colon which. */
function listed(set: CodeSet, index: CodeIndex, text: string): Code | undefined {
  const [head = '', rest = ''] = text.split(/:(.*)/s)
  const code = exactly(index, head)
  if (!code || !set.combinations.includes(code.code)) return undefined
  const parts = rest.split(',').map((part) => knownPart(index, part)?.code)
  return parts.length > 1 && parts.every((part) => part !== undefined && part !== code.code)
    ? code
    : undefined
}

const knownPart = (index: CodeIndex, part: string): Code | undefined =>
  index.alone.get(wordsOf(part)) ?? exactly(index, part)

/** `Yes - seen`: every part of it is known by itself, and all say the same. A negation may be of the other part. */
function saidTwice(index: CodeIndex, text: string): Code | undefined {
  if (wordsOf(text).split(' ').some(isNegation)) return undefined
  const parts = unmarked(text)
    .split(PARTS)
    .filter((part) => wordsOf(part) !== '')
    .map((part) => knownPart(index, part))
  return parts.length > 1 && parts.every((code) => code?.code === parts[0]?.code) ? parts[0] : undefined
}

function alike(set: CodeSet, index: CodeIndex, text: string): Code | undefined {
  const qualified = qualifiedText(unmarked(text), (word) => index.vocabulary.has(word), set.joined)
  const inside = codeInside(set, index, text)
  const found = inside ? { code: inside } : byWords(set, index, plainWords(qualified.words))
  return found && isUndisputed(set, index, text, qualified, found) ? found.code : undefined
}

interface Likeness {
  code: Code
  /** The words that decided; none where a code among the words did. */
  pattern?: RegExp
}

function byWords(set: CodeSet, index: CodeIndex, words: string): Required<Likeness> | undefined {
  const entry = set.words.find(([pattern]) => pattern.test(words))
  const code = entry && index.byCode.get(entry[1])
  return code && { code, pattern: entry[0] }
}

/**
 * Whether nothing in the text says otherwise. No part of it may be another code; a negation must be of the code's own
 * spellings or asked for by the pattern, and so must an alternative whose sides mean different codes.
 */
function isUndisputed(
  set: CodeSet,
  index: CodeIndex,
  text: string,
  qualified: QualifiedText,
  { code: { code }, pattern }: Likeness,
): boolean {
  const sides = sidesOf(qualified)
  const parts = unmarked(text).split(pattern ? PARTS_OF_WORDS : PARTS_OF_CODED)
  const isCombination = set.combinations.includes(code)
  const known = new Set([...parts, ...sides].flatMap((part) => knownPart(index, part)?.code ?? []))
  if (isCombination ? known.size > 1 && known.has(code) : known.size > (known.has(code) ? 1 : 0)) return false
  const words = plainWords(qualified.words)
  const patterns = set.words.flatMap(([own, bare]) => (bare === code && own.test(words) ? [own] : []))
  const foreign = qualified.qualifiers.filter(
    (qualifier) =>
      index.phrases.get(code)?.has(qualifier.phrase) !== true &&
      patterns.every((own) => own.test(withoutQualifier(qualified, qualifier))),
  )
  if (foreign.some(({ sort }) => sort === 'negation')) return false
  if (foreign.length === 0 || isCombination) return true
  const read = (side: string) => (pattern ? byWords(set, index, side)?.code : codeInside(set, index, side))
  return sides.every((side) => (read(side)?.code ?? code) === code)
}

/** The code that stands among other words; of two, neither, unless one opens the text. */
function codeInside(set: CodeSet, index: CodeIndex, text: string): Code | undefined {
  if (!set.token) return undefined
  const found = new Set<Code>()
  for (const match of unmarked(text).matchAll(set.token)) {
    const token = match.slice(1).find((group) => group !== undefined)
    if (token === undefined) continue
    const code = index.byCode.get(token.toUpperCase()) ?? index.written.get(wordsOf(token))
    if (code) found.add(code)
    if (code && match.index === 0) break
  }
  return found.size === 1 ? [...found][0] : undefined
}
