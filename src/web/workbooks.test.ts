import { readXlsx } from 'hucre'
import { beforeAll, expect, test } from 'vitest'
import { councilWorld, type CouncilWorld } from '../../tests/support/council-world.ts'

let world: CouncilWorld
beforeAll(async () => {
  world = await councilWorld()
  return () => world.close()
})

const MEASURE = '/measures/as-completed-45wd.from_start'

test.each([
  `${MEASURE}.xlsx`,
  `${MEASURE}/cases.xlsx?period=2015-01&met=all`,
  '/tracker/latest.xlsx',
  '/tracker/overview.xlsx',
  '/plan/plan.xlsx',
])('beside the CSV there is an Excel workbook with a sheet of notes: %s', async (address) => {
  const answer = await (await world.visitor('head_of_service')).get(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toContain('spreadsheetml')
  expect(answer.headers.get('Content-Disposition')).toMatch(/filename="[a-z0-9._-]+\.xlsx"/)
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  expect(sheets.map(({ name }) => name)).toEqual(['Figures', 'Notes'])
  const notes = sheets[1]!.rows.map(([name]) => name)
  expect(notes).toContain('Figures as at')
  if (address.startsWith('/measures')) expect(notes).toContain('Counts as met')
})

test('a workbook is refused to those who are refused its CSV, and there is none where there is no CSV', async () => {
  const status = async (role: Parameters<CouncilWorld['visitor']>[0], address: string) =>
    (await (await world.visitor(role)).get(address)).status
  expect(await status('board_member', `${MEASURE}/cases.xlsx?period=2015-01`)).not.toBe(200)
  expect(await status('head_of_service', '/tracker/none.xlsx')).toBe(404)
  expect(await status(null, '/tracker/latest.xlsx')).toBe(303)
})

test('the chart of a measure is a picture to download, and its words are beside it', async () => {
  const visitor = await world.visitor('head_of_service')
  const png = await visitor.get(`${MEASURE}/chart.png`)
  expect(
    Buffer.from(await png.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  const svg = await visitor.read(`${MEASURE}/chart.svg`)
  expect(svg).toContain('<title id="chart-t">')
  expect(svg).not.toContain('<script')
  const words = await visitor.read(`${MEASURE}/chart.txt`)
  expect(words).toContain('Assessments completed within 45 working days')
  expect(await visitor.read(MEASURE)).toContain(`${MEASURE}/chart.png`)
})
