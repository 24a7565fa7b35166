import { choice, defineRecord, paragraph, text, whole, day, type RecordOf } from '../../records/index.ts'
import { recordMissing } from './permissions.ts'
import { dayOf, elapsedHours, epochOf, isMoment, momentOf, type Moment } from './moment.ts'

const moment = (label: string, required?: string) =>
  text({
    label,
    ...(required !== undefined && { required }),
    rule: (value) => (value === '' || isMoment(value) ? null : `${label} must be a real day and time`),
  })

export const REPORTERS = {
  carer: 'Carer',
  home: 'Children’s home',
  school: 'School',
  'social worker': 'Social worker',
  police: 'Police',
} as const

export const CARED = {
  ours: 'Looked after by us',
  another: 'Placed here by another council',
  none: 'Not looked after',
} as const

/** One time that a child was missing. Child-level. */
export const missingEpisode = defineRecord({
  name: 'missing_episode',
  idPrefix: 'mis',
  words: { one: 'time missing', many: 'times missing' },
  permissions: { read: 'cases:read', write: recordMissing },
  fields: {
    childId: text({
      label: 'Child',
      hint: 'The number that the case system has',
      required: 'Enter the child’s number',
    }),
    /** The case system's own name for it; its own id where it was written down by hand. */
    episode: text({ label: 'Episode', hidden: true }),
    cared: choice({
      label: 'Who looks after the child',
      choices: CARED,
      required: 'Choose who looks after the child',
    }),
    livesAt: text({ label: 'Where they live', hint: 'Such as foster home; no address' }),
    milesAway: whole({
      label: 'Miles outside the area',
      hint: 'Leave it empty for a home in the area',
      min: 1,
      max: 999,
    }),
    missingFrom: moment('Missing from', 'Enter when the child was last where they should be'),
    reportedAt: moment('Reported', 'Enter when the police or the council were told'),
    reportedBy: choice({ label: 'Told by', choices: REPORTERS, required: 'Choose who told them' }),
    recordedAt: moment('Entered in the case system'),
    returnedAt: moment('Back'),
    team: text({ label: 'Team', hidden: true }),
    worker: text({ label: 'Worker', hidden: true }),
  },
  named: ({ missingFrom }) => `Missing from ${missingFrom.replace('T', ' ')}`,
  check: (values, { now }) => episodeFaults(values, momentOf(now)),
})
export type MissingEpisode = RecordOf<typeof missingEpisode.fields>

interface Times {
  missingFrom: Moment
  reportedAt: Moment
  /** Empty while it is not entered. */
  recordedAt: Moment
  /** Empty while the child is missing. */
  returnedAt: Moment
}

/** What cannot be, of the times of an episode, in words that say how to put it right. */
export function episodeFaults(
  { missingFrom, reportedAt, recordedAt, returnedAt }: Times,
  now: Moment,
): Partial<Record<keyof Times, string>> {
  const ahead = (value: Moment) => value !== '' && isMoment(value) && startOf(value) > startOf(now)
  const before = (value: Moment) => value !== '' && isMoment(value) && endOf(value) < startOf(missingFrom)
  return {
    ...(ahead(missingFrom) && { missingFrom: 'The child cannot be missing from a time that has not come' }),
    ...(ahead(reportedAt)
      ? { reportedAt: 'The report cannot be at a time that has not come' }
      : before(reportedAt) && {
          reportedAt: 'The report must be after the child was last where they should be',
        }),
    ...(ahead(recordedAt)
      ? { recordedAt: 'The entry cannot be at a time that has not come' }
      : before(recordedAt) && {
          recordedAt: 'The entry must be after the child was last where they should be',
        }),
    ...(ahead(returnedAt)
      ? { returnedAt: 'The return cannot be at a time that has not come' }
      : before(returnedAt) && {
          returnedAt: 'The return must be after the child was last where they should be',
        }),
  }
}

const startOf = (value: Moment): number => epochOf(value, 'start')
const endOf = (value: Moment): number => epochOf(value, 'end')

export const STEPS = {
  offered: 'Offered, no answer yet',
  booked: 'Accepted and booked',
  held: 'Held',
  declined: 'Declined',
  unable: 'Unable to hold',
} as const
export type StepKind = keyof typeof STEPS

/** With one of these the work after a return is finished. */
const FINAL: readonly StepKind[] = ['held', 'declined', 'unable']

export const INTERVIEWERS = {
  'children’s rights officer': 'Children’s rights officer',
  'youth worker': 'Youth worker, or a charity’s',
  'social worker': 'Social worker',
  'residential worker': 'Residential worker',
} as const

/** What was done after a child came back: one record for each offer, booking, interview or end without one. Child-level. */
export const returnStep = defineRecord({
  name: 'return_step',
  idPrefix: 'rst',
  words: { one: 'step after a return', many: 'steps after returns' },
  permissions: { read: 'cases:read', write: recordMissing },
  fields: {
    episodeId: text({ label: 'Time missing', hidden: true }),
    kind: choice({ label: 'What happened', choices: STEPS, required: 'Choose what happened' }),
    at: moment('When', 'Enter when it was'),
    bookedFor: moment('Booked for'),
    interviewer: choice({ label: 'By', choices: INTERVIEWERS }),
    interviewerCode: text({ label: 'Their code', hint: 'Never a name' }),
    independent: choice({
      label: 'Independent',
      hint: 'They neither care for the child nor hold the case',
      choices: { yes: 'Yes', no: 'No' },
    }),
    whyIndependent: text({ label: 'Why they count as independent, or why not' }),
    themes: text({ label: 'Themes', hint: 'Such as family contact, exploitation, placement; no names' }),
    note: paragraph({ label: 'Note' }),
  },
  named: ({ kind, at }) => `${STEPS[kind]}, ${at.replace('T', ' ')}`,
  about: ({ episodeId }) => episodeId,
})
export type ReturnStep = RecordOf<typeof returnStep.fields>

