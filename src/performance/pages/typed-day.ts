/** The day from the three boxes `target_by`: empty when all are empty, and not a real day when only some are. */
export function typedTargetDay(typed: Readonly<Record<string, string>>): string {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (typed[`target_by-${part}`] ?? '').trim(),
  )
  if (!day && !month && !year) return ''
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
