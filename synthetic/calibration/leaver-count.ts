import { ageAt } from '../day-number.ts'
import type { ChildLog } from '../event-log.ts'
import type { Period } from './period.ts'
import { happened, note, type Tally } from './tally.ts'

/** Bare codes of the activity of a care leaver: education, employment or training begin with F or P. */
const isActive = (activity: string): boolean => /^[FP]/.test(activity)

export function countLeaver(tally: Tally, { to }: Period, { leaver, bornOn }: ChildLog): void {
  if (!leaver || leaver.from > to) return
  const age = ageAt(bornOn, to)
  // The return asks about those who are 19, 20 or 21 in the year: nearly those of 19 to under 22.
  if (age >= 19 && age <= 21) happened(tally, 'care-leavers')
  if (age < 19 || age > 21) return
  note(tally, 'leaver-in-touch', leaver.inTouch === 'YES')
  note(tally, 'leaver-accommodation-suitable', leaver.isSuitable)
  note(tally, 'leaver-active', isActive(leaver.activity))
}
