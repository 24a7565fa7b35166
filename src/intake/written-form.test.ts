import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, filesWith, intakeOf, listRow } from '../../tests/support/annex-a-files.ts'
import { annexAHeaders } from '../standards/annex-a/lists.ts'

const HEADERS = annexAHeaders(3)
const referral = (child: string, team: string) =>
  listRow(3, {
    'Child Unique ID': child,
    'Date of Birth': '01/05/2010',
    'Date of referral': '05/01/2015',
    'Referral Source': 'q) 6: Police',
    'Allocated Team': team,
    'Allocated Worker': 'SW-1',
  }).map((cell) => String(cell ?? ''))

/** What a load accepts of one file, by child and team. */
async function teamsIn(content: string | Uint8Array, name = 'List 3 2015-01-31.csv') {
  const { report, rows } = await intakeOf(await filesWith({ [name]: content }))
  return { report, teams: rows.map(({ values }) => [values['child_id'], values['allocated_team']]) }
}

const codesOf = ({ report }: Awaited<ReturnType<typeof teamsIn>>) =>
  report.problems.filter(({ severity }) => severity !== 'note').map(({ code, row }) => [code, row])

test('a file put together from one with CRLF and one with LF has the rows of both', async () => {
  const first = [HEADERS, referral('A1', 'North'), referral('A2', 'South')]
  const second = [referral('A3', 'East'), referral('A4', 'West'), referral('A5', 'North, 2')]
  for (const [one, other] of [
    ['\r\n', '\n'],
    ['\n', '\r\n'],
    ['\r\n', '\r'],
    ['\r', '\n'],
  ] as const) {
    const found = await teamsIn(csvText(first, ',', one) + csvText(second, ',', other))
    expect(found.teams.map(([child]) => child)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5'])
    expect(codesOf(found)).toEqual([])
    expect(found.report.files[0]!.tables[0]).toMatchObject({ rows: 5, accepted: 5 })
  }
})

test('a line break within a cell without quotation marks parts no row', async () => {
  const text = csvText([HEADERS, referral('A1', 'North 1'), referral('A2', 'South')]).replace(
    'North 1',
    'North\n1',
  )
  expect((await teamsIn(text)).teams).toEqual([
    ['A1', 'North 1'],
    ['A2', 'South'],
  ])
})

test('a row with more cells than there are headers is set aside, wherever it is cut', async () => {
  const lines = csvText([HEADERS, referral('A1', 'North'), referral('A2', 'South'), referral('A3', 'East')])
  const found = await teamsIn(lines.replace('South', 'Smith, J - South'))
  expect(found.teams.map(([child]) => child)).toEqual(['A1', 'A3'])
  expect(codesOf(found)).toEqual([['row-too-wide', 3]])
  expect(found.report.problems[0]!.message).toContain('12 cells under 11 headers')
  const withoutWorker = await teamsIn(lines.replace('South,SW-1', 'Smith, J - South,'))
  expect(codesOf(withoutWorker)).toEqual([['row-too-wide', 3]])
})

test('separators at the end of every row are no cells', async () => {
  const lines = csvText([referral('A1', 'North'), referral('A2', 'South')]).replaceAll('\r\n', ',,\r\n')
  const found = await teamsIn(csvText([HEADERS]) + lines)
  expect(found.teams.map(([child]) => child)).toEqual(['A1', 'A2'])
  expect(codesOf(found)).toEqual([])
})

test.each([
  '{"seen":"Yes","factors":["1A","2B","3C"],"notes":"one, two, three"}',
  '["1A", "2B", "3C"]',
  '["1A","2B","3C"]',
])('JSON that is written without quotation marks is one cell: %s', async (json) => {
  const text = csvText([HEADERS, referral('A1', 'TEAM'), referral('A2', 'South')]).replace('TEAM', json)
  const { teams } = await teamsIn(text)
  expect(teams).toHaveLength(2)
  expect(JSON.parse(String(teams[0]![1]))).toEqual(JSON.parse(json))
})

const ENCODINGS = ['utf-8', 'utf-8 marked', 'utf-16le', 'utf-16be', 'windows-1252'] as const
function encoded(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8 marked') return Buffer.from(`\uFEFF${text}`)
  if (encoding === 'windows-1252') return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}

const LINE_ENDS = ['\n', '\r\n', '\r'] as const
const TEAMS = [
  'North 1',
  'Café',
  'O’Neill’s',
  'Smith, J; East',
  'The "A" team',
  'Zoë | Post',
  'two\nlines',
] as const

test('the same rows are read the same, however their text is written', async () => {
  const row = fc.record({
    team: fc.constantFrom(...TEAMS),
    end: fc.constantFrom(...LINE_ENDS),
    isQuoted: fc.boolean(),
  })
  const form = fc.record({
    encoding: fc.constantFrom(...ENCODINGS),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    rows: fc.array(row, { minLength: 1, maxLength: 12 }),
    headEnd: fc.constantFrom(...LINE_ENDS),
    hasLastEnd: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(form, async ({ encoding, delimiter, rows, headEnd, hasLastEnd }) => {
      const line = (cells: readonly string[], isQuoted: boolean) =>
        cells
          .map((cell) => (isQuoted || /["\n\r,;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(delimiter)
      const last = rows.length - 1
      const text = rows
        .map(({ team, isQuoted, end }, index) => {
          const cells = line(referral(`A${index}x`, team), isQuoted)
          return cells + (index < last || hasLastEnd ? end : '')
        })
        .join('')
      const { report, teams } = await teamsIn(encoded(line(HEADERS, false) + headEnd + text, encoding))
      expect(report.files[0]!.tables[0]).toMatchObject({ accepted: rows.length, quarantined: 0 })
      expect(teams).toEqual(rows.map(({ team }, index) => [`A${index}x`, team.replaceAll('\n', ' ')]))
    }),
    { numRuns: 150 },
  )
})
