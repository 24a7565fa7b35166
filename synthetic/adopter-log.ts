import type { DayNumber } from './day-number.ts'

/** One prospective adopter; a couple is two. */
export interface AdopterLog {
  id: string
  family: string
  sex: 'M' | 'F'
  ethnicity: string
  isFosteringForAdoption: boolean
  enquiredOn: DayNumber
  stage1: { from: DayNumber | null; to: DayNumber | null }
  stage2: { from: DayNumber | null; to: DayNumber | null }
  approvedOn: DayNumber | null
  matchedOn: DayNumber | null
  placedOn: DayNumber | null
  adoptedOn: DayNumber | null
  leftOn: DayNumber | null
  leftReason: string
  childrenPlaced: number
}
