import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardMember, figuresApp, type FiguresApp } from '../../../tests/support/figures-app.ts'

let app: FiguresApp
beforeAll(async () => {
  app = await figuresApp()
})
afterAll(() => app.close())

const rowsOf = (csv: string): string[][] =>
  csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))

test('the public tracker says of each measure what its public figures say, and in no order of theirs', async () => {
  const tracker = rowsOf(await app.as(boardMember).read('/tracker/latest.csv?for=public'))
  const [heads, ...rows] = tracker
  const column = (row: string[], name: string) => row[heads!.indexOf(name)]
  expect(rows.map((row) => column(row, 'ref'))).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'B2', 'B3', 'B4'])
  for (const row of rows.filter((one) => column(one, 'month') !== '')) {
    const measure = rowsOf(await app.as(boardMember).read(`/measures/${column(row, 'id')}.csv?for=public`))
    const last = measure.findLast((one) => one[1] === column(row, 'month'))!
    expect(last.slice(4, 7)).toEqual(['numerator', 'denominator', 'value'].map((name) => column(row, name)))
  }
})

test('a split is published with no small number, and the council’s own file keeps its own', async () => {
  const at = '/measures/as-completed-45wd.from_start.csv'
  const own = rowsOf(await app.as(boardMember).read(`${at}?by=team`))
  const open = rowsOf(await app.as(boardMember).read(`${at}?by=team&for=public`))
  const small = (rows: string[][]) => rows.slice(1).filter((row) => [4, 5].some((at) => Number(row[at]) >= 1 && Number(row[at]) <= 5)) // prettier-ignore
  expect(small(own).length).toBeGreaterThan(0)
  expect(small(open)).toEqual([])
  expect(open.some((row) => row[6] === 'c')).toBe(true)
})

test('a measure’s page says that its files are for the council, and which one may be published', async () => {
  const page = await app.as(boardMember).read('/measures/fd-referrals')
  expect(page).toContain('These files are for the council')
  expect(page).toContain('/measures/fd-referrals.csv?for=public')
})
