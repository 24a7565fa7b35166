import { describe, expect, test } from 'vitest'
import { csvText, filesWith, intakeOf, listRow, xlsxBytes } from '../../../tests/support/annex-a-files.ts'
import { annexAHeaders } from '../../standards/annex-a/lists.ts'

const CORE_GROUPS = ['child_id', 'plan_started_on', 'due_on', 'held_on', 'team', 'worker']
const BUDGET_MONTHS = ['line', 'month', 'planned', 'spent', 'expected']
const CONTACTS = ['form', 'child_id', 'received_at', 'source', 'decided_at', 'outcome', 'decided_by']

/** One CSV file of that name, read as at the end of January 2015. */
const readCsv = async (name: string, ...rows: Parameters<typeof csvText>[0]) =>
  intakeOf(await filesWith({ [name]: csvText(rows) }), '2015-01-31')

const messages = ({ report }: Awaited<ReturnType<typeof readCsv>>) =>
  report.problems.map(({ message }) => message)

describe('a capture template is known', () => {
  test('by its headers, whatever the file is called, in any order, case and spacing, and among others', async () => {
    const intake = await readCsv(
      'export 7.csv',
      ['Held on', 'Child ID', ' PLAN STARTED ON ', 'Due-on', 'Notes', 'team', 'Worker'],
      ['16/01/2015', '20417.0', '05/01/2015', '19 Jan 2015', 'none', 'North 1', 'SW-118'],
    )
    expect(intake.rows).toMatchObject([
      {
        table: 'capture/core-groups',
        values: {
          child_id: '20417',
          plan_started_on: '2015-01-05',
          due_on: '2015-01-19',
          held_on: '2015-01-16',
          worker: 'SW-118',
        },
      },
    ])
    expect(messages(intake)).toEqual([
      "export 7.csv has a column 'Notes' that the core groups template does not have: it was left out",
      "Row 2: 'child_id' '20417.0' was read as '20417'",
    ])
  })

  test('by half of its columns when it bears its name, and the missing ones are said', async () => {
    const intake = await readCsv(
      'core-groups 2015.csv',
      ['child_id', 'due_on', 'held_on'],
      ['A', '2015-01-19', ''],
    )
    expect(intake.rows).toHaveLength(1)
    expect(intake.report.problems.map(({ severity, field }) => [severity, field])).toEqual([
      ['warning', 'plan_started_on'],
      ['warning', 'team'],
      ['note', 'worker'],
    ])
  })

  test('not by a few columns under another name, nor by its name alone', async () => {
    for (const [name, headers] of [
      ['export.csv', ['child_id', 'due_on', 'held_on']],
      ['core-groups.csv', ['child_id', 'something', 'else']],
    ] as const) {
      const { report } = await readCsv(name, headers, ['A', '2015-01-19', ''])
      expect(report.problems.map(({ code }) => code)).toContain('not-known')
    }
  })

  test('by the whole set of its headers before the name of another', async () => {
    const headers =
      'child_id team worker supervisor held_on oversight_recorded decision reason_recorded'.split(' ')
    const intake = await readCsv('supervision.csv', headers, [
      'A',
      'North 1',
      'SW-1',
      'TM-1',
      '2015-01-05',
      'Y',
      '',
      'n',
    ])
    expect(intake.rows[0]).toMatchObject({
      table: 'capture/case-supervision',
      values: { oversight_recorded: true, reason_recorded: false },
    })
  })

  test('on each sheet of one workbook', async () => {
    const book = await xlsxBytes({
      'Core groups': [
        CORE_GROUPS,
        ['A', new Date('2015-01-05'), new Date('2015-01-19'), null, 'North 1', null],
      ],
      Money: [BUDGET_MONTHS, ['B08', new Date('2015-01-01'), 6000, 4000.5, null]],
      Notes: [['anything']],
    })
    const { rows } = await intakeOf(await filesWith({ 'captured.xlsx': book }), '2015-01-31')
    expect(rows.map(({ table, values }) => [table, values])).toEqual([
      [
        'capture/core-groups',
        {
          child_id: 'A',
          plan_started_on: '2015-01-05',
          due_on: '2015-01-19',
          held_on: null,
          team: 'North 1',
          worker: null,
        },
      ],
      [
        'capture/budget-months',
        { line: 'B08', month: '2015-01', planned: 600_000, spent: 400_050, expected: null },
      ],
    ])
  })
})

