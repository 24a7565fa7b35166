import { expect, test } from 'vitest'
import { filesWith, intakeOf, type Intake } from '../../../tests/support/annex-a-files.ts'

const read = async (...lines: readonly (string | Uint8Array)[]): Promise<Intake> => {
  const bytes = lines.length === 1 && typeof lines[0] !== 'string' ? lines[0]! : lines.join('\n')
  return intakeOf(await filesWith({ 'return.xml': bytes }), '2019-03-31')
}

const child = (...lines: readonly string[]): string[] => [
  '<EXPSSDA903>',
  '<CHILD>',
  ...lines,
  '</CHILD>',
  '</EXPSSDA903>',
]

const WHO =
  '<CHILDID>1</CHILDID><UPN>UN1</UPN><SEX>1</SEX><DOB>04/03/2008</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC>'
const EPISODE =
  '<EPISODE><DECOM>01/05/2018</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U6</PL><DEC/><REC/></EPISODE>'

const said = ({ rows }: Intake) =>
  rows.map(({ table, row, values }) => [table.slice(8), row, values['CHILD']])
const codesIn = ({ report }: Intake) =>
  report.problems
    .filter(({ code }) => code !== 'value-missing')
    .map(({ code, field }) => `${code} ${field ?? ''}`.trim())

test('a child’s elements become rows of the files they belong to, each at its line, with the child’s id and birth', async () => {
  const intake = await read(
    ...child(
      '<HEADER>',
      `${WHO}<DATE_INT>01/06/2018</DATE_INT><IN_TOUCH></IN_TOUCH>`,
      '<AMISSING><MISSING>M</MISSING><MIS_START>02/05/2018</MIS_START><MIS_END/></AMISSING>',
      '<AREVIEW><REVIEW>03/05/2018</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>',
      '<PERMANENCE><PREV_PERM>P1</PREV_PERM><LA_PERM>302</LA_PERM><DATE_PERM>zz/zz/2016</DATE_PERM></PERMANENCE>',
      '<OC2><SDQ_SCORE/><CONVICTED/></OC2>',
      '<AD_PLACED><DATE_PLACED>01/06/2018</DATE_PLACED></AD_PLACED>',
      '</HEADER>',
      EPISODE,
    ),
  )
  expect(said(intake)).toEqual([
    ['header', 3, '1'],
    ['ad1', 3, '1'],
    ['missing', 5, '1'],
    ['reviews', 6, '1'],
    ['prev_perm', 7, '1'],
    ['placed_adoption', 9, '1'],
    ['episodes', 11, '1'],
  ])
  expect(intake.rows.at(-1)?.values).toMatchObject({ DECOM: '2018-05-01', PLACE: 'U6', DEC: null })
  expect(intake.rows[3]?.values).toMatchObject({
    DOB: '2008-03-04',
    REVIEW: '2018-05-03',
    REVIEW_CODE: 'PN1',
  })
  expect(intake.report.files[0]).toMatchObject({ source: 'ssda903', file: 'return.xml' })
  for (const { rows, accepted, quarantined } of intake.report.files[0]!.tables)
    expect(accepted + quarantined).toBe(rows)
  expect(codesIn(intake)).toEqual(['date-part-known DATE_PERM'])
})

test('a flag or a day of ceasing makes a row of unaccompanied children, and neither makes none', async () => {
  const tables = async (more: string) =>
    said(await read(...child(`<HEADER>${WHO.replace('<UASC>0</UASC>', more)}</HEADER>`))).map(
      ([table]) => table,
    )
  expect(await tables('<UASC>1</UASC>')).toEqual(['header', 'uasc'])
  expect(await tables('<UASC/><DUC>04/03/2026</DUC>')).toEqual(['header', 'uasc'])
  expect(await tables('<UASC>0</UASC><DUC/>')).toEqual(['header'])
})

test('order and case do not matter, nor does a prefix: an episode may be before its header', async () => {
  const intake = await read(
    '<?xml version="1.0"?><x:EXPSSDA903 xmlns:x="urn:x"><x:child>',
    EPISODE,
    `<header>${WHO}</header>`,
    '</x:child></x:EXPSSDA903>',
  )
  expect(said(intake)).toEqual([
    ['header', 3, '1'],
    ['episodes', 2, '1'],
  ])
})

test('workers and orders, which the form of 2021 does not have, are known by what is in them', async () => {
  const intake = await read(
    ...child(
      `<HEADER>${WHO}</HEADER>`,
      '<SWEPISODE><SW_ID>SW1</SW_ID><SW_DECOM>01/05/2018</SW_DECOM><SW_REASON>MANAGE</SW_REASON></SWEPISODE>',
      '<ANY><DOLO_START>01/05/2018</DOLO_START></ANY>',
    ),
  )
  expect(said(intake).map(([table]) => table)).toEqual(['header', 'social_worker', 'dolo'])
})

