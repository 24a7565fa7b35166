import type { Code, CodeSet } from '../../standards/code-set.ts'
import { normalFormsOf, type NormalForms } from './code-normal.ts'
import { qualifiedText } from './code-qualifier.ts'
import { spaced, withoutOrderMark, wordsOf } from './code-text.ts'

/** What is known of a set, by how it is looked for: worked out once a set. */
export interface CodeIndex {
  published: ReadonlyMap<string, Code>
  alone: ReadonlyMap<string, Code>
  written: ReadonlyMap<string, Code>
  byCode: ReadonlyMap<string, Code>
  /** Every word of every known spelling. */
  vocabulary: ReadonlySet<string>
  /** Where spellings are alike but for how they are written. */
  normal: NormalForms
  /** By code: how negations and alternatives are used in its own spellings. */
  phrases: ReadonlyMap<string, ReadonlySet<string>>
}

const indexes = new WeakMap<CodeSet, CodeIndex>()

export function codeIndexOf(set: CodeSet): CodeIndex {
  let index = indexes.get(set)
  if (!index) {
    index = indexed(set)
    indexes.set(set, index)
  }
  return index
}

/** As they are written, and without a letter of order before them. */
export const knownSpellings = ({ published, label, spellings }: Code): readonly string[] =>
  [published, label, ...spellings].flatMap((text) => {
    const rest = withoutOrderMark(text)
    return rest === text || rest === '' ? [text] : [text, rest]
  })

function indexed({ codes, joined }: CodeSet): CodeIndex {
  const published = new Map<string, Code>()
  const alone = new Map<string, Code>()
  const written = new Map<string, Code>()
  const byCode = new Map<string, Code>()
  for (const code of codes) {
    byCode.set(code.code, code)
    published.set(spaced(code.published), code)
    alone.set(wordsOf(code.code), code)
  }
  const vocabulary = new Set<string>()
  for (const code of codes) {
    for (const words of knownSpellings(code).map(wordsOf)) {
      if (!written.has(words)) written.set(words, code)
      for (const word of words.split(' ')) vocabulary.add(word)
    }
  }
  const phrases = new Map<string, Set<string>>()
  for (const code of codes) {
    const own = phrases.get(code.code) ?? new Set()
    phrases.set(code.code, own)
    for (const spelling of knownSpellings(code)) {
      for (const { phrase } of qualifiedText(spelling, (word) => vocabulary.has(word), joined).qualifiers)
        own.add(phrase)
    }
  }
  const spellings = codes.flatMap((code) => knownSpellings(code).map((text) => [text, code] as const))
  return { published, alone, written, byCode, vocabulary, normal: normalFormsOf(spellings), phrases }
}
