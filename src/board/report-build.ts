import { formatMonth } from '../platform/day.ts'
import { buildChart, buildTable } from './exhibit-build.ts'
import { lookUp, spcAt, type FigureBook, type Now } from './figure-book.ts'
import { parseExhibit, parseReference, type FigureField, type Reference } from './figure-reference.ts'
import { beyondTheData } from './direction-word.ts'
import type { Meeting } from './meeting.ts'
import type { BoundFigure, Piece, Reading, Report, ReportBlock, Sentence, WordOfDirection } from './report.ts'
import { sectionNumbers, type Draft, type DraftBlock } from './report-draft.ts'
import { readText, type TextPiece } from './report-text.ts'

/** Where a draft's references are looked up. */
export interface Lookup {
  council: string
  meeting: Meeting
  book: FigureBook
}

/** The draft with every figure looked up, and each held against what was agreed. */
export function buildReport(draft: Draft, lookup: Lookup): Report {
  const { meeting, book, council } = lookup
  const numbers = sectionNumbers(draft.sections)
  return {
    council,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      heldOn: meeting.heldOn,
      previousOn: meeting.previousOn,
    },
    subject: draft.subject,
    author: draft.author,
    version: draft.version,
    asAt: book.asAt,
    snapshot: book.snapshot,
    sections: draft.sections.map((section, index) => {
      const recommendation = section.recommendationId
        ? book.recommendations.get(section.recommendationId)
        : null
      return {
        id: section.id,
        number: numbers[index]!,
        heading: section.heading,
        level: section.level,
        recommendation:
          section.recommendationId && recommendation
            ? { id: section.recommendationId, ref: recommendation.ref }
            : null,
        blocks: section.blocks.map((block) => buildBlock(block, lookup)),
      }
    }),
  }
}

function buildBlock(block: DraftBlock, lookup: Lookup): ReportBlock {
  const { id, kind, owner, version } = block
  const whole = { id, kind, owner, version }
  const exhibit = parseExhibit(block.text)
  const bound = (text: string) => bind(parseReference(text)!, block, lookup)
  if (exhibit?.kind === 'chart') {
    const chart = buildChart(exhibit, lookup.book, bound)
    if (chart) return { ...whole, content: chart }
  } else if (exhibit) {
    return { ...whole, content: buildTable(exhibit, lookup.book, bound) }
  }
  const lines = readText(block.text).map(({ form, sentences }) => ({
    form,
    sentences: sentences.map((sentence) => buildSentence(sentence, block, lookup)),
  }))
  return { ...whole, content: { kind: 'text', lines } }
}

const buildSentence = (sentence: readonly TextPiece[], block: DraftBlock, lookup: Lookup): Sentence =>
  sentence.map((piece, at): Piece => {
    const style = { bold: piece.bold, italic: piece.italic }
    if (piece.kind === 'words') return { kind: 'words', text: piece.text, ...style }
    if (piece.kind === 'bound') return { ...bind(piece.reference, block, lookup), ...style }
    if (piece.kind === 'direction')
      return { ...directionOf(piece.text, sentence, at, block, lookup), ...style }
    // Braces that have stopped being a reference stand as typed, and are settled like any typed figure.
    const key = piece.kind === 'typed' ? piece.key : piece.text
    return { kind: 'typed', text: piece.text, key, source: block.sources.get(key) ?? null, ...style }
  })

function directionOf(
  word: string,
  sentence: readonly TextPiece[],
  at: number,
  block: DraftBlock,
  { book }: Lookup,
): WordOfDirection {
  const about = nearestMeasure(sentence, at)
  const key = `${word.toLowerCase()} ${about?.series ?? ''}@${about?.month ?? ''}`
  return {
    kind: 'direction',
    text: word,
    key,
    beyond: about && doubtOf(word, about, book),
    kept: block.keptWords.get(key) ?? null,
  }
}

type MeasureReference = Reference & { kind: 'measure' }

/** The measure that a word of direction speaks of: the nearest in its sentence, the one that follows before the one that went. */
function nearestMeasure(sentence: readonly TextPiece[], at: number): MeasureReference | null {
  let found: MeasureReference | null = null
  let nearest = Infinity
  for (const [index, piece] of sentence.entries()) {
    if (piece.kind !== 'bound' || piece.reference.kind !== 'measure') continue
    const distance = index > at ? index - at : at - index + 0.5
    if (distance < nearest) [found, nearest] = [piece.reference, distance]
  }
  return found
}

function doubtOf(word: string, { series: id, month }: MeasureReference, book: FigureBook): string | null {
  const series = book.series.get(id)
  if (!series || !series.available) return 'There are no figures to bear this word out.'
  return beyondTheData(word, spcAt(series, month), series.definition.polarity)
}

function hrefOf(reference: Reference, book: FigureBook): string | null {
  if (reference.kind === 'meeting') return null
  if (reference.kind === 'measure') {
    const series = book.series.get(reference.series)
    return series ? `/measures/${series.definition.id}` : null
  }
  const action = book.actions.find(({ ref }) => ref === reference.ref)
  return action ? `/plan/actions/${action.id}` : null
}

/**
 * A figure has moved when it shows otherwise, and a value also when the counts behind it have changed though it rounds
 * to the same. A sentence that gives one count has not moved because another did.
 */
const differs = (reference: Reference, agreed: Reading, now: Now): boolean =>
  agreed.shown !== now.shown ||
  (reference.kind === 'measure' &&
    reference.field === 'value' &&
    (agreed.numerator !== now.numerator || agreed.denominator !== now.denominator))

/** A reference held against what was agreed of it in this block. */
function bind(reference: Reference, block: DraftBlock, { book, meeting }: Lookup): BoundFigure {
  const found = lookUp(book, meeting, reference)
  const now: Reading | null = found && {
    shown: found.shown,
    numerator: found.numerator,
    denominator: found.denominator,
    asAt: book.asAt,
  }
  const agreement = block.agreements.get(reference.text)
  const agreed = agreement
    ? {
        shown: agreement.shown,
        numerator: agreement.numerator,
        denominator: agreement.denominator,
        asAt: agreement.asAt,
        by: agreement.by,
        at: agreement.at,
      }
    : null
  const state = !agreed ? 'new' : !found || differs(reference, agreed, found) ? 'moved' : 'agreed'
  return {
    kind: 'bound',
    ref: reference.text,
    shown: agreed?.shown ?? now?.shown ?? 'not available',
    state,
    agreed,
    now,
    href: hrefOf(reference, book),
  }
}

const FIGURE_FIELD_WORDS: Readonly<Record<FigureField, string>> = {
  value: '',
  numerator: ', the count',
  denominator: ', of how many',
  change: ', change from the month before',
  average: ', the average',
  lower: ', lower end of the usual range',
  upper: ', upper end of the usual range',
  run: ', months running',
  target: ', the target',
  england: ', England',
}

/** What a reference is, in words: "Assessments completed within 45 working days, January 2015, the count". */
export const formatReference = (text: string, book: FigureBook): string => {
  const reference = parseReference(text)
  if (reference?.kind === 'measure') {
    const title = book.series.get(reference.series)?.definition.title ?? reference.series
    return `${title}, ${formatMonth(reference.month)}${FIGURE_FIELD_WORDS[reference.field]}`
  }
  if (reference?.kind === 'action')
    return `Action ${reference.ref}, ${reference.field.replace('_on', ' day')}`
  return 'Day of the meeting'
}
