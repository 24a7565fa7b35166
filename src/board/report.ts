import type { Point } from '../measures/index.ts'
import type { Spc } from '../performance/index.ts'
import type { Day, Month } from '../platform/day.ts'
import type { BlockKind, Signed } from './report-draft.ts'

/**
 * A bound figure's standing. `new` is bound and has not been agreed by anyone; `moved` was agreed and the data have
 * changed since.
 */
export type BoundState = 'agreed' | 'moved' | 'new'

/** What was agreed, or what is so now: the figure with its counts and its day. */
export interface Reading {
  shown: string
  numerator: number | null
  denominator: number | null
  asAt: Day | null
}

export interface BoundFigure {
  kind: 'bound'
  ref: string
  /** What the sentence prints: what was agreed, until it is agreed again. */
  shown: string
  state: BoundState
  agreed: (Reading & Signed) | null
  /** Null when the data cannot say any more. */
  now: Reading | null
  /** The page of what is behind it. */
  href: string | null
}

export interface TypedFigure {
  kind: 'typed'
  text: string
  key: string
  /** Null while nobody has said where it comes from. */
  source: (Signed & { source: string }) | null
}

export interface WordOfDirection {
  kind: 'direction'
  text: string
  key: string
  /** Why the data do not bear the word out; null when they do. */
  beyond: string | null
  /** Why it stays all the same; null when nobody has said so. */
  kept: (Signed & { reason: string }) | null
}

export interface Words {
  kind: 'words'
  text: string
}

export type Piece = (Words | BoundFigure | TypedFigure | WordOfDirection) & {
  bold: boolean
  italic: boolean
}

export type Sentence = readonly Piece[]

export interface Line {
  form: 'paragraph' | 'item' | 'step'
  sentences: readonly Sentence[]
}

export interface ReportChart {
  kind: 'chart'
  series: string
  title: string
  /** What the picture shows, in a sentence. */
  caption: string
  unit: string
  isRate: boolean
  points: readonly Pick<Point, 'period' | 'value' | 'numerator' | 'denominator' | 'provisional'>[]
  limits: Pick<Spc, 'centre' | 'lower' | 'upper' | 'trial' | 'variation'>
  target: number | null
  month: Month
  /** The month's figure, so that a picture is agreed as a sentence is. */
  figure: BoundFigure
}

export interface ReportTable {
  kind: 'table'
  caption: string
  head: readonly string[]
  /** The places in `head` of figures, which stand to the right. */
  numeric: readonly number[]
  rows: readonly (readonly Piece[])[]
}

export interface ReportText {
  kind: 'text'
  lines: readonly Line[]
}

export interface ReportBlock {
  id: string
  kind: BlockKind
  owner: string
  version: number
  content: ReportText | ReportChart | ReportTable
}

export interface ReportSection {
  id: string
  /** `3.1` */
  number: string
  heading: string
  level: number
  recommendation: { id: string; ref: string } | null
  blocks: readonly ReportBlock[]
}

/** One report with every figure looked up: what each writer writes, and what an issue freezes. */
export interface Report {
  council: string
  meeting: { id: string; title: string; heldOn: Day; previousOn: Day | null }
  subject: string
  author: string
  version: number
  asAt: Day | null
  snapshot: string | null
  sections: readonly ReportSection[]
}

/** The runs of text that are settled together: each sentence, or a table or a picture as one. */
export const unitsOf = ({ content }: ReportBlock): readonly Sentence[] => {
  if (content.kind === 'text') return content.lines.flatMap((line) => line.sentences)
  if (content.kind === 'table') return [content.rows.flat()]
  return [[{ ...content.figure, bold: false, italic: false }]]
}

export const boundIn = (unit: Sentence): BoundFigure[] =>
  unit.flatMap((piece) => (piece.kind === 'bound' ? [piece] : []))

/** What a piece prints, without marks. */
export const printed = (piece: Piece): string => (piece.kind === 'bound' ? piece.shown : piece.text)

export const sentenceText = (sentence: Sentence): string => sentence.map(printed).join('')

export const lineText = (line: Line): string => line.sentences.map(sentenceText).join(' ')

/** A block as plain text: what the contract calls its `text`. */
export function blockText({ content }: ReportBlock): string {
  if (content.kind === 'text') return content.lines.map(lineText).join('\n\n')
  if (content.kind === 'chart') return content.caption
  return [content.caption, ...content.rows.map((row) => row.map(printed).join(' | '))].join('\n')
}

export interface LineGroup {
  form: Line['form']
  /** Each with the place of its first sentence in the block. */
  lines: { line: Line; first: number }[]
}

/** Lines that follow one another in the same kind of list belong to one list. */
export function lineGroups(lines: readonly Line[]): LineGroup[] {
  const groups: LineGroup[] = []
  let first = 0
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && last.form === line.form && line.form !== 'paragraph') last.lines.push({ line, first })
    else groups.push({ form: line.form, lines: [{ line, first }] })
    first += line.sentences.length
  }
  return groups
}
