export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const shareFilled = (filled: number, rows: number): string => `${Math.floor((100 * filled) / rows)}%`

// Made once: making it takes longer than a hundred numbers.
const british = new Intl.NumberFormat('en-GB')
export const formatNumber = (number: number): string => british.format(number)

export const formatCount = (number: number, singular: string, plural = `${singular}s`): string =>
  `${formatNumber(number)} ${number === 1 ? singular : plural}`

export function formatBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
