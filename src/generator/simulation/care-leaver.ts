import { everyFewDays, type Council } from './course.ts'
import { birthday, type DayNumber } from '../day-number.ts'
import type { CareLeaver, ChildLog, Desk } from '../event-log.ts'
import type { Random } from '../random.ts'

/** A young person who leaves care at 16 or later, and is kept in touch with until 21. */
export function careLeaver(
  council: Council,
  random: Random,
  child: ChildLog,
  leftOn: DayNumber,
  desk: Desk,
  adviser: string,
): CareLeaver {
  const until = birthday(child.bornOn, 21)
  const last = Math.min(until, council.horizon)
  const accommodation = random.weighted({
    U: 30,
    D: 18,
    B: 14,
    T: 9,
    E: 8,
    Z: 8,
    K: 4,
    X: 3,
    R: 3,
    S: 1,
    W: 1,
    V: 1,
  })
  return {
    from: leftOn,
    until,
    adviser,
    inTouch: random.weighted({ a: 86, b: 7, d: 4, e: 2, f: 1 }),
    contacts: everyFewDays(random, leftOn + 10, last, 56, 0.5),
    pathwayReviews: everyFewDays(random, leftOn + 90, last, 185, 0.2),
    accommodation,
    isSuitable: !['X', 'R', 'S', 'W', 'V'].includes(accommodation),
    activity: random.weighted({ F2: 20, P2: 4, F1: 6, F3: 14, F5: 6, P3: 4, F4: 3, G4: 7, G5: 29, G6: 7 }),
    desk,
  }
}
