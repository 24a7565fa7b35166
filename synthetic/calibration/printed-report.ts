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
    lines.push(`${''.padEnd(width)}    target  generated  tolerance    chance`)
    for (const row of members) lines.push(lineOf(row, width, sources.indexOf(row.source) + 1))
  }
  const within = rows.filter((row) => row.within).length
  const alone = rows.filter(isWithinAlone).length
  const reasons = Map.groupBy(
    rows.filter(({ why }) => why !== null),
    ({ why }) => why,
  )
  return [
    'Calibration: what is published beside what was generated',
    ...lines,
    '',
    'WIDE TOLERANCES, AND WHY',
    ...[...reasons].map(([why, [first, ...others]]) => `${first!.what}${describeOthers(others)}: ${why}`),
    '',
    'SOURCES',
    ...sources.map((source, index) => `[${index + 1}] ${source}`),
    LICENCE,
    '',
    'Allowed is the tolerance, and what chance alone does to so few.',
    `${within} of ${rows.length} are within what is allowed; ${alone} within the tolerance alone.`,
    '',
  ].join('\n')
}

const isWithinAlone = ({ generated, target, tolerance }: CalibrationRow): boolean =>
  generated === null || Math.abs(generated - target) <= tolerance + 1e-9

const describeOthers = ({ length }: readonly CalibrationRow[]): string =>
  length > 0 ? `, and ${length} like it` : ''

function lineOf(
  { what, target, generated, tolerance, chance, within, unit }: CalibrationRow,
  width: number,
  source: number,
): string {
  const figures = [
    digits(target).padStart(9),
    (generated === null ? 'none' : digits(generated)).padStart(9),
    `± ${digits(tolerance)}`.padStart(9),
    `± ${digits(chance)}`.padStart(8),
  ]
  return `${what.padEnd(width)} ${figures.join('  ')}  ${within ? '   ' : 'OUT'}  ${unit} [${source}]`
}
