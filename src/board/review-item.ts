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

type ReviewSubject =
  | { kind: 'moved' | 'new'; figures: readonly BoundFigure[] }
  | { kind: 'unbacked'; figure: TypedFigure }
  | { kind: 'word'; word: WordOfDirection }

/** Something that somebody must resolve before the report can be issued. */
export type ReviewItem = ReviewSubject & {
  /** In reading order, from 1: the number in the text and on the note. */
  number: number
  sectionId: string
  blockId: string
  /** Which sentence of the block. */
  unit: number
}

const isUnbacked = (figure: TypedFigure): boolean => figure.source === null
const isBeyond = (word: WordOfDirection): boolean => word.beyond !== null && word.kept === null

/** The items of one sentence, table or picture, in reading order; its figures in the same state make one item. */
function itemsOf(unit: Sentence): ReviewSubject[] {
  const figures = boundIn(unit)
  const moved = figures.filter(({ state }) => state === 'moved')
  const fresh = figures.filter(({ state }) => state === 'new')
  const found: ReviewSubject[] = []
  const seen = new Set<string>()
  const add = (key: string, item: ReviewSubject) => {
    if (seen.has(key)) return
    seen.add(key)
    found.push(item)
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

/** Everything that stops the report from being issued, in reading order; empty when it is ready. */
export function reviewItemsIn(report: Report): ReviewItem[] {
  let number = 0
  return report.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      unitsOf(block).flatMap((unit, index) =>
        itemsOf(unit).map((found): ReviewItem => ({
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

/** How many sentences, tables and pictures have a figure, and how many of them need no review. */
export function countResolved(
  report: Report,
  reviewItems: readonly ReviewItem[],
): { resolved: number; all: number } {
  const hasFigure = (unit: Sentence) => unit.some(({ kind }) => kind !== 'words')
  const blocks: readonly ReportBlock[] = report.sections.flatMap((section) => section.blocks)
  const all = blocks.flatMap(unitsOf).filter(hasFigure).length
  const open = new Set(reviewItems.map(({ blockId, unit }) => `${blockId} ${unit}`)).size
  return { resolved: all - open, all }
}

export function describeReviewItem(item: ReviewItem): string {
  if (item.kind === 'unbacked') return `No source: “${item.figure.key}”`
  if (item.kind === 'word') return `“${item.word.text}” goes beyond the data`
  const { figures, kind } = item
  const figuresShown = figures.map(({ shown }) => shown).join(', ')
  return kind === 'moved'
    ? `${capital(countOf(figures.length, 'figure'))} ${figures.length === 1 ? 'has' : 'have'} moved since agreed: ${figuresShown}`
    : `${capital(countOf(figures.length, 'figure'))} to agree for the first time: ${figuresShown}`
}
