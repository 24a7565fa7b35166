import {
  england,
  spcOf,
  TRACKER_MONTHS,
  type ChartRules,
  type ComparisonBook,
  type Spc,
} from '../performance/index.ts'
import {
  formatLimit,
  formatRangeEnd,
  formatValue,
  type Point,
  type SeriesDefinition,
} from '../measures/index.ts'
import { formatDay, type Day, type Month } from '../platform/day.ts'
import type { Meeting } from './meeting.ts'
import type { FigureField, Reference } from './figure-reference.ts'
import { describeChange, formatFigureField, formatPlain } from './format-figure.ts'

/** One series as the current snapshot has it. */
export interface BookSeries {
  definition: SeriesDefinition
  version: string
  available: boolean
  why: string | null
  /** The total of every month, oldest first. */
  points: readonly Point[]
  target: number | null
  /** By what the council reads its charts. */
  rules: ChartRules
}

/** What of an action a sentence can print. */
export interface BookAction {
  id: string
  ref: string
  recommendation: string
  title: string
  owner: string
  dueOn: Day
  rating: string
  progress: string
}

/** Everything that a report's references can be looked up in, read once: from here on nothing asks a store. */
export interface FigureBook {
  /** What is published, with what the council brought in. */
  comparison: ComparisonBook
  /** Null before the first load. */
  snapshot: string | null
  asAt: Day | null
  loadedOn: Day | null
  /** By the id that was asked for, aliases included. */
  series: ReadonlyMap<string, BookSeries>
  /** In the plan's order. */
  actions: readonly BookAction[]
  /** The refs of recommendations, by id. */
  recommendations: ReadonlyMap<string, { ref: string; title: string }>
}

/** A reference as the current data answer it. */
export interface Now {
  shown: string
  numerator: number | null
  denominator: number | null
  measureVersion: string | null
}

export const pointOf = (series: BookSeries, month: Month): Point | null =>
  series.points.find((point) => point.period === month) ?? null

/** The chart of the months up to one, as many as the tracker looks back on, so that its last signal is that month's. */
export function spcAt(series: BookSeries, month: Month): Spc {
  const points = series.points.filter((point) => point.period <= month).slice(-TRACKER_MONTHS)
  return spcOf(series.definition, points, series.target, series.rules)
}

/** What a reference says now; null when there is nothing to say it from. */
export function lookUp(book: FigureBook, meeting: Meeting, reference: Reference): Now | null {
  if (reference.kind === 'measure')
    return measureNow(book, reference.series, reference.month, reference.field)
  const shown =
    reference.kind === 'meeting' ? meetingText(meeting, reference.field) : actionText(book, reference)
  return shown === null ? null : { shown, numerator: null, denominator: null, measureVersion: null }
}

const meetingText = (meeting: Meeting, field: 'held_on' | 'previous_on'): string | null => {
  const day = field === 'held_on' ? meeting.heldOn : meeting.previousOn
  return day === null ? null : formatDay(day)
}

function actionText(book: FigureBook, reference: Reference & { kind: 'action' }): string | null {
  const action = book.actions.find(({ ref }) => ref === reference.ref)
  if (!action) return null
  return {
    title: action.title,
    owner: action.owner || 'No owner yet',
    due_on: formatDay(action.dueOn),
    rating: action.rating,
    progress: action.progress,
  }[reference.field]
}

function measureNow(book: FigureBook, id: string, month: Month, field: FigureField): Now | null {
  const series = book.series.get(id)
  const point = series && series.available ? pointOf(series, month) : null
  if (!series || !point || point.value === null) return null
  const { definition } = series
  const { numerator, denominator } = point
  const of = (shown: string | null, parts = false): Now | null =>
    shown === null
      ? null
      : {
          shown,
          numerator: parts ? numerator : null,
          denominator: parts ? denominator : null,
          measureVersion: series.version,
        }
  const plain = (value: number | null) => (value === null ? null : formatPlain(value))
  switch (field) {
    case 'value':
      return of(formatFigureField(point, definition), true)
    case 'numerator':
      return of(plain(numerator), true)
    case 'denominator':
      return of(plain(denominator), true)
    case 'change': {
      const before = series.points[series.points.indexOf(point) - 1]
      return of(
        before && before.value !== null ? describeChange(before.value, point.value, definition) : null,
      )
    }
    case 'target':
      return of(series.target === null ? null : formatLimit(series.target, definition))
    case 'england': {
      const published = england(definition, month, book.comparison)
      return of(published && (published.unit === '%' ? `${published.value}%` : formatPlain(published.value)))
    }
  }
  const limits = spcAt(series, month)
  if (field === 'run') return of(limits.run > 0 ? `${limits.run} months` : null)
  const { centre, lower, upper } = limits
  if (field === 'average') return of(centre === null ? null : formatValue(centre, definition))
  const end = field === 'lower' ? lower : upper
  return of(end === null ? null : formatRangeEnd(end, definition))
}
