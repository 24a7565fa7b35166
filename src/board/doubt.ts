import { capital, countOf } from './count-words.ts'
import {
  boundIn,
  unitsOf,
  type BoundFigure,
  type Report,
  type ReportBlock,
  type Sentence,
  type TypedFigure,
  type WordOfDirection,
} from './report.ts'

/** One thing between the words and the data that somebody has to settle. */
export type Doubt = {
  /** In reading order, from 1: the number that stands in the text and on its note. */
  number: number
  sectionId: string
  blockId: string
  /** Which sentence of the block. */
  unit: number
} & (
  | { kind: 'moved' | 'new'; figures: readonly BoundFigure[] }
  | { kind: 'unbacked'; figure: TypedFigure }
  | { kind: 'word'; word: WordOfDirection }
)

type Found =
  | { kind: 'moved' | 'new'; figures: readonly BoundFigure[] }
  | { kind: 'unbacked'; figure: TypedFigure }
  | { kind: 'word'; word: WordOfDirection }

export const isUnbacked = (figure: TypedFigure): boolean => figure.source === null
export const isBeyond = (word: WordOfDirection): boolean => word.beyond !== null && word.kept === null

/** What a sentence, a table or a picture leaves to settle, in reading order; figures of one state are settled together. */
function doubtsOf(unit: Sentence): Found[] {
  const figures = boundIn(unit)
  const moved = figures.filter(({ state }) => state === 'moved')
  const fresh = figures.filter(({ state }) => state === 'new')
  const found: Found[] = []
  const once = new Set<string>()
  const add = (key: string, doubt: Found) => {
    if (once.has(key)) return
    once.add(key)
    found.push(doubt)
  }
  for (const piece of unit) {
    if (piece.kind === 'typed' && isUnbacked(piece)) {
      add(`typed ${piece.key}`, { kind: 'unbacked', figure: piece })
    } else if (piece.kind === 'direction' && isBeyond(piece)) {
      add(`word ${piece.key}`, { kind: 'word', word: piece })
    } else if (piece.kind === 'bound' && piece.state === 'moved') {
      add('moved', { kind: 'moved', figures: moved })
    } else if (piece.kind === 'bound' && piece.state === 'new') {
      add('new', { kind: 'new', figures: fresh })
    }
  }
  return found
}

/** Everything that stops this report from being issued, in reading order; none when it is ready. */
export function doubtsIn(report: Report): Doubt[] {
  let number = 0
  return report.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      unitsOf(block).flatMap((unit, index) =>
        doubtsOf(unit).map((found): Doubt => ({
          ...found,
          number: (number += 1),
          sectionId: section.id,
          blockId: block.id,
          unit: index,
        })),
      ),
    ),
  )
}

/** How many of the sentences, tables and pictures that carry a figure are settled. */
export function sentencesSettled(report: Report, doubts: readonly Doubt[]): { settled: number; all: number } {
  const carries = (unit: Sentence) => unit.some(({ kind }) => kind !== 'words')
  const blocks: readonly ReportBlock[] = report.sections.flatMap((section) => section.blocks)
  const all = blocks.flatMap(unitsOf).filter(carries).length
  const open = new Set(doubts.map(({ blockId, unit }) => `${blockId} ${unit}`)).size
  return { settled: all - open, all }
}

/** The doubt in one line, as the list of what is to settle has it. */
export function describeDoubt(doubt: Doubt): string {
  if (doubt.kind === 'unbacked') return `No source: “${doubt.figure.key}”`
  if (doubt.kind === 'word') return `“${doubt.word.text}” goes beyond the data`
  const { figures, kind } = doubt
  const figuresShown = figures.map(({ shown }) => shown).join(', ')
  return kind === 'moved'
    ? `${capital(countOf(figures.length, 'figure'))} ${figures.length === 1 ? 'has' : 'have'} moved since agreed: ${figuresShown}`
    : `${capital(countOf(figures.length, 'figure'))} to agree for the first time: ${figuresShown}`
}
