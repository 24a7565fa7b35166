import type { FamilyContext } from './course.ts'

/** What an assessment found, by census code, in the order of the codes. */
export function factorsFound({ council, detail }: FamilyContext, needsSupport: boolean): string[] {
  const found: string[] = []
  for (const [code, share] of Object.entries(council.plan.profile.assessmentFactors)) {
    if (detail.chance(needsSupport ? share * 1.25 : share * 0.7)) found.push(code)
  }
  if (found.length > 0) return found.toSorted(byCode)
  return [needsSupport ? '20' : '21']
}

const byCode = (left: string, right: string): number =>
  parseInt(left) - parseInt(right) || (left < right ? -1 : left > right ? 1 : 0)
