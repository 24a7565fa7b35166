import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capturedCouncil, type CapturedCouncil } from '../../../tests/support/captured-council.ts'
import { csvLine, type CsvCell } from '../../../synthetic/files/csv-file.ts'
import type { CaptureColumn, CellKind } from '../../standards/capture/template.ts'
import { CAPTURE_TEMPLATES } from '../../standards/capture/templates.ts'
import { readFiles } from '../intake.ts'
import type { AcceptedRow } from '../tables/accepted-row.ts'
import type { IntakeReport } from '../intake-report.ts'

let council: CapturedCouncil
let folder: string
let report: IntakeReport
const accepted: AcceptedRow[] = []
beforeAll(async () => {
  council = await capturedCouncil()
  folder = join(mkdtempSync(join(tmpdir(), 'waymark-capture-')), 'capture')
  mkdirSync(folder)
  for (const file of council.files) writeFileSync(join(folder, file), council.text(file))
  report = await readFiles([folder], (row) => void accepted.push(row), { today: '2026-11-24' })
})
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

/** A value as the template writes it. */
function written(kind: CellKind, value: AcceptedRow['values'][string]): CsvCell {
  if (value === null) return null
  if (kind === 'yes_no') return value ? 'yes' : 'no'
  if (kind === 'pounds')
    return Number(value) % 100 === 0 ? Number(value) / 100 : (Number(value) / 100).toFixed(2)
  return value
}

describe('the capture files of an invented council', () => {
  test('are read whole: each is known, no row is set aside, and nothing had to be put right', () => {
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report.accepted).toBe(true)
    expect(report.files.flatMap(({ tables }) => tables.map(({ table }) => table)).sort()).toEqual(
      CAPTURE_TEMPLATES.map(({ name }) => `capture/${name}`).sort(),
    )
    const tables = report.files.flatMap(({ tables }) => tables)
    expect(
      tables.filter(({ quarantined, unknownColumns }) => quarantined > 0 || unknownColumns.length > 0),
    ).toEqual([])
    // The note next to the files is no table, and templates without other files say themselves which day they are of.
    expect(report.problemCounts.map(({ code }) => code).sort()).toEqual(['as-at-inferred', 'file-left'])
  })

  test.each(CAPTURE_TEMPLATES)(
    '$name is the same to the byte when its accepted values are written again',
    ({ name, columns }) => {
      const fields = Object.entries<CaptureColumn>(columns)
      const lines = accepted
        .filter(({ table }) => table === `capture/${name}`)
        .map(({ values }) => csvLine(fields.map(([column, { kind }]) => written(kind, values[column]!))))
      expect(lines.length).toBeGreaterThan(0)
      expect([csvLine(fields.map(([column]) => column)), ...lines].join('')).toBe(council.text(`${name}.csv`))
    },
  )
})
