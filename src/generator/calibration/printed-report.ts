import type { CalibrationRow } from './report.ts'

const digits = (value: number): string => {
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) < 3 ? 2 : 1)
}

const LICENCE =
  'Figures of the Department for Education and of Ofsted: public sector information licensed under the Open\nGovernment Licence v3.0. The council is invented; no record of a real child is in it.'

/**
 * The report as plain text, as it is read in a terminal: a table for each group, and how many are within. A row that
 * is not within is marked.
 */
export function printCalibration(rows: readonly CalibrationRow[]): string {
  const sources = [...new Set(rows.map(({ source }) => source))]
  const width = Math.max(...rows.map(({ what }) => what.length), 0)
  const lines: string[] = []
  for (const [group, members] of Map.groupBy(rows, (row) => row.group)) {
    lines.push('', group.toUpperCase())
    lines.push(`${''.padEnd(width)}    target  generated  allowed  `)
    for (const row of members) lines.push(lineOf(row, width, sources.indexOf(row.source) + 1))
  }
  const within = rows.filter((row) => row.within).length
  const reasons = rows.filter(({ why }) => why !== null)
  return [
    'Calibration: what is published beside what was generated',
    ...lines,
    '',
    'WIDE TOLERANCES, AND WHY',
    ...reasons.map(({ what, why }) => `${what}: ${why}`),
    '',
    'SOURCES',
    ...sources.map((source, at) => `[${at + 1}] ${source}`),
    LICENCE,
    '',
    `${within} of ${rows.length} are within what is allowed.`,
    '',
  ].join('\n')
}

function lineOf(
  { what, target, generated, tolerance, within, unit }: CalibrationRow,
  width: number,
  source: number,
): string {
  const figures = [
    digits(target).padStart(9),
    (generated === null ? 'none' : digits(generated)).padStart(9),
    `± ${digits(tolerance)}`.padStart(9),
  ]
  return `${what.padEnd(width)} ${figures.join('  ')}  ${within ? '   ' : 'OUT'}  ${unit} [${source}]`
}
