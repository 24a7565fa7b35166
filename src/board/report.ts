import type { Point } from '../measures/index.ts'
import type { Spc } from '../performance/index.ts'
import type { Day, Month } from '../platform/day.ts'
import type { BlockKind, Signed } from './report-draft.ts'

/** `new`: nobody has agreed the figure yet. `moved`: it was agreed, and the data has changed since. */
type BoundState = 'agreed' | 'moved' | 'new'

/** A figure with its counts and its day: as agreed, or as the data has it now. */
export interface DatedFigure {
  shown: string
  numerator: number | null
  denominator: number | null
  asAt: Day | null
}

export interface BoundFigure {
  kind: 'bound'
  ref: string
  /** What the sentence prints: the agreed figure, until it is agreed again. */
  shown: string
  state: BoundState
  agreed: (DatedFigure & Signed) | null
  /** Null when the data no longer has the figure. */
  now: DatedFigure | null
  /** The page that shows where the figure comes from. */
  href: string | null
}

export interface TypedFigure {
  kind: 'typed'
  text: string
  key: string
  /** Null until somebody states it. */
  source: (Signed & { source: string }) | null
}

export interface WordOfDirection {
  kind: 'direction'
  text: string
  key: string
  /** Why the data does not support the word; null when it does. */
  beyond: string | null
  /** The reason given for keeping it; null when there is none. */
  kept: (Signed & { reason: string }) | null
}

interface Words {
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
  /** The month's figure, so that a chart is agreed as a sentence is. */
  figure: BoundFigure
}

export interface ReportTable {
  kind: 'table'
  caption: string
  head: readonly string[]
  /** Indexes in `head` of the columns of figures, which are aligned right. */
  numeric: readonly number[]
  rows: readonly (readonly Piece[])[]
}

interface ReportText {
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

/** A report with every figure looked up. An issue stores it as JSON, so its field names cannot change. */
export interface Report {
  council: string
  meeting: { id: string; title: string; heldOn: Day; previousOn: Day | null }
  subject: string
  author: string
  version: number
  asAt: Day | null
  snapshot: string | null
  /** Measures that count from a table with a day of its own, each with its sentence; absent where there is none. */
  otherDays?: readonly { title: string; sentence: string }[]
  /** Absent in the report as it is issued. */
  edition?: 'public'
  sections: readonly ReportSection[]
}

/** The parts that are reviewed as one: a sentence, a whole table, a whole chart. */
export const unitsOf = ({ content }: ReportBlock): readonly Sentence[] => {
  if (content.kind === 'text') return content.lines.flatMap((line) => line.sentences)
  if (content.kind === 'table') return [content.rows.flat()]
  return [[{ ...content.figure, bold: false, italic: false }]]
}

export const boundIn = (unit: Sentence): BoundFigure[] =>
  unit.flatMap((piece) => (piece.kind === 'bound' ? [piece] : []))

export const printed = (piece: Piece): string => (piece.kind === 'bound' ? piece.shown : piece.text)

export const sentenceText = (sentence: Sentence): string => sentence.map(printed).join('')

const lineText = (line: Line): string => line.sentences.map(sentenceText).join(' ')

/** A block as plain text: `text` in the report's JSON. */
export function blockText({ content }: ReportBlock): string {
  if (content.kind === 'text') return content.lines.map(lineText).join('\n\n')
  if (content.kind === 'chart') return content.caption
  return [content.caption, ...content.rows.map((row) => row.map(printed).join(' | '))].join('\n')
}

interface LineGroup {
  form: Line['form']
  /** `first` is the index in the block of the line's first sentence. */
  lines: { line: Line; first: number }[]
}

/** Puts consecutive lines of the same kind of list into one list. */
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
