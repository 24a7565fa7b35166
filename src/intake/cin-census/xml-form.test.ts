import { expect, test } from 'vitest'
import { filesWith, intakeOf, type Intake } from '../../../tests/support/annex-a-files.ts'
import {
  assessment,
  censusXml,
  CHARACTERISTICS,
  child,
  details,
  enquiry,
  identifiers,
  plan,
} from '../../../tests/support/census-xml.ts'

const read = async (content: string | Uint8Array): Promise<Intake> =>
  intakeOf(await filesWith({ 'census.xml': content }))

/** `Assessments 14`, in the order in which rows were handed over. */
const placesOf = ({ rows }: Intake) => rows.map(({ table, row }) => `${table.slice(11)} ${row}`)
const rowsOf = ({ rows }: Intake, module: string) =>
  rows.filter(({ table }) => table === `cin-census/${module}`).map(({ values }) => values)
const problemsOf = ({ report }: Intake) =>
  report.problems
    .filter(({ code }) => code !== 'as-at-inferred')
    .map(({ severity, code, row, field }) => `${severity} ${code} ${row ?? ''} ${field ?? ''}`.trim())
const tableOf = ({ report }: Intake, module: string) =>
  report.files[0]!.tables.find(({ table }) => table === `cin-census/${module}`)

test('every block becomes a row at its line, with the child’s id and the numbers of what it is in', async () => {
  const intake = await read(
    censusXml(
      2026,
      child(
        'A',
        details('2024-05-01'),
        details(
          '2025-05-01',
          assessment('2025-05-02', '2025-06-10', '2B', '18C'),
          plan('2025-07-01', null, '2025-09-20'),
        ),
      ),
    ),
  )
  expect(intake.report).toMatchObject({ accepted: true, asAt: '2026-03-31', asAtFrom: 'title' })
  expect(problemsOf(intake)).toEqual([])
  expect(placesOf(intake)).toEqual([
    'Header 3',
    'ChildIdentifiers 12',
    'ChildCharacteristics 13',
    'Disabilities 13',
    'CINdetails 14',
    'CINdetails 15',
    'Assessments 15',
    'ChildProtectionPlans 15',
    'Reviews 15',
  ])
  expect(rowsOf(intake, 'CINdetails')).toMatchObject([
    {
      LAchildID: 'A',
      CINdetailsID: 1,
      CINreferralDate: '2024-05-01',
      ReferralNFA: false,
      CINclosureDate: null,
    },
    {
      LAchildID: 'A',
      CINdetailsID: 2,
      CINreferralDate: '2025-05-01',
      ReferralSource: '6',
      PrimaryNeedCode: 'N1',
    },
  ])
  expect(rowsOf(intake, 'Assessments')).toMatchObject([
    { LAchildID: 'A', CINdetailsID: 2, AssessmentID: 1, AssessmentFactors: '2B 18C' },
  ])
  expect(rowsOf(intake, 'Reviews')).toEqual([
    { LAchildID: 'A', CINdetailsID: 2, CPPID: 1, CPPreviewDate: '2025-09-20' },
  ])
})

test('a child’s id is the child’s whatever comes before it, and numbers begin again with each child', async () => {
  const intake = await read(
    censusXml(2026, [
      ...child('A', details('2025-05-01')),
      '<Child>',
      details('2025-05-02'),
      CHARACTERISTICS,
      identifiers('B'),
      '</Child>',
    ]),
  )
  expect(rowsOf(intake, 'CINdetails')).toMatchObject([
    { LAchildID: 'A', CINdetailsID: 1 },
    { LAchildID: 'B', CINdetailsID: 1 },
  ])
  expect(problemsOf(intake)).toEqual([
    'note xml-order 18 ChildCharacteristics',
    'note xml-order 19 ChildIdentifiers',
  ])
})

test('what the schema would refuse is told with its line, and the rest is read', async () => {
  const intake = await read(
    censusXml(2026, [
      '<Child>',
      '<ChildIdentifiers><LAchildID>A</LAchildID>',
      'PersonBirthDate',
      '<PersonBirthDate>2010-06-01</PersonBirthDate><PersonBirthDate>2011-06-01</PersonBirthDate>',
      '<Sex>1</Sex></ChildIdentifiers>',
      '<ChildCharacteristics>',
      '<Ethnicity>Martian</Ethnicity><Shoe><Size>4</Size></Shoe></ChildCharacteristics>',
      details(
        '2025-05-01',
        assessment('2025-05-02', '2025-06-10', '1C', 'RB', '6B'),
        plan('2025-07-01', null),
      ),
      '<CINdetails><CINreferralDate>2025-06-01</CINreferralDate>',
      '<FactorsIdentifiedAtAssessment/>',
      '<ReferralNFA>true</ReferralNFA><DateOfInitialCPC>soon</DateOfInitialCPC></CINdetails>',
      '</Child>',
    ]),
  )
  expect(intake.report.accepted).toBe(true)
  expect(problemsOf(intake)).toEqual([
    'warning xml-stray-text 13',
    'warning xml-element-twice 14 PersonBirthDate',
    'warning code-unknown 17 Ethnicity',
    'warning code-unknown 18 AssessmentFactors',
    'warning xml-out-of-place 20 FactorsIdentifiedAtAssessment',
    'warning date-unreadable 21 DateOfInitialCPC',
    'note code-from-words 15 Sex',
    'note column-unknown 17 Shoe',
    'note value-missing 20 AssessmentFactors',
    'note code-from-words 21 ReferralNFA',
    'note xml-order 21 DateOfInitialCPC',
    'note value-missing 19 ReferralSource',
  ])
  expect(rowsOf(intake, 'ChildIdentifiers')).toMatchObject([{ PersonBirthDate: '2010-06-01', Sex: 'M' }])
  expect(rowsOf(intake, 'Assessments')).toMatchObject([{ AssessmentFactors: '1C 6B' }])
  expect(rowsOf(intake, 'CINdetails')[1]).toMatchObject({ ReferralNFA: true, DateOfInitialCPC: null })
  expect(tableOf(intake, 'ChildCharacteristics')?.unknownColumns).toEqual(['Shoe'])
})

