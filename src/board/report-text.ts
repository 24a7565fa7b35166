import { Lexer, type Token, type Tokens } from 'marked'
import { BRACES, parseReference, type Reference } from './figure-reference.ts'
import { directionWords } from './direction-word.ts'
import { typedClaims, typedFigures } from './typed-figure.ts'

interface Style {
  bold: boolean
  italic: boolean
}

export type TextPiece = Style &
  (
    | { kind: 'words'; text: string }
    | { kind: 'bound'; reference: Reference }
    | { kind: 'typed'; text: string; key: string }
    | { kind: 'direction'; text: string }
    /** Braces that hold no reference that we know. */
    | { kind: 'unknown'; text: string }
  )

interface TextLine {
  /** `item` and `step` are lines of a list with dots and with numbers. */
  form: 'paragraph' | 'item' | 'step'
  sentences: TextPiece[][]
}

/** Each reference is one private character while Markdown is read, so that nothing in it is taken for Markdown. */
const FIRST = 0xe000
const LAST = 0xf8ff
const PRIVATE = /[\uE000-\uF8FF]/gu

/**
 * Reads a block's Markdown: paragraphs, lists, bold and italic. Everything else, HTML included, is printed as it was typed.
 */
export function readText(markdown: string): TextLine[] {
  const references: string[] = []
  const guarded = markdown.replace(PRIVATE, '').replace(BRACES, (_, inside: string) => {
    references.push(inside)
    return String.fromCodePoint(Math.min(FIRST + references.length - 1, LAST))
  })
  const lines = linesOf(new Lexer({ gfm: false }).lex(guarded))
  return lines.map(({ form, runs }) => ({ form, sentences: sentencesOf(runs, references) }))
}

interface Run extends Style {
  text: string
}

const PLAIN: Style = { bold: false, italic: false }

interface RunLine {
  form: TextLine['form']
  runs: Run[]
}

function linesOf(tokens: readonly Token[]): RunLine[] {
  return tokens.flatMap((token): RunLine[] => {
    if (token.type === 'space') return []
    if (token.type === 'list') {
      const list = token as Tokens.List
      const form = list.ordered ? 'step' : 'item'
      return list.items.map((item) => ({ form, runs: runsOf(item.tokens, PLAIN) }))
    }
    if (token.type === 'paragraph') return [{ form: 'paragraph', runs: runsOf(token.tokens ?? [], PLAIN) }]
    return [{ form: 'paragraph', runs: [{ ...PLAIN, text: token.raw.trim() }] }]
  })
}

function runsOf(tokens: readonly Token[], style: Style): Run[] {
  return tokens.flatMap((token): Run[] => {
    if (token.type === 'strong') return runsOf(token.tokens ?? [], { ...style, bold: true })
    if (token.type === 'em') return runsOf(token.tokens ?? [], { ...style, italic: true })
    if (token.type === 'text' || token.type === 'paragraph') {
      const inside = 'tokens' in token ? token.tokens : undefined
      return inside ? runsOf(inside, style) : [{ ...style, text: (token as Tokens.Text).text }]
    }
    if (token.type === 'escape') return [{ ...style, text: (token as Tokens.Escape).text }]
    if (token.type === 'br') return [{ ...style, text: ' ' }]
    return [{ ...style, text: token.raw }]
  })
}

/** A sentence ends at a stop that is followed by a space and a capital, a number or a reference. */
const SENTENCE_END = /(?<=[.!?][)”"’]?)\s+(?=[\p{Lu}\d“"(£\uE000-\uF8FF])/u

function sentencesOf(runs: readonly Run[], references: readonly string[]): TextPiece[][] {
  const text = runs.map((run) => run.text.replace(/\s+/g, ' ')).join('')
  const styles = runs.flatMap((run) =>
    Array.from({ length: run.text.replace(/\s+/g, ' ').length }, () => run),
  )
  let end = 0
  return text
    .split(SENTENCE_END)
    .map((sentence) => {
      const start = text.indexOf(sentence, end)
      end = start + sentence.length
      return piecesOf(sentence, styles.slice(start, end), references)
    })
    .filter((pieces) => pieces.length > 0)
}

type Mark = { start: number; end: number } & (
  | { kind: 'bound'; reference: Reference }
  | { kind: 'typed'; text: string; key: string }
  | { kind: 'direction'; text: string }
  | { kind: 'unknown'; text: string }
)

function marksOf(sentence: string, references: readonly string[]): Mark[] {
  const bound = [...sentence.matchAll(PRIVATE)].map((match): Mark => {
    const inside = references[match[0].codePointAt(0)! - FIRST] ?? ''
    const reference = parseReference(inside)
    const span = { start: match.index, end: match.index + 1 }
    return reference
      ? { ...span, kind: 'bound', reference }
      : { ...span, kind: 'unknown', text: `{{${inside}}}` }
  })
  const typed = typedFigures(sentence).map((figure): Mark => ({ ...figure, kind: 'typed' }))
  // A word of direction is held to the measure in its sentence; without one it is a claim like a typed number.
  const measured = bound.some((mark) => mark.kind === 'bound' && mark.reference.kind === 'measure')
  const words = measured ? directionWords(sentence).map((word): Mark => ({ ...word, kind: 'direction' })) : []
  const claims = typedClaims(sentence)
    .filter(({ start, end }) => !words.some((word) => word.start < end && start < word.end))
    .map((claim): Mark => ({ ...claim, kind: 'typed' }))
  return [...bound, ...typed, ...claims, ...words].sort((a, b) => a.start - b.start)
}

function piecesOf(sentence: string, styles: readonly Run[], references: readonly string[]): TextPiece[] {
  const pieces: TextPiece[] = []
  const styleAt = (index: number): Style => ({
    bold: styles[index]?.bold ?? false,
    italic: styles[index]?.italic ?? false,
  })
  const words = (from: number, to: number) => {
    for (let start = from; start < to;) {
      let end = start + 1
      while (end < to && styles[end] === styles[start]) end += 1
      pieces.push({ kind: 'words', text: sentence.slice(start, end), ...styleAt(start) })
      start = end
    }
  }
  let done = 0
  for (const mark of marksOf(sentence, references)) {
    if (mark.start < done) continue
    words(done, mark.start)
    const style = styleAt(mark.start)
    if (mark.kind === 'bound') pieces.push({ kind: 'bound', reference: mark.reference, ...style })
    else if (mark.kind === 'typed') pieces.push({ kind: 'typed', text: mark.text, key: mark.key, ...style })
    else pieces.push({ kind: mark.kind, text: mark.text, ...style })
    done = mark.end
  }
  words(done, sentence.length)
  return pieces
}

/** Every reference in a text, and every pair of braces that holds none. */
export function referencesIn(markdown: string): { references: Reference[]; unknown: string[] } {
  const pieces = readText(markdown).flatMap((line) => line.sentences.flat())
  return {
    references: pieces.flatMap((piece) => (piece.kind === 'bound' ? [piece.reference] : [])),
    unknown: pieces.flatMap((piece) => (piece.kind === 'unknown' ? [piece.text] : [])),
  }
}
