import type { Code, CodeSet } from '../../standards/code-set.ts'
import { withoutOrderMark, wordsOf } from './code-text.ts'

interface CodeMatch {
  code: Code
  /** `published`: written as Ofsted asks. `alone`: the bare code. `words`: by its words, or a code inside others. */
  how: 'published' | 'alone' | 'words'
}

interface CodeIndex {
  published: Map<string, Code>
  alone: Map<string, Code>
  written: Map<string, Code>
  byCode: Map<string, Code>
}

const indexes = new WeakMap<CodeSet, CodeIndex>()

/**
 * The code that a cell means, or null: never a guess. Letters before a code are not trusted (`s)` is two ethnicities),
 * so the code or the words decide.
 */
export function matchCode(set: CodeSet, text: string): CodeMatch | null {
  const unmapped = NOT_MAPPED.exec(text)?.[1]
  if (unmapped !== undefined) {
    const match = matchCode(set, unmapped)
    return match && { code: match.code, how: 'words' }
  }
  const index = indexOf(set)
  const words = wordsOf(text)
  const bare = wordsOf(withoutOrderMark(text))
  const published = index.published.get(spaced(text))
  if (published) return { code: published, how: 'published' }
  const alone = index.alone.get(words)
  if (alone) return { code: alone, how: 'alone' }
  const code =
    index.written.get(words) ??
    index.written.get(bare) ??
    codeInside(set, index, text) ??
    index.byCode.get(set.words.find(([pattern]) => pattern.test(bare))?.[1] ?? '')
  return code ? { code, how: 'words' } : null
}

/** What a case system's export says of a code that nobody has told it the words of. */
const NOT_MAPPED = /^\s*code\s+['‘"]?(.+?)['’"]?\s+is not mapped\W*$/i

/** The published form but for its case and its spaces. */
const spaced = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[‘’]/g, "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** The code that stands among other words; of two, the one that opens the text, or neither. */
function codeInside(set: CodeSet, index: CodeIndex, text: string): Code | undefined {
  if (!set.token) return undefined
  const found = new Set<Code>()
  for (const match of withoutOrderMark(text).matchAll(set.token)) {
    const token = match.slice(1).find((group) => group !== undefined)
    if (token === undefined) continue
    const code = index.byCode.get(token.toUpperCase()) ?? index.written.get(wordsOf(token))
    if (code) found.add(code)
    if (code && match.index === 0) break
  }
  return found.size === 1 ? [...found][0] : undefined
}

function indexOf(set: CodeSet): CodeIndex {
  const known = indexes.get(set)
  if (known) return known
  const index: CodeIndex = { published: new Map(), alone: new Map(), written: new Map(), byCode: new Map() }
  for (const code of set.codes) {
    index.byCode.set(code.code, code)
    index.published.set(spaced(code.published), code)
    index.alone.set(wordsOf(code.code), code)
  }
  for (const code of set.codes) {
    for (const text of [code.published, withoutOrderMark(code.published), code.label, ...code.spellings]) {
      const words = wordsOf(text)
      if (!index.written.has(words)) index.written.set(words, code)
    }
  }
  indexes.set(set, index)
  return index
}
