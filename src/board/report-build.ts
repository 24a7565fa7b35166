import { formatMonth } from '../platform/day.ts'
import { buildChart, buildTable, seriesName } from './report-block-build.ts'
import { lookUp, spcAt, type FigureBook, type CurrentFigure } from './figure-book.ts'
import { parseBlockReference, parseReference, type FigureField, type Reference } from './figure-reference.ts'
import { isBorneOut } from './compared-claim.ts'
import { beyondTheData } from './direction-word.ts'
import type { Meeting } from './meeting.ts'
import type {
  BoundFigure,
  Piece,
  DatedFigure,
  Report,
  ReportBlock,
  Sentence,
  WordOfDirection,
} from './report.ts'
import { sectionNumbers, type Draft, type DraftBlock } from './report-draft.ts'
import { readText, type TextPiece } from './report-text.ts'

interface Lookup {
  council: string
  meeting: Meeting
  book: FigureBook
}

/** Looks every figure of the draft up, and compares it with what was agreed. */
export function buildReport(draft: Draft, lookup: Lookup): Report {
  const { meeting, book, council } = lookup
  const numbers = sectionNumbers(draft.sections)
  const otherDays = otherDaysOf(book)
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
    ...(otherDays.length > 0 && { otherDays }),
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

/** Once for each measure, though a report may name it by several ids. */
function otherDaysOf({ series }: FigureBook): { title: string; sentence: string }[] {
  const found = new Map<string, { title: string; sentence: string }>()
  for (const { definition, otherDays } of series.values())
    if (otherDays !== null) found.set(definition.id, { title: seriesName(definition), sentence: otherDays })
  return [...found.values()]
}

function buildBlock(block: DraftBlock, lookup: Lookup): ReportBlock {
  const { id, kind, owner, version } = block
  const common = { id, kind, owner, version }
  const reference = parseBlockReference(block.text)
  const bound = (text: string) => bind(parseReference(text)!, block, lookup)
  if (reference?.kind === 'chart') {
    const chart = buildChart(reference, lookup.book, bound)
    if (chart) return { ...common, content: chart }
  } else if (reference) {
    return { ...common, content: buildTable(reference, lookup.book, bound) }
  }
  const lines = readText(block.text).map(({ form, sentences }) => ({
    form,
    sentences: sentences.map((sentence) => buildSentence(sentence, block, lookup)),
  }))
  return { ...common, content: { kind: 'text', lines } }
}

const buildSentence = (sentence: readonly TextPiece[], block: DraftBlock, lookup: Lookup): Sentence =>
  sentence.map((piece, index): Piece => {
    const style = { bold: piece.bold, italic: piece.italic }
    if (piece.kind === 'words') return { kind: 'words', text: piece.text, ...style }
    if (piece.kind === 'bound') return { ...bind(piece.reference, block, lookup), ...style }
    if (piece.kind === 'direction')
      return { ...directionOf(piece.text, sentence, index, block, lookup), ...style }
    if (piece.kind === 'typed' && isBorneOut(piece.text, referencesOf(sentence), lookup.book))
      return { kind: 'words', text: piece.text, ...style }
    // Braces that are no longer a reference are printed as typed, and need a source like any typed figure.
    const key = piece.kind === 'typed' ? piece.key : piece.text
    return { kind: 'typed', text: piece.text, key, source: block.sources.get(key) ?? null, ...style }
  })

const referencesOf = (sentence: readonly TextPiece[]): Reference[] =>
  sentence.flatMap((piece) => (piece.kind === 'bound' ? [piece.reference] : []))

function directionOf(
  word: string,
  sentence: readonly TextPiece[],
  index: number,
  block: DraftBlock,
  { book }: Lookup,
): WordOfDirection {
  const about = nearestMeasure(sentence, index)
  const key = `${word.toLowerCase()} ${about?.series ?? ''}@${about?.month ?? ''}`
  return {
    kind: 'direction',
    text: word,
    key,
    beyond: about && whyBeyond(word, about, book),
    kept: block.keptWords.get(key) ?? null,
  }
}

type MeasureReference = Reference & { kind: 'measure' }

/** The measure nearest to a word of direction in its sentence; of two equally near, the later one. */
function nearestMeasure(sentence: readonly TextPiece[], wordIndex: number): MeasureReference | null {
  let found: MeasureReference | null = null
  let nearest = Infinity
  for (const [index, piece] of sentence.entries()) {
    if (piece.kind !== 'bound' || piece.reference.kind !== 'measure') continue
    const distance = index > wordIndex ? index - wordIndex : wordIndex - index + 0.5
    if (distance < nearest) [found, nearest] = [piece.reference, distance]
  }
  return found
}

function whyBeyond(word: string, { series: id, month }: MeasureReference, book: FigureBook): string | null {
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
 * A figure has moved when it is printed differently. A value has also moved when its counts changed but it rounds to the
 * same. A sentence that gives one count has not moved when the other count did.
 */
const differs = (reference: Reference, agreed: DatedFigure, now: CurrentFigure): boolean =>
  agreed.shown !== now.shown ||
  (reference.kind === 'measure' &&
    reference.field === 'value' &&
    (agreed.numerator !== now.numerator || agreed.denominator !== now.denominator))

/** Compares a reference with what was agreed of it in this block. */
function bind(reference: Reference, block: DraftBlock, { book, meeting }: Lookup): BoundFigure {
  const found = lookUp(book, meeting, reference)
  const now: DatedFigure | null = found && {
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

/** "Assessments completed within 45 working days, January 2015, the count". */
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
