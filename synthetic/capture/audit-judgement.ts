import type { Random } from '../random.ts'
import type { Cohort } from './audit-draw.ts'
import { GRADES, type Grade } from '../../src/standards/capture/templates/assurance-templates.ts'

export interface Judgement {
  /** Seven parts, in the order of the audit tool. */
  parts: Grade[]
  first: Grade
  /** What a moderator makes of it. */
  moderated: Grade
}

/** Practice in a council that was judged inadequate, best first; looked-after work is a little better. */
const PRACTICE: Record<Cohort, Record<Grade, number>> = {
  'child in need': { outstanding: 0, good: 14, 'requires improvement': 50, inadequate: 36 },
  'child protection': { outstanding: 1, good: 22, 'requires improvement': 52, inadequate: 25 },
  'looked after': { outstanding: 2, good: 30, 'requires improvement': 50, inadequate: 18 },
}
const PARTS = 7

/**
 * Auditors' own grades run high: a third of poor work is judged a grade above what it deserves, as moderation shows.
 */
export function judge(random: Random, cohort: Cohort): Judgement {
  const deserved = GRADES.indexOf(random.weighted(PRACTICE[cohort]))
  const isKind = random.chance(0.36) && GRADES[deserved] !== 'good'
  const first = gradeAt(isKind ? deserved - 1 : deserved)
  const moderated = random.chance(0.9) ? gradeAt(deserved) : first
  const parts = Array.from({ length: PARTS }, () =>
    gradeAt(GRADES.indexOf(first) + Number(random.weighted({ '-1': 22, '0': 50, '1': 28 }))),
  )
  return { parts, first, moderated }
}

/** The lower of two grades. */
export const lowered = (first: Grade, second: Grade): Grade =>
  gradeAt(Math.max(GRADES.indexOf(first), GRADES.indexOf(second)))

const gradeAt = (index: number): Grade => GRADES[Math.min(Math.max(index, 0), GRADES.length - 1)]!
