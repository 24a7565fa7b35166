import { contactSource } from './source.ts'
import type { FamilyContext } from './course.ts'
import type { DayNumber } from '../day-number.ts'
import type { ChildLog, ContactEvent, ContactOutcome, EarlyHelpEvent, FamilyLog } from '../event-log.ts'
import { HOURS_TO_DECISION } from '../calibration/everywhere.ts'
import { recorded } from './recording.ts'

const ORGANISATIONS = [
  'Primary school',
  'Secondary school',
  'Health visiting',
  'Family hub',
  'Housing',
  'Early help team',
]

/** Contacts about a family that did not become a referral, from its first on: police notices come in runs. */
export function contactOnly(context: FamilyContext, family: FamilyLog, firstOn: DayNumber): void {
  const { council, random } = context
  for (let on = firstOn; on <= council.asAt; on += random.between(20, 260)) {
    contactAbout(context, family.children, on)
    if (random.chance(0.42)) return
  }
}

/** News about children whom the council knows, open or not: contacts that are no new referral. */
export function contactsWhileKnown(context: FamilyContext, family: FamilyLog): void {
  const { council, random } = context
  const { perYear } = council.plan.profile.contactsWhileKnown
  const first = Math.min(
    ...family.children.flatMap(({ referrals }) => referrals.map(({ received }) => received.on)),
  )
  if (!Number.isFinite(first)) return
  const last = Math.max(...family.children.map(lastKnownOn))
  for (let on = Math.max(first, council.from); ;) {
    on += Math.ceil((-Math.log(1 - random.next()) * 365) / perYear)
    if (on > Math.min(last, council.asAt)) return
    contactAbout(context, family.children, on)
  }
}

function contactAbout(context: FamilyContext, children: readonly ChildLog[], on: DayNumber): void {
  const { random, detail } = context
  const { profile } = context.council.plan
  const source = contactSource(profile, random, on)
  const outcome = detail.weighted(profile.contactOutcomes)
  const about = children.filter(() => random.chance(0.85))
  const decision = decisionOn(context, outcome)
  for (const child of about) child.contacts.push({ received: recorded(random, on), source, ...decision })
  if (outcome === 'early help') helpEarly(context, about, on)
}

/** What was decided of a contact about brothers and sisters, and when: at one place in twenty nobody wrote it down. */
export const decisionOn = (
  { detail }: FamilyContext,
  outcome: ContactOutcome,
): Pick<ContactEvent, 'outcome' | 'decidedAfterHours'> => ({
  outcome,
  decidedAfterHours: detail.chance(0.05) ? null : Math.round(detail.quantile(HOURS_TO_DECISION) * 10) / 10,
})

const REASONS = [
  'Parenting support',
  'Family conflict',
  'School attendance',
  "Child's behaviour",
  "Parent's mental health",
  'Housing or money',
  'Young carer',
]

function helpEarly(
  { council, random, detail }: FamilyContext,
  children: readonly ChildLog[],
  contactOn: DayNumber,
): void {
  const organisation = random.pick(ORGANISATIONS)
  const reason = detail.pick(REASONS)
  const startedOn = contactOn + random.between(4, 30)
  const endedOn = startedOn + random.between(40, 260)
  for (const child of children) {
    if (startedOn > council.horizon) continue
    const episode: EarlyHelpEvent = {
      started: recorded(random, startedOn),
      ended: random.chance(0.9) ? recorded(random, endedOn) : null,
      organisation,
      reason,
      endReason: detail.weighted({
        'Needs met': 58,
        'Did not engage': 20,
        'Stepped up to social care': 12,
        'Moved away': 10,
      }),
    }
    // Help that is going on goes on: no second episode begins next to it.
    if (!child.earlyHelp.some(({ ended }) => ended === null || ended.on >= startedOn)) {
      child.earlyHelp.push(episode)
    }
  }
}

/** A little past the last closing: people go on calling about a family for some months. */
const lastKnownOn = ({ needs, referrals }: ChildLog): DayNumber =>
  Math.max(
    ...referrals.map(({ received }) => received.on + 90),
    ...needs.map(({ closed }) => (closed === null ? Infinity : closed.on + 90)),
  )
