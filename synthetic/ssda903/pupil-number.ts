import { ageAt, type DayNumber } from '../day-number.ts'
import type { ChildLog } from '../event-log.ts'

/** Schools, and so unique pupil numbers, begin with the reception year. */
const AGE_OF_FIRST_NUMBER = 4

/** The unique pupil number that the child has by the day; null before school, or where none is known. */
export const pupilNumber = ({ upn, bornOn }: ChildLog, on: DayNumber): string | null =>
  ageAt(bornOn, on) >= AGE_OF_FIRST_NUMBER ? upn : null

/** UN1: not of an age to have one. UN3: educated outside England. UN4: not yet known. */
export function whyNoPupilNumber({ bornOn, isUnaccompanied }: ChildLog, on: DayNumber): string {
  if (ageAt(bornOn, on) < AGE_OF_FIRST_NUMBER) return 'UN1'
  return isUnaccompanied ? 'UN3' : 'UN4'
}