test('the elements of another year are read, and told once', async () => {
  const old = '<GenderCurrent>9</GenderCurrent>'
  const plans = '<CINPlanDates><CINPlanStartDate>2016-05-01</CINPlanStartDate></CINPlanDates>'
  const of = (year: number, more: string) =>
    censusXml(year, [
      '<Child>',
      identifiers('A', more),
      CHARACTERISTICS,
      details('2016-05-01', plans),
      '</Child>',
    ])
  const inTime = await read(of(2024, old))
  expect(problemsOf(inTime)).toEqual([])
  expect(rowsOf(inTime, 'ChildIdentifiers')).toMatchObject([{ Sex: null, GenderCurrent: 'I' }])
  expect(problemsOf(await read(of(2017, old)))).toEqual(['note xml-other-year 14 CINPlanDates'])
  expect(problemsOf(await read(of(2025, old)))).toEqual(['note xml-other-year 12 GenderCurrent'])
  expect(problemsOf(await read(of(2024, '<Sex>F</Sex>')))).toEqual(['note xml-other-year 12 Sex'])
  expect(problemsOf(await read(of(2024, '')))).toEqual(['note value-missing 12 Sex'])
})

test('pre-proceedings and family group decision-making are a module of the census of 2027', async () => {
  const block =
    '<PreProceedingsandFGDM><PPStartDate>2026-09-09</PPStartDate><FGDMMeetingOffer>1</FGDMMeetingOffer>' +
    '<ReviewMeetingsCount>3</ReviewMeetingsCount><PPOutcome>A</PPOutcome></PreProceedingsandFGDM>'
  const intake = await intakeOf(
    await filesWith({ 'census.xml': censusXml(2027, child('A', details('2026-05-01', '', block))) }),
  )
  expect(rowsOf(intake, 'PreProceedingsandFGDM')).toMatchObject([
    { LAchildID: 'A', CINdetailsID: 1, FGDMMeetingOffer: true, ReviewMeetingsCount: 3, PPOutcome: 'A' },
  ])
  // The year runs until March, and the file is of today at the latest.
  expect(intake.report).toMatchObject({ asAt: '2026-09-09', asAtFrom: 'latest-event' })
})

test('a block that appears twice for one child is set aside with what is in it, and counted', async () => {
  const whole = details('2025-05-01', assessment('2025-05-02', null), plan('2025-07-01', null, '2025-09-20'))
  const intake = await read(
    censusXml(2026, [
      ...child('A', details('2025-04-10'), whole, whole.replace('2025-09-20', '2025-09-21')),
      ...child('B', whole),
    ]),
  )
  expect(problemsOf(intake)).toEqual([
    'warning row-repeated 16',
    'warning row-repeated 16',
    'warning row-repeated 16',
  ])
  for (const [module, rows, accepted] of [
    ['CINdetails', 4, 3],
    ['Assessments', 3, 2],
    ['ChildProtectionPlans', 3, 2],
    ['Reviews', 3, 3],
  ] as const)
    expect(tableOf(intake, module)).toMatchObject({ rows, accepted, quarantined: rows - accepted })
  // What is new in the repeated block belongs to the one that was kept.
  expect(rowsOf(intake, 'Reviews').map((values) => [values['CINdetailsID'], values['CPPID']])).toEqual([
    [2, 1],
    [2, 1],
    [1, 1],
  ])
})

