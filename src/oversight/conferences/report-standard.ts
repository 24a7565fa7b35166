import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { workingDayBefore } from '../../platform/working-days.ts'
import { choice, day, defineRecord, whole, type RecordOf } from '../../records/index.ts'
import { setReportStandards } from './permissions.ts'
import type { MeetingKind } from './meeting.ts'

/** By which working day before a meeting the report must reach the family: a setting that holds from a day on. */
export const reportStandard = defineRecord({
  name: 'report_standard',
  idPrefix: 'std',
  words: { one: 'report standard', many: 'report standards', title: 'Standards for reports to families' },
  permissions: { read: 'figures:read', write: setReportStandards },
  fields: {
    kind: choice({
      label: 'Meeting',
      choices: { initial: 'Initial conference', review: 'Review conference', care: 'Looked-after review' },
      required: 'Choose the kind of meeting',
    }),
    workingDays: whole({
      label: 'Working days before the meeting',
      hint: 'The day of the meeting is day 0; weekends and bank holidays are skipped',
      min: 0,
      max: 30,
      required: 'Enter how many working days before the meeting',
    }),
    fromOn: day({
      label: 'For meetings from',
      required: 'Enter the day from which it holds',
    }),
  },
  named: ({ kind, workingDays, fromOn }) =>
    `${WORDS[kind]}: ${formatCount(workingDays, 'working day')} before, from ${formatDay(fromOn)}`,
  order: (left, right) => (left.fromOn < right.fromOn ? 1 : -1),
})

const WORDS = { initial: 'Initial conference', review: 'Review conference', care: 'Looked-after review' }

export type ReportStandard = RecordOf<typeof reportStandard.fields>
/** So many working days before a kind of meeting, from a day on. */
export type Standard = Pick<ReportStandard, 'kind' | 'workingDays' | 'fromOn'>

/** What holds until a council sets its own: three working days before an initial conference or a looked-after review, five before a review conference. */
export const FIRST_STANDARDS: readonly Standard[] = [
  { kind: 'initial', workingDays: 3, fromOn: '1900-01-01' },
  { kind: 'review', workingDays: 5, fromOn: '1900-01-01' },
  { kind: 'care', workingDays: 3, fromOn: '1900-01-01' },
]

/** The standard for a meeting of a day: the latest of those that hold by then. */
export function standardFor(standards: readonly Standard[], kind: MeetingKind, on: Day): number {
  const holding = [...FIRST_STANDARDS, ...standards]
    .filter((standard) => standard.kind === kind && standard.fromOn <= on)
    .toSorted((left, right) => (left.fromOn < right.fromOn ? -1 : left.fromOn > right.fromOn ? 1 : 0))
  return holding.at(-1)?.workingDays ?? 0
}

/** The day by which the report must reach the family. */
export const reportDueOn = (standards: readonly Standard[], kind: MeetingKind, on: Day): Day =>
  workingDayBefore(on, standardFor(standards, kind, on))