/** What cannot be, of a step after that return. */
export function stepFaults(
  step: Pick<ReturnStep, 'kind' | 'at' | 'bookedFor' | 'interviewer' | 'independent' | 'whyIndependent'>,
  returnedAt: Moment,
  now: Moment,
): Partial<Record<keyof ReturnStep, string>> {
  if (returnedAt === '') return { at: 'Record first when the child came back: the clock starts then' }
  if (!isMoment(step.at)) return {}
  const what = step.kind === 'held' ? 'The interview' : 'It'
  return {
    ...(endOf(step.at) < startOf(returnedAt) && { at: `${what} cannot be before the child came back` }),
    ...(startOf(step.at) > startOf(now) && { at: `${what} cannot be at a time that has not come` }),
    ...(step.kind === 'booked' &&
      step.bookedFor === '' && { bookedFor: 'Enter when the interview is to be' }),
    ...(step.kind === 'booked' &&
      isMoment(step.bookedFor) &&
      endOf(step.bookedFor) < startOf(step.at) && {
        bookedFor: 'The interview cannot be booked for a time before the child accepted it',
      }),
    ...(step.kind === 'held' &&
      step.interviewer === null && { interviewer: 'Choose who held the interview' }),
    ...(step.kind === 'held' &&
      step.independent === null && { independent: 'Choose whether they were independent' }),
    ...(step.independent === 'yes' &&
      step.interviewer === 'social worker' &&
      step.whyIndependent.trim() === '' && {
        whyIndependent: 'Say why a social worker counts as independent here: the child’s own never does',
      }),
  }
}

/** A talk about a child who goes missing again and again. Child-level. */
export const strategyDiscussion = defineRecord({
  name: 'missing_discussion',
  idPrefix: 'mdi',
  words: { one: 'strategy discussion', many: 'strategy discussions' },
  permissions: { read: 'cases:read', write: recordMissing },
  fields: {
    childId: text({ label: 'Child', hidden: true }),
    heldOn: day({
      label: 'Held on',
      required: 'Enter the day of the discussion',
    }),
    note: paragraph({ label: 'What was agreed' }),
  },
  named: ({ heldOn }) => `Strategy discussion, ${heldOn}`,
  check: ({ heldOn }, { today }) =>
    heldOn > today ? { heldOn: 'The day of the discussion must be today or earlier' } : {},
})
export type StrategyDiscussion = RecordOf<typeof strategyDiscussion.fields>

/** Hours in which an interview is to be offered and held, and in which an episode is to be recorded. */
export const RETURN_HOURS = 72
export const RECORD_HOURS = 24

export type EpisodeState = 'missing' | 'running' | 'past' | 'finished'

export interface ReturnClock {
  state: EpisodeState
  /** From the report to the entry; null while it is not entered. */
  hoursToRecord: number | null
  hoursMissing: number
  /** Since the return; at the end, of a finished one. Null while the child is missing. */
  hoursSince: number | null
  /** When the 72 hours end. */
  limit: Moment | null
  offers: readonly number[]
  bookedAfter: number | null
  final: ReturnStep | null
}

/** Where the 72 hours of one episode are now. Steps are of that episode, in any order. */
export function returnClock(episode: Times, steps: readonly ReturnStep[], now: Moment): ReturnClock {
  const { missingFrom, reportedAt, recordedAt, returnedAt } = episode
  const order = steps.toSorted((left, right) => endOf(left.at) - endOf(right.at))
  const final = order.findLast(({ kind }) => FINAL.includes(kind)) ?? null
  const after = (at: Moment) => elapsedHours(returnedAt, at)
  const hoursSince = returnedAt === '' ? null : Math.max(0, after(final?.at ?? now))
  return {
    state:
      hoursSince === null ? 'missing' : final ? 'finished' : hoursSince > RETURN_HOURS ? 'past' : 'running',
    hoursToRecord:
      recordedAt === ''
        ? null
        : Math.max(0, elapsedHours(reportedAt, recordedAt, { from: 'start', to: 'end' })),
    hoursMissing: Math.max(
      0,
      elapsedHours(missingFrom, returnedAt === '' ? now : returnedAt, { from: 'start', to: 'end' }),
    ),
    hoursSince,
    limit: returnedAt === '' ? null : limitOf(returnedAt),
    offers: returnedAt === '' ? [] : order.filter(isOffer).map(({ at }) => after(at)),
    bookedAfter:
      returnedAt === '' || final
        ? null
        : (order
            .filter(({ bookedFor }) => bookedFor !== '')
            .map((step) => after(step.bookedFor))
            .at(-1) ?? null),
    final,
  }
}

const isOffer = ({ kind }: ReturnStep): boolean => kind === 'offered'

const limitOf = (returnedAt: Moment): Moment => {
  const end = Temporal.Instant.fromEpochMilliseconds(endOf(returnedAt) + RETURN_HOURS * 3_600_000)
  return momentOf(end.toString())
}

export const onOrBefore = (moment: Moment, asAt: string): boolean => moment !== '' && dayOf(moment) <= asAt
