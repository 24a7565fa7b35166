import { contactSource } from './source.ts'
import type { Council } from './course.ts'
import type { DayNumber } from '../day-number.ts'
import type { ChildLog, FamilyLog } from '../event-log.ts'
import type { Random } from '../random.ts'
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
export function contactOnly(council: Council, random: Random, family: FamilyLog, firstOn: DayNumber): void {
  for (let on = firstOn; on <= council.asAt; on += random.between(20, 260)) {
    contactAbout(random, family.children, on)
    // Of 100 contacts, 10 to 16 lead to early help.
    if (random.chance(0.16)) helpEarly(council, random, family.children, on)
    if (random.chance(0.42)) return
  }
}

/** News about children whom the council knows, open or not: contacts that are no new referral. */
export function contactsWhileKnown(
  council: Council,
  random: Random,
  family: FamilyLog,
  perYear: number,
): void {
  const first = Math.min(
    ...family.children.flatMap(({ referrals }) => referrals.map(({ received }) => received.on)),
  )
  if (!Number.isFinite(first)) return
  const last = Math.max(...family.children.map(lastKnownOn))
  for (let on = Math.max(first, council.from); ;) {
    on += Math.ceil((-Math.log(1 - random.next()) * 365) / perYear)
    if (on > Math.min(last, council.asAt)) return
    contactAbout(random, family.children, on)
  }
}

function contactAbout(random: Random, children: readonly ChildLog[], on: DayNumber): void {
  const source = contactSource(random, on)
  for (const child of children) {
    if (random.chance(0.85)) child.contacts.push({ received: recorded(random, on), source })
  }
}

function helpEarly(
  council: Council,
  random: Random,
  children: readonly ChildLog[],
  contactOn: DayNumber,
): void {
  const organisation = random.pick(ORGANISATIONS)
  const startedOn = contactOn + random.between(4, 30)
  const endedOn = startedOn + random.between(40, 260)
  for (const child of children) {
    if (startedOn > council.horizon) continue
    child.earlyHelp.push({
      started: recorded(random, startedOn),
      ended: random.chance(0.9) ? recorded(random, endedOn) : null,
      organisation,
    })
  }
}

/** A little past the last closing: people go on calling about a family for some months. */
const lastKnownOn = ({ needs, referrals }: ChildLog): DayNumber =>
  Math.max(
    ...referrals.map(({ received }) => received.on + 90),
    ...needs.map(({ closed }) => (closed === null ? Infinity : closed.on + 90)),
  )
