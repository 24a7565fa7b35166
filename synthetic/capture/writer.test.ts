import { beforeAll, describe, expect, test } from 'vitest'
import { isDay, isMonth } from '../../src/platform/day.ts'
import { capturedCouncil, RECORDED_TO, type CapturedCouncil } from '../../tests/support/captured-council.ts'
import type { CaptureColumn, CellKind } from '../../src/standards/capture/template.ts'
import { CAPTURE_TEMPLATES } from '../../src/standards/capture/templates.ts'

let council: CapturedCouncil
beforeAll(async () => {
  council = await capturedCouncil()
})

const isMoment = (cell: string) =>
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(cell) && isDay(cell.slice(0, 10))

const FITS: Readonly<Record<CellKind, (cell: string, column: CaptureColumn) => boolean>> = {
  child: (cell) => /^\S+$/.test(cell),
  worker: (cell) => /^[A-Z]{2,3}-\d+$/.test(cell),
  reference: (cell) => cell.trim() === cell,
  text: (cell) => cell.trim() === cell,
  code: (cell, { allowed }) => allowed.includes(cell),
  day: isDay,
  moment: isMoment,
  month: isMonth,
  yes_no: (cell) => cell === 'yes' || cell === 'no',
  count: (cell) => /^\d+$/.test(cell),
  number: (cell) => /^\d+(\.\d+)?$/.test(cell),
  pounds: (cell) => /^-?\d+(\.\d\d)?$/.test(cell),
}

const fits = (column: CaptureColumn, cell: string): boolean =>
  cell === '' ? !column.isRequired : FITS[column.kind](cell, column)

describe('the capture files of Norchester', () => {
  test('are one for each template, and a note that all is invented', () => {
    const expected = CAPTURE_TEMPLATES.map(({ name }) => `${name}.csv`)
    expect(council.files).toEqual([...expected, 'README.txt'].sort())
    expect(council.text('README.txt')).toContain('everything in these files is invented')
  })

  test.each(CAPTURE_TEMPLATES)(
    '$name has the columns of its template, and cells that fit them',
    (template) => {
      const names = Object.keys(template.columns)
      expect(council.header(template.name)).toEqual(names)
      const rows = council.rows(template.name)
      const wrong = rows.flatMap((row) =>
        names
          .filter((name) => !fits(template.columns[name]!, row[name]!))
          .map((name) => `${name}: ${row[name]!}`),
      )
      expect([...new Set(wrong)]).toEqual([])
      expect(rows.length).toBeGreaterThan(0)
    },
  )

  test.each(CAPTURE_TEMPLATES)('$name gives an example of each column that fits it', ({ columns }) => {
    expect(Object.entries(columns).filter(([, column]) => !fits(column, column.example))).toEqual([])
  })

  test.each(CAPTURE_TEMPLATES)(
    '$name says nothing that had not happened, or was not recorded',
    (template) => {
      const happened = Object.entries<CaptureColumn>(template.columns)
        .filter(([, { kind, mayLieAhead }]) => ['day', 'moment'].includes(kind) && !mayLieAhead)
        .map(([name]) => name)
      const limit = (name: string) => (name === 'recorded_at' ? RECORDED_TO : council.plan.asAt)
      const early = council
        .rows(template.name)
        .flatMap((row) =>
          happened.filter((name) => row[name]!.slice(0, 10) > limit(name)).map((name) => [name, row]),
        )
      expect(early).toEqual([])
    },
  )

  test.each(CAPTURE_TEMPLATES)('$name names each of its rows once', ({ name, key }) => {
    const rows = council.rows(name).map((row) => key.map((column) => row[column]).join(' | '))
    expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([])
  })

  test('speak of children of the council alone', () => {
    const ids = new Set(council.families.flatMap(({ children }) => children.map(({ id }) => id)))
    for (const { name, columns } of CAPTURE_TEMPLATES) {
      if (!('child_id' in columns)) continue
      const strangers = council.rows(name).filter(({ child_id }) => child_id !== '' && !ids.has(child_id!))
      expect(strangers, name).toEqual([])
    }
  })

  test('are the same to the byte when they are written again', async () => {
    const again = await capturedCouncil()
    expect(again.files).toEqual(council.files)
    for (const file of council.files) expect(again.text(file) === council.text(file), file).toBe(true)
  })
})

test('another council has only what follows from its events', async () => {
  const other = await capturedCouncil((plan) => ({ ...plan, code: '517', name: 'Authority 017' }))
  const absent = [
    'audit-actions',
    'audits',
    'budget-lines',
    'budget-months',
    'care-path',
    'contracts',
    'taskforce-cases',
    'taskforce-workers',
    'unit-costs',
  ]
  const expected = CAPTURE_TEMPLATES.map(({ name }) => name).filter((name) => !absent.includes(name))
  expect(other.files).toEqual([...expected.map((name) => `${name}.csv`), 'README.txt'].sort())
  expect(other.rows('posts').filter(({ post }) => /^(IC|LT)-/.test(post!))).toEqual([])
  expect(other.rows('recruitment').filter(({ round }) => /^RC-(?!00)/.test(round!))).toEqual([])
  expect(other.rows('adoption-panel').filter(({ report_grade }) => report_grade !== '')).toEqual([])
})
