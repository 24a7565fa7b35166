import { addDays, weekdayNumber, type Day } from '../../platform/day.ts'
import type { DigestWeek } from '../../access/index.ts'

export const weekAround = (today: Day): DigestWeek => ({
  since: addDays(today, -7),
  today,
  until: addDays(today, 7),
})

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayNumber(day))
