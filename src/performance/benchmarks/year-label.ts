/**
 * The year in which a published period ends: 2016 for "2016", "2015-16", "2015/16" and "2016 (prov)"; null for a span
 * of several years and for what is no year.
 */
export function endingYear(label: string): number | null {
  const plain = /^(\d{4})\s*(?:\(.*\))?$/.exec(label.trim())
  if (plain) return Number(plain[1])
  const [, start, end] = /^(\d{4})\s*[-/–]\s*(?:20)?(\d{2})\s*(?:\(.*\))?$/.exec(label.trim()) ?? []
  if (!start || !end) return null
  const year = Number(start) + 1
  return year % 100 === Number(end) ? year : null
}
