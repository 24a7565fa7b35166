import type { DayNumber } from '../day-number.ts'
import type {
  AssessmentEvent,
  CarePeriod,
  ChildLog,
  Position,
  EarlyHelpEvent,
  EnquiryEvent,
  RecordedEvent,
  NeedEpisode,
  ProtectionPlan,
} from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'

/** Something that began, and ended or goes on, as far as was known on the day of the extract. */
export interface Spell {
  from: DayNumber
  until: DayNumber | null
  position: Position
}

interface KnownReferral {
  on: DayNumber
  source: string
  isNfa: boolean
  position: Position
}

/** What was known of one child. Child-level. */
export interface KnownChild {
  log: ChildLog
  contacts: { on: DayNumber; source: string }[]
  /** Those that count: of a child not already open, one a day, in order of their days. */
  referrals: KnownReferral[]
  needs: (Spell & { event: NeedEpisode })[]
  earlyHelp: { from: DayNumber; until: DayNumber | null; event: EarlyHelpEvent }[]
  assessments: (Spell & { event: AssessmentEvent })[]
  /** `until` is the day the enquiry was concluded. */
  enquiries: (Spell & { event: EnquiryEvent; conferenceOn: DayNumber | null })[]
  plans: (Spell & { event: ProtectionPlan; previousPlans: number })[]
  care: (Spell & { event: CarePeriod; statuses: readonly { from: DayNumber; status: string }[] })[]
}

/** The day of something that had happened by the day of the extract and had been recorded when it was taken. */
export function dayKnown(view: ExtractView, event: RecordedEvent | null): DayNumber | null {
  if (event === null || event.on > view.asAt || event.recordedOn > view.recordedTo) return null
  return event.on
}

export function knownChild(log: ChildLog, view: ExtractView): KnownChild {
  const lasting = <Event extends { started: RecordedEvent }>(
    events: readonly Event[],
    endOf: (event: Event) => RecordedEvent | null,
  ): { from: DayNumber; until: DayNumber | null; event: Event }[] =>
    events.flatMap((event) => {
      const from = dayKnown(view, event.started)
      const until = dayKnown(view, endOf(event))
      // An extract holds nothing that was over before its first day.
      if (from === null || (until !== null && until < view.from)) return []
      return [{ from, until, event }]
    })
  const spells = <Event extends { started: RecordedEvent; position: Position }>(
    events: readonly Event[],
    endOf: (event: Event) => RecordedEvent | null,
  ): (Spell & { event: Event })[] =>
    lasting(events, endOf).map((spell) => ({ ...spell, position: spell.event.position }))
  const needs = spells(log.needs, ({ closed }) => closed)
  return {
    log,
    contacts: contactsKnown(log, view),
    referrals: referralsThatCount(log, view, needs),
    needs,
    earlyHelp: lasting(log.earlyHelp, ({ ended }) => ended),
    assessments: spells(log.assessments, ({ authorised }) => authorised),
    enquiries: spells(log.enquiries, ({ ended }) => ended).map((spell) => ({
      ...spell,
      conferenceOn: dayKnown(view, spell.event.conference),
    })),
    plans: spells(log.plans, ({ ended }) => ended).map((spell) => ({
      ...spell,
      previousPlans: spell.event.previousPlans,
    })),
    care: spells(log.care, ({ ended }) => ended).map((spell) => ({
      ...spell,
      statuses: spell.event.statuses,
    })),
  }
}

/** Two contacts from one source on one day are one: an extract cannot tell them apart. */
function contactsKnown(log: ChildLog, view: ExtractView): KnownChild['contacts'] {
  const found = new Map<string, { on: DayNumber; source: string }>()
  for (const { received, source } of log.contacts) {
    const on = dayKnown(view, received)
    if (on !== null) found.set(`${on} ${source}`, { on, source })
  }
  return [...found.values()]
}

/** An episode of need began on an earlier day and has not closed by this one. */
export const wasOpenBefore = (needs: readonly Spell[], day: DayNumber): boolean =>
  needs.some(({ from, until }) => from < day && (until === null || until > day))

function referralsThatCount(log: ChildLog, view: ExtractView, needs: readonly Spell[]): KnownReferral[] {
  const byDay = new Map<DayNumber, KnownReferral>()
  for (const { received, source, isNfa, position } of log.referrals) {
    const on = dayKnown(view, received)
    if (on === null || byDay.has(on) || wasOpenBefore(needs, on)) continue
    byDay.set(on, { on, source, isNfa, position })
  }
  return [...byDay.values()].sort((a, b) => a.on - b.on)
}