describe('what is in a capture file', () => {
  test('is a month in whatever form a spreadsheet made of it', async () => {
    const rows = ['2015-01', 'Jan-15', 'February 2015', '03/2015', '01/04/2015', 'soon'].map((month, at) => [
      `B${at}`,
      month,
      '1',
      '',
      '',
    ])
    const intake = await readCsv('budget-months.csv', BUDGET_MONTHS, ...rows)
    expect(intake.rows.map(({ values }) => values['month'])).toEqual([
      '2015-01',
      '2015-01',
      '2015-02',
      '2015-03',
      '2015-04',
    ])
    expect(messages(intake)).toContain("Row 3: 'month' is 'Jan-15', read as January 2015")
    expect(messages(intake)).toContain("Row 7: 'month' is not a month we can read, so the row was set aside")
  })

  test('is money in pounds, with pence, with brackets or a minus for what comes back', async () => {
    const amounts = ['6000', '£1,200.50', '-40.5', '(500)', '-£3', '0', '12.345', '1,2', '(-5)', 'lots']
    const rows = amounts.map((planned, at) => [`B${at}`, '2015-01', planned, '', ''])
    const intake = await readCsv('budget-months.csv', BUDGET_MONTHS, ...rows)
    expect(intake.rows.map(({ values }) => values['planned'])).toEqual([
      600_000,
      120_050,
      -4050,
      -50_000,
      -300,
      0,
      null,
      null,
      null,
      null,
    ])
    expect(messages(intake)).toContain("Row 8: 'planned' is not an amount in pounds and pence")
  })

  test('is one of the template’s words, in any case and with any apostrophe; another is unknown', async () => {
    const headers =
      'item panel_on kind child_id adoptive_family team author report_grade presentation_grade outcome'
    const row = (item: string, kind: string) => [item, '2015-01-21', kind, '', '', 'T', '', '', '', 'agreed']
    const intake = await readCsv(
      'adoption-panel.csv',
      headers.split(' '),
      row('1', "Child's permanence report"),
      row('2', 'MATCH'),
      row('3', 'a match, I think'),
    )
    expect(intake.rows.map(({ values }) => values['kind'])).toEqual([
      'child’s permanence report',
      'match',
      null,
    ])
    expect(
      intake.report.problems.filter(({ severity, field }) => severity === 'warning' && field === 'kind'),
    ).toEqual([
      expect.objectContaining({
        code: 'code-unknown',
        message: "Row 4: 'kind' is none of the codes or words known for it",
      }),
    ])
  })

  test('is read when a spreadsheet saved it in the encoding of old', async () => {
    const headers = 'episode child_id returned_at offered interviewer team'.split(' ')
    const row = ['ME-1', 'A', '2015-01-10T08:00', 'yes', 'children\u0092s rights officer', 'North 1']
    const { rows } = await intakeOf(
      await filesWith({ 'return-interviews.csv': Buffer.from(csvText([headers, row]), 'latin1') }),
    )
    expect(rows[0]?.values).toMatchObject({ interviewer: 'children’s rights officer' })
  })

  test('is a moment with its time; one that comes too early is said with it', async () => {
    const intake = await readCsv('contact-decisions.csv', CONTACTS, [
      'CF-1',
      'A',
      '09/01/2015 14:20',
      'SCHOOLS',
      '2015-01-09T13:05',
      'advice',
      '',
    ])
    expect(intake.rows[0]?.values).toMatchObject({
      received_at: '2015-01-09T14:20',
      source: '2A',
      decided_at: '2015-01-09T13:05',
    })
    expect(messages(intake)).toContain(
      "Row 2: 'decided_at' (9 January 2015 at 13:05) is before 'received_at' (9 January 2015 at 14:20)",
    )
  })

  test('is about someone: a row without the child is set aside', async () => {
    const { report } = await readCsv('core-groups.csv', CORE_GROUPS, [
      '',
      '2015-01-05',
      '2015-01-19',
      '',
      'North 1',
      '',
    ])
    expect(report.files[0]?.tables).toMatchObject([{ rows: 1, accepted: 0, quarantined: 1 }])
    expect(report.problems).toMatchObject([{ severity: 'warning', code: 'key-missing', field: 'child_id' }])
  })

  test('is told once: the same row again is set aside', async () => {
    const row = ['A', '2015-01-05', '2015-01-19', '', 'North 1', '']
    const { report } = await readCsv('core-groups.csv', CORE_GROUPS, row, row)
    expect(report.files[0]?.tables).toMatchObject([{ rows: 2, accepted: 1, quarantined: 1 }])
  })
})

describe('the day that a capture file is as at', () => {
  const referrals = csvText([
    annexAHeaders(3),
    listRow(3, { 'Child Unique ID': 'A', 'Date of referral': '2015-01-30' }),
  ])

  test('is that of the standard which it is loaded with', async () => {
    const months = csvText([BUDGET_MONTHS, ['B08', '2015-01', '6000', '', '']])
    const { report } = await intakeOf(
      await filesWith({ 'List 3 2015-01-31.csv': referrals, 'budget-months.csv': months }),
    )
    expect(report.sources).toEqual([
      { source: 'annex-a', asAt: '2015-01-31', asAtFrom: 'file-name' },
      { source: 'capture', asAt: '2015-01-31', asAtFrom: 'leader' },
    ])
  })

  test('is its own latest day when it is loaded alone, a moment’s too', async () => {
    const contacts = csvText([CONTACTS, ['CF-1', 'A', '2015-01-09T14:20', '2A', '', '', '']])
    const { report } = await intakeOf(await filesWith({ 'contact-decisions.csv': contacts }))
    expect([report.asAt, report.asAtFrom]).toEqual(['2015-01-09', 'latest-event'])
  })

  test('must be given when it says none', async () => {
    const months = csvText([BUDGET_MONTHS, ['B08', '2015-01', '6000', '', '']])
    const { report } = await intakeOf(await filesWith({ 'budget-months.csv': months }))
    expect(report.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'as-at-unknown',
    ])
  })
})