test('rows of a child without an id, and rows without their day, are set aside and counted', async () => {
  const intake = await read(
    censusXml(2026, [
      '<Child>',
      '<ChildIdentifiers><Sex>F</Sex></ChildIdentifiers>',
      CHARACTERISTICS,
      details('2025-05-01'),
      '</Child>',
      ...child('B', details('2025-05-01', assessment('May', null), enquiry('', null))),
    ]),
  )
  for (const [module, rows, quarantined] of [
    ['ChildIdentifiers', 2, 1],
    ['ChildCharacteristics', 2, 1],
    ['Disabilities', 2, 1],
    ['CINdetails', 2, 1],
    ['Assessments', 1, 1],
    ['Section47', 1, 1],
  ] as const)
    expect(tableOf(intake, module)).toMatchObject({ rows, quarantined })
  const warnings = intake.report.problems.filter(({ severity }) => severity === 'warning')
  expect(warnings.map(({ message }) => message)).toContain(
    "Line 19: 'AssessmentActualStartDate' is not a date we can read, so the row was set aside",
  )
  expect(warnings.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 4 }, () => 'key-missing'),
    'date-unreadable',
    'key-missing',
  ])
})

test('names that systems write otherwise are read as what they are, and told once', async () => {
  const reviews = '<CPPreviews><CPPreviewDate>2025-09-20</CPPreviewDate></CPPreviews></ChildProtectionPlans>'
  const inTheirWords = plan('2025-07-01', null).replace('</ChildProtectionPlans>', reviews)
  const planDates = '<CINplanDates><CINPlanStartDate>2025-06-01</CINPlanStartDate></CINplanDates>'
  const intake = await read(
    censusXml(2026, [
      ...child('A', details('2025-05-01', planDates, inTheirWords)),
      ...child('B', details('2025-05-01', planDates, inTheirWords)),
    ]),
  )
  expect(problemsOf(intake)).toEqual([
    'note header-read-as 14 CINPlanDates',
    'note header-read-as 14 Reviews',
  ])
  expect(rowsOf(intake, 'Reviews')).toHaveLength(2)
  expect(rowsOf(intake, 'CINPlanDates')).toHaveLength(2)
})

test('the header says which day the census is as at; where year and day disagree the day is believed, and it is told', async () => {
  const header = ['<Year>2023</Year>', '<ReferenceDate>2024-03-31</ReferenceDate>']
  const intake = await read(censusXml(2023, child('A', details('2023-05-01')), header))
  expect(intake.report.asAt).toBe('2024-03-31')
  expect(problemsOf(intake)).toEqual([
    'warning header-days-disagree 3 ReferenceDate',
    'note xml-other-year 12 Sex',
  ])
  const byYear = await read(censusXml(2026, child('A', details('2025-05-01')), ['<Year>2026</Year>']))
  expect(byYear.report.asAt).toBe('2026-03-31')
})

test('a return of another collection, and one without a child, are refused', async () => {
  const school = censusXml(2026, child('A', details('2025-05-01'))).replace('>CIN<', '>SC<')
  expect((await read(school)).report.problems).toMatchObject([{ severity: 'error', code: 'file-kind' }])
  expect((await read(censusXml(2026, []))).report.problems).toContainEqual(
    expect.objectContaining({ severity: 'error', code: 'not-known' }),
  )
})

test('only XML that is broken is refused, with its line', async () => {
  const whole = censusXml(2026, child('A', details('2025-05-01')))
  for (const [content, code] of [
    [whole.replace('</Child>', '</Childs>'), 'xml-not-sound'],
    [whole.replace('WBRI', '&ethnicity;'), 'xml-not-sound'],
    [whole.slice(0, -30), 'xml-not-sound'],
    [whole.replace('<Message>', '<!DOCTYPE Message [<!ENTITY a "b">]><Message>'), 'xml-document-type'],
  ] as const) {
    const { report } = await read(content)
    expect(report.accepted).toBe(false)
    expect(report.problems).toContainEqual(expect.objectContaining({ severity: 'error', code }))
  }
  const { report } = await read(whole.replace('</Child>', '</Childs>'))
  expect(report.problems[0]?.message).toMatch(/at line 15 /)
})

test('the file is read in the encoding that it is in', async () => {
  const text = censusXml(2026, child('Zoë–1', details('2025-05-01')))
  const idIn = async (content: Uint8Array) => rowsOf(await read(content), 'CINdetails')[0]?.['LAchildID']
  const declared = (encoding: string) => text.replace('utf-8', encoding)
  expect(await idIn(Buffer.from(text))).toBe('Zoë–1')
  expect(await idIn(Buffer.from(`\uFEFF${text}`))).toBe('Zoë–1')
  expect(await idIn(Buffer.from(`\uFEFF${declared('utf-16')}`, 'utf16le'))).toBe('Zoë–1')
  expect(await idIn(Buffer.from(`\uFEFF${declared('utf-16')}`, 'utf16le').swap16())).toBe('Zoë–1')
  // 0x96 is the dash of windows-1252.
  const latin = (encoding: string) => Buffer.from(declared(encoding).replace('–', '\u0096'), 'latin1')
  expect(await idIn(latin('windows-1252'))).toBe('Zoë–1')
  expect(await idIn(latin('iso-8859-1'))).toBe('Zoë–1')
  // Written by a system that says UTF-16 of everything.
  expect(await idIn(Buffer.from(declared('utf-16')))).toBe('Zoë–1')
  expect((await read(latin('utf-8'))).report.problems).toContainEqual(
    expect.objectContaining({ severity: 'error', code: 'xml-encoding' }),
  )
})
