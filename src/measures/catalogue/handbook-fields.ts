import { listOf, optional, repeated, required, words } from '../../platform/definition-file.ts'

/** A measure's clock on an example's days, chosen so that its picture shows what the rule turns on. */
export interface DrawnClock {
  unit: 'working days' | 'days' | 'months' | 'hours'
  /** The day, or for hours the minute, on which the example starts. */
  from: string
  /** "the assessment starts" */
  starts: string
  /** "a manager authorises it" */
  ends: string
  /** How many of the unit: the limit, or several points. */
  at: readonly number[]
  /** It counts back: the family has the report so many days before. */
  back: boolean
  /** What an end after the last of them is. */
  after: string
  /** It is that on the last day already, and not from the next day on. */
  onTheDay: boolean
}

const DRAWN =
  /^(\d+(?:, \d+)*) (working day|day|month|hour)s? (from|before) (\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?)$/

/** `10, 20, 35, 45 working days from 2015-02-02`; `3 working days before 2015-01-05`; `72 hours from 2015-02-06T23:30` */
function readDrawn(text: string): Pick<DrawnClock, 'unit' | 'from' | 'at' | 'back'> | null {
  const [, at, unit, direction, from] = DRAWN.exec(text) ?? []
  if (!at || !from) return null
  return {
    unit: `${unit}s` as DrawnClock['unit'],
    from,
    at: listOf(at).map(Number),
    back: direction === 'before',
  }
}

/** `counted`; `counted, on the last day already` */
function readAfter(text: string): Pick<DrawnClock, 'after' | 'onTheDay'> {
  const [, after] = /^(.+), on the last day already$/.exec(text) ?? []
  return { after: after ?? text, onTheDay: after !== undefined }
}

/** `green 90; amber 80` */
function readStart(text: string): { green: string; amber: string } | null {
  const [, green, amber] = /^green (.+); amber (.+)$/.exec(text) ?? []
  return green && amber ? { green, amber } : null
}

/** `2015-16: 29% to referral` */
function readPublished(text: string): { period: string; text: string } | null {
  const [, period, figures] = /^(.+?): (.+)$/.exec(text) ?? []
  return period && figures ? { period, text: figures } : null
}

/** What only the measure's page of the handbook shows. Published figures are under the Open Government Licence v3.0. */
export const HANDBOOK_FIELDS = {
  /** Its place among the measures of its area. */
  order: required((text) => (/^\d+$/.test(text) ? Number(text) : null)),
  why: required(words),
  /** What kind of standard there is, what it is, and the documents it is in. */
  status: required(words),
  guidance: optional(words),
  reference: repeated(words),
  /** What it can be broken down by, where a source has it. */
  breakdowns: required(listOf),
  /** A local starting point for a target, and no standard. */
  'start at': optional(readStart),
  trap: repeated((trap, _line, { rule }) => ({ trap, rule }), { inner: { rule: required(words) } }),
  published: repeated(
    (text, _line, { source }) => {
      const published = readPublished(text)
      return published && { ...published, sources: source }
    },
    { inner: { source: repeated(words) } },
  ),
  'clock drawn': repeated(
    (text, _line, { starts, ends, after }): DrawnClock | null => {
      const drawn = readDrawn(text)
      return drawn && { ...drawn, starts, ends, ...(after ?? { after: 'late', onTheDay: false }) }
    },
    { inner: { starts: required(words), ends: required(words), after: optional(readAfter) } },
  ),
}
