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
  /** Of tables that it counts from and that are as at another day than the figures; null where none is. */
  otherDays: string | null
  target: number | null
  /** The rules that the council uses to read its charts. */
  rules: ChartRules
}

interface BookAction {
  id: string
  ref: string
  recommendation: string
  title: string
  owner: string
  dueOn: Day
  rating: string
  progress: string
}

/** Everything that a report's references are looked up in, read once, so that building a report needs no store. */
export interface FigureBook {
  /** Published figures, with those that the council imported. */
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

/** A reference looked up in the current data. */
export interface CurrentFigure {
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

/** Null when the current data has no figure for the reference. */
export function lookUp(book: FigureBook, meeting: Meeting, reference: Reference): CurrentFigure | null {
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

function measureNow(book: FigureBook, id: string, month: Month, field: FigureField): CurrentFigure | null {
  const series = book.series.get(id)
  const point = series && series.available ? pointOf(series, month) : null
  if (!series || !point || point.value === null) return null
  const { definition } = series
  const { numerator, denominator } = point
  const figure = (shown: string | null, parts = false): CurrentFigure | null =>
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
      return figure(formatFigureField(point, definition), true)
    case 'numerator':
      return figure(plain(numerator), true)
    case 'denominator':
      return figure(plain(denominator), true)
    case 'change': {
      const before = series.points[series.points.indexOf(point) - 1]
      return figure(
        before && before.value !== null ? describeChange(before.value, point.value, definition) : null,
      )
    }
    case 'target':
      return figure(series.target === null ? null : formatLimit(series.target, definition))
    case 'england': {
      const published = england(definition, month, book.comparison)
      if (!published) return null
      const value = published.unit === '%' ? `${published.value}%` : formatPlain(published.value)
      // Of another year than the month's, it says which.
      return figure(published.isSameYear ? value : `${value} (${published.period})`)
    }
  }
  const limits = spcAt(series, month)
  if (field === 'run') return figure(limits.run > 0 ? `${limits.run} months` : null)
  const { centre, lower, upper } = limits
  if (field === 'average') return figure(centre === null ? null : formatValue(centre, definition))
  const end = field === 'lower' ? lower : upper
  return figure(end === null ? null : formatRangeEnd(end, definition))
}
