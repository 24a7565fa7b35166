/** The groups of the published tables; Chinese children are among Asian ones since 2011. */
export const ETHNIC_GROUPS = ['White', 'Mixed', 'Black', 'Asian', 'Other', 'Unknown'] as const

export function ethnicGroup(code: string): (typeof ETHNIC_GROUPS)[number] {
  if (code === 'CHNE') return 'Asian'
  if (code === 'OOTH') return 'Other'
  const first = code[0]
  if (code === 'REFU' || code === 'NOBT') return 'Unknown'
  if (first === 'W') return 'White'
  if (first === 'M') return 'Mixed'
  if (first === 'B') return 'Black'
  return first === 'A' ? 'Asian' : 'Unknown'
}
