import { isMonth, type Month } from '../platform/day.ts'

/** The fields of a measure's month that a sentence can print. `value` is the figure as it is shown. */
const FIGURE_FIELDS = [
  'value',
  'numerator',
  'denominator',
  'change',
  'average',
  'lower',
  'upper',
  'run',
  'target',
  'england',
] as const
export type FigureField = (typeof FIGURE_FIELDS)[number]

const ACTION_FIELDS = ['title', 'owner', 'due_on', 'rating', 'progress'] as const
type ActionField = (typeof ACTION_FIELDS)[number]

const MEETING_FIELDS = ['held_on', 'previous_on'] as const
type MeetingField = (typeof MEETING_FIELDS)[number]

/**
 * What a sentence can be bound to, as it is written between `{{` and `}}`:
 * `as-completed-45wd@2015-01`, `as-completed-45wd@2015-01|numerator`, `action:3.2|due_on`, `meeting|previous_on`.
 */
export type Reference =
  | { kind: 'measure'; text: string; series: string; month: Month; field: FigureField }
  | { kind: 'action'; text: string; ref: string; field: ActionField }
  | { kind: 'meeting'; text: string; field: MeetingField }

/** A chart or a table that takes the place of a paragraph: `{{chart:as-completed-45wd@2015-01}}`. */
export type BlockReference =
  | { kind: 'chart'; series: string; month: Month }
  /** The actions of one recommendation, by its ref. */
  | { kind: 'actions'; recommendation: string }
  /** One line for each measure, with its figure in a month. */
  | { kind: 'measures'; series: readonly string[]; month: Month }

const within = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  (words as readonly string[]).includes(text)

/** Null when the text between the braces is not a reference. */
export function parseReference(text: string): Reference | null {
  const [target = '', field, ...more] = text.trim().split('|')
  if (more.length > 0) return null
  if (target === 'meeting') {
    return field !== undefined && within(MEETING_FIELDS, field) ? { kind: 'meeting', text, field } : null
  }
  if (target.startsWith('action:')) {
    const ref = target.slice('action:'.length)
    return ref !== '' && field !== undefined && within(ACTION_FIELDS, field)
      ? { kind: 'action', text, ref, field }
      : null
  }
  const [series = '', month] = target.split('@')
  if (!/^[a-z0-9][\w.-]*$/.test(series) || !isMonth(month)) return null
  if (field === undefined) return { kind: 'measure', text, series, month, field: 'value' }
  return within(FIGURE_FIELDS, field) ? { kind: 'measure', text, series, month, field } : null
}

/** Null when the text is not one reference to a chart or a table. */
export function parseBlockReference(text: string): BlockReference | null {
  const inside = /^\{\{(chart|table):([^{}]+)\}\}$/.exec(text.trim())
  if (!inside) return null
  const [, kind, body = ''] = inside
  const [list = '', month] = body.trim().split('@')
  if (kind === 'table' && list.startsWith('actions ')) {
    return { kind: 'actions', recommendation: list.slice('actions '.length).trim() }
  }
  if (!isMonth(month)) return null
  if (kind === 'chart') return { kind: 'chart', series: list, month }
  const series = list.split(/[\s,]+/).filter((id) => id !== '')
  return series.length > 0 ? { kind: 'measures', series, month } : null
}

export const BRACES = /\{\{([^{}]*)\}\}/g

/** The series that a block's text refers to, without repeats, whether it is a paragraph, a chart or a table. */
export function seriesIn(text: string): string[] {
  const whole = parseBlockReference(text)
  if (whole?.kind === 'chart') return [whole.series]
  if (whole?.kind === 'measures') return [...whole.series]
  if (whole) return []
  const found = [...text.matchAll(BRACES)].flatMap((match) => {
    const reference = parseReference(match[1]!)
    return reference?.kind === 'measure' ? [reference.series] : []
  })
  return [...new Set(found)]
}