test('what is not known, or appears twice or outside the elements, is left out and said', async () => {
  const intake = await read(
    ...child(
      `<HEADER>${WHO}<SHOE_SIZE>38</SHOE_SIZE><SEX>2</SEX>stray</HEADER>`,
      EPISODE.replace('<DEC/>', '<DEC/><COLOUR>red</COLOUR><COLOUR>blue</COLOUR><EMPTY/>'),
    ),
  )
  expect(codesIn(intake).toSorted()).toEqual([
    'column-unknown COLOUR',
    'column-unknown SHOE_SIZE',
    'xml-element-twice SEX',
    'xml-stray-text',
  ])
  expect(intake.report.problems.find(({ code }) => code === 'xml-element-twice')?.message).toBe(
    "Line 3: 'SEX' comes twice in one HEADER: the first was read",
  )
  expect(intake.report.files[0]!.tables.map(({ unknownColumns }) => unknownColumns)).toContainEqual([
    'COLOUR',
  ])
  expect(intake.rows[0]?.values['SEX']).toBe('M')
})

test('a child without an id has rows that are set aside, and no one else’s id', async () => {
  const intake = await read(
    '<EXPSSDA903>',
    `<CHILD><HEADER>${WHO}</HEADER>${EPISODE}</CHILD>`,
    `<CHILD>${EPISODE}</CHILD>`,
    `<CHILD><HEADER><CHILDID> </CHILDID><SEX>1</SEX></HEADER>${EPISODE}</CHILD>`,
    '</EXPSSDA903>',
  )
  const tables = intake.report.files[0]!.tables.map(({ table, rows, quarantined }) => [
    table,
    rows,
    quarantined,
  ])
  expect(tables).toContainEqual(['ssda903/header', 2, 1])
  expect(tables).toContainEqual(['ssda903/episodes', 3, 2])
})

test('two episodes of a child from one day are a pair, as in the CSV files', async () => {
  const intake = await read(
    ...child(`<HEADER>${WHO}</HEADER>`, EPISODE, EPISODE, EPISODE.replace('U6', 'K2')),
  )
  expect(codesIn(intake)).toEqual(['row-repeated', 'row-pair'])
})

test('UTF-16 and windows-1252 are read where the file says so', async () => {
  const text = child(`<HEADER>${WHO}</HEADER>`).join('\n')
  expect((await read(Buffer.from(`\uFEFF${text}`, 'utf16le'))).rows).toHaveLength(1)
  const declared = `<?xml version="1.0" encoding="windows-1252"?><!-- \u00e9 -->${text}`
  expect((await read(Buffer.from(declared, 'latin1'))).rows).toHaveLength(1)
})

const whole = child(`<HEADER>${WHO}</HEADER>`, EPISODE).join('\n')
const deep = '<A>'.repeat(200)

const BAD: readonly [what: string, code: string, bytes: string | Uint8Array][] = [
  ['cut short', 'xml-not-sound', whole.slice(0, -30)],
  ['a tag that is closed by another', 'xml-not-sound', whole.replace('</HEADER>', '</HEADING>')],
  ['an entity of its own', 'xml-not-sound', whole.replace('WBRI', '&bomb;')],
  ['a document type', 'xml-document-type', `<!DOCTYPE x [<!ENTITY a "b">]>${whole}`],
  [
    'letters that are not of its encoding',
    'xml-encoding',
    Buffer.from(whole.replace('U6', '\u00e9'), 'latin1'),
  ],
  ['an encoding that nobody knows', 'xml-encoding', `<?xml version="1.0" encoding="klingon"?>${whole}`],
  ['elements without end inside one another', 'xml-too-deep', whole.replace('<EPISODE>', `<EPISODE>${deep}`)],
  ['a text without end', 'xml-text-too-long', whole.replace('WBRI', 'W'.repeat(3_000_000))],
  [
    'an attribute without end',
    'xml-text-too-long',
    whole.replace('<EPISODE>', `<EPISODE a="${'W'.repeat(3_000_000)}">`),
  ],
  [
    'a child without end',
    'xml-child-too-long',
    `<EXPSSDA903><CHILD>${EPISODE.repeat(6000)}</CHILD></EXPSSDA903>`,
  ],
]

test.each(BAD)('a file with %s is refused in words', async (_, code, bytes) => {
  const { report } = await intakeOf(await filesWith({ 'return.xml': bytes }), '2019-03-31')
  expect(report.accepted).toBe(false)
  const errors = report.problems.filter(({ severity }) => severity === 'error')
  expect(errors.map((error) => error.code)).toEqual([code])
  expect(errors[0]!.message).toMatch(/^return\.xml \S+ \S+/)
})

test('a return of no child is read, and has no rows', async () => {
  const { report } = await read('<EXPSSDA903/>')
  expect(report.files[0]!.tables).toMatchObject([{ table: 'ssda903/header', rows: 0 }])
})
