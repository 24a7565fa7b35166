import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utils, write } from '@e965/xlsx'
import { writeXlsx } from 'hucre'
import {
  csvText,
  filesWith,
  intakeOf,
  listRow,
  sheetJsBytes,
  xlsxBytes,
  type TestCell,
} from '../../tests/support/annex-a-files.ts'
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

test('nor does one within the last cell, and lines of one cell elsewhere are lines', async () => {
  const lines = [HEADERS, referral('A1', 'North'), referral('A2', 'South')]
  const broken = csvText(lines).replace('SW-1', 'SW-1\nand\nothers')
  const { rows } = await intakeOf(await filesWith({ 'List 3.csv': broken }), '2015-01-31')
  expect(rows.map(({ values }) => values['allocated_worker'])).toEqual(['SW-1 and others', 'SW-1'])
  const footed = csvText([HEADERS]) + csvText(lines.slice(1), ',', '\n') + 'Total\n'
  expect((await teamsIn(footed)).teams).toEqual([
    ['A1', 'North'],
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

const CONTACTS = ['form', 'child_id', 'received_at', 'source', 'decided_at', 'outcome', 'decided_by']
const contactAt = (moment: TestCell): TestCell[] => ['CF1', 'A1', moment, '6', null, null, null]

test.each(['xlsx', 'ods', 'biff8'] as const)(
  'a cell with a time has that time in a workbook: %s',
  async (type) => {
    const sheets = { 'contact-decisions': [CONTACTS, contactAt(new Date('2015-01-09T14:20:00Z'))] }
    const bytes = type === 'xlsx' ? await xlsxBytes(sheets) : sheetJsBytes(sheets, type)
    const { rows } = await intakeOf(await filesWith({ 'contact-decisions.xlsx': bytes }), '2015-01-31')
    expect(rows.map(({ values }) => values['received_at'])).toEqual(['2015-01-09T14:20'])
  },
)

const referralOn = (child: string, day: TestCell): TestCell[] =>
  listRow(3, { 'Child Unique ID': child, 'Date of referral': day })

async function bytesFrom1904(rows: TestCell[][], type: 'xlsx' | 'biff8'): Promise<Uint8Array> {
  if (type === 'xlsx') return writeXlsx({ sheets: [{ name: 'List_3', rows }], dateSystem: '1904' })
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { UTC: true, cellDates: true }), 'List_3')
  book.Workbook = { WBProps: { date1904: true } }
  return write(book, { type: 'buffer', bookType: type, cellDates: true, UTC: true } as never) as Buffer
}

test.each(['xlsx', 'biff8'] as const)(
  'days of a workbook that counts from 1904 are the days it shows, also where they are plain numbers: %s',
  async (type) => {
    const day = new Date('2015-01-05T00:00:00Z')
    const rows = [
      HEADERS,
      referralOn('A1', day),
      // What a workbook that counts from 1904 keeps for 6 January 2015.
      referralOn('A2', 42_010 - 1_462),
    ]
    const bytes = await bytesFrom1904(rows, type)
    const found = await intakeOf(await filesWith({ 'List 3.xlsx': bytes }), '2015-01-31')
    expect(found.rows.map(({ values }) => values['referral_date'])).toEqual(['2015-01-05', '2015-01-06'])
  },
)

const oneReferral = (child: string): TestCell[][] => [HEADERS, referralOn(child, '05/01/2015')]

test('a hidden sheet with rows is read, and said', async () => {
  const book = (type: 'biff8' | 'ods') => {
    const made = utils.book_new()
    utils.book_append_sheet(made, utils.aoa_to_sheet(oneReferral('A1')), 'List_3')
    utils.book_append_sheet(made, utils.aoa_to_sheet(oneReferral('A2')), 'List_3 old')
    made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] }
    return write(made, { type: 'buffer', bookType: type }) as Buffer
  }
  const sheets = (how: object) => [
    { name: 'List_3', rows: oneReferral('A1') },
    { name: 'List_3 old', rows: oneReferral('A2'), ...how },
  ]
  const files = [
    await writeXlsx({ sheets: sheets({ hidden: true }) }),
    await writeXlsx({ sheets: sheets({ veryHidden: true }) }),
    book('biff8'),
  ]
  for (const bytes of files) {
    const { report, rows } = await intakeOf(await filesWith({ 'List 3.xlsx': bytes }), '2015-01-31')
    expect(rows).toHaveLength(2)
    expect(report.problems.filter(({ severity }) => severity === 'warning')).toMatchObject([
      { code: 'sheet-hidden', sheet: 'List_3 old' },
    ])
  }
})

const DAY_KINDS = ['text', 'date', 'number', 'iso'] as const
const dayAs = (kind: (typeof DAY_KINDS)[number]): TestCell => {
  if (kind === 'text') return '05/01/2015'
  if (kind === 'iso') return '2015-01-05'
  return kind === 'date' ? new Date('2015-01-05T00:00:00Z') : 42_009
}

test('the same rows are read the same, in whatever order, state and kind of date their sheets have them', async () => {
  const sheet = fc.record({
    kinds: fc.array(fc.constantFrom(...DAY_KINDS), { minLength: 1, maxLength: 4 }),
    state: fc.constantFrom({}, { hidden: true }, { veryHidden: true }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(sheet, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('1900', '1904'),
      async (sheets, dateSystem) => {
        const bytes = await writeXlsx({
          sheets: [
            // A workbook has to show something.
            { name: 'Cover', rows: [['Our lists']] },
            ...sheets.map(({ kinds, state }, index) => ({
              name: `List_3 part ${index}`,
              rows: [
                HEADERS,
                ...kinds.map((kind, row) => {
                  const cell = dayAs(kind)
                  const isShifted = typeof cell === 'number' && dateSystem === '1904'
                  return referralOn(`A${index}-${row}`, isShifted ? cell - 1_462 : cell)
                }),
              ],
              ...state,
            })),
          ],
          dateSystem,
        })
        const { report, rows } = await intakeOf(await filesWith({ 'List 3.xlsx': bytes }), '2015-01-31')
        expect(rows.map(({ values }) => [values['child_id'], values['referral_date']])).toEqual(
          sheets.flatMap(({ kinds }, index) => kinds.map((_, row) => [`A${index}-${row}`, '2015-01-05'])),
        )
        expect(report.problems.filter(({ code }) => code === 'sheet-hidden')).toHaveLength(
          sheets.filter(({ state }) => Object.keys(state).length > 0).length,
        )
      },
    ),
    { numRuns: 60 },
  )
})
