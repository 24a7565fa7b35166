import { expect, test } from 'vitest'
import { csvText, filesWith, intakeOf, type TestCell } from '../../../tests/support/annex-a-files.ts'
import { SSD_TABLES } from '../../standards/ssd/tables.ts'

/** A CSV of one table: each row by its columns. */
const csvOf = (...rows: Readonly<Record<string, TestCell>>[]): string =>
  csvText([Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))])

const readCsv = async (text: string, name = 'export.csv') => intakeOf(await filesWith({ [name]: text }))
const valuesOf = async (text: string) => (await readCsv(text)).rows.map(({ values }) => values)

test('every table of the standard is known, its columns by the prefix that no other has', () => {
  expect(SSD_TABLES).toHaveLength(48)
  const prefixes = SSD_TABLES.flatMap(({ prefix }) => prefix ?? [])
  expect(new Set(prefixes).size).toBe(46)
  for (const { prefix, fields, leftOut = [] } of SSD_TABLES) {
    const names = [...fields.map(({ name }) => name), ...leftOut]
    if (prefix !== null) expect(names.filter((name) => !name.startsWith(`${prefix}_`))).toEqual([])
  }
})

test('the prefix of its columns tells a table, whatever its file is called and however they are written', async () => {
  const { report, rows } = await readCsv(
    csvOf({ CINE_REFERRAL_ID: 'R1', CINE_PERSON_ID: 'A1', CINE_REFERRAL_DATE: '2015-01-05T00:00:00' }),
    'Oracle dump 1.csv',
  )
  expect(report.accepted).toBe(true)
  expect(report.files[0]!.tables).toMatchObject([{ table: 'ssd/cin_episodes', rows: 1, accepted: 1 }])
  expect(rows[0]!.values).toEqual({
    cine_referral_id: 'R1',
    cine_person_id: 'A1',
    cine_referral_date: '2015-01-05',
  })
})

test('columns of another release are said and left, and the table is known by the others', async () => {
  const { report } = await readCsv(
    csvOf({
      disa_person_id: 'A1',
      disa_table_id: '1',
      disa_disability_code: 'AUT',
      disa_severity: 'x',
      disa_a: '',
    }),
  )
  expect(report.files[0]!.tables).toMatchObject([
    { table: 'ssd/disability', accepted: 1, unknownColumns: ['disa_severity', 'disa_a'] },
  ])
})

test('a table without a prefix is known by most of its columns', async () => {
  const { report } = await readCsv(
    csvOf({
      version_number: '1.4.5',
      release_date: '2025-07-14',
      description: 'x',
      is_current: 1,
      created_by: 'x',
    }),
  )
  expect(report.files[0]!.tables).toMatchObject([{ table: 'ssd/version_log', accepted: 1 }])
})

test('names of earlier releases and of deployed scripts are read as those of the specification', async () => {
  const [episode] = await valuesOf(
    csvOf({
      clae_cla_episode_id: 'E1',
      clae_person_id: 'A1',
      clae_cla_episode_start: '2014-05-01',
      clae_cla_episode_ceased: '2014-06-01',
      clae_cla_episode_cease_reason: 'X1',
      clae_cla_primary_need: 'N1',
      clae_cla_review_last_iro_contact_date: '2014-05-20',
    }),
  )
  expect(episode).toEqual({
    clae_cla_episode_id: 'E1',
    clae_person_id: 'A1',
    clae_cla_episode_start_date: '2014-05-01',
    clae_cla_episode_ceased_date: '2014-06-01',
    clae_cla_episode_ceased_reason: 'X1',
    clae_cla_primary_need_code: 'N1',
    clae_cla_last_iro_contact_date: '2014-05-20',
  })
})

test('a deployed person table has two ids in place of the specified one, and both are read', async () => {
  const [person] = await valuesOf(
    csvOf({ pers_person_id: '17.0', pers_upn: 'A999123412341', pers_single_unique_id: '9990001112' }),
  )
  expect(person).toEqual({
    pers_person_id: '17',
    pers_upn: 'A999123412341',
    pers_common_child_id: '9990001112',
  })
})

test('names and addresses of children are not taken, and that is said', async () => {
  const { report, rows } = await readCsv(
    csvOf({ pers_person_id: '1', pers_forename: 'F', pers_surname: 'S' }),
  )
  expect(rows[0]!.values).toEqual({ pers_person_id: '1' })
  const said = report.problems.filter(({ code }) => code === 'column-left')
  expect(said.map(({ field }) => field)).toEqual(['pers_forename', 'pers_surname'])
  expect(said[0]!.message).toContain('is not needed and was left out')
})

test('NULL and PLACEHOLDER_DATA are blank, and a timestamp at midnight is its day', async () => {
  const { report, rows } = await readCsv(
    csvOf({
      cont_contact_id: 'C1',
      cont_person_id: 'A1',
      cont_contact_date: '2015-01-05 00:00:00.000',
      cont_contact_source_code: 'NULL',
      cont_contact_outcome_json: 'PLACEHOLDER_DATA',
    }),
  )
  expect(rows[0]!.values).toMatchObject({
    cont_contact_date: '2015-01-05',
    cont_contact_source_code: null,
    cont_contact_outcome_json: null,
  })
  const blanks = report.problemCounts.filter(({ code }) => code === 'blank-written')
  expect(blanks.map(({ field }) => field)).toEqual(['cont_contact_source_code', 'cont_contact_outcome_json'])
})

test('a placeholder that fills a column is one note with how many rows, not one for each', async () => {
  const said = async (rows: number) => {
    const { report } = await readCsv(
      csvOf(
        ...Array.from({ length: rows }, (_, index) => ({
          cont_contact_id: `C${index}`,
          cont_person_id: 'A1',
          cont_contact_date: '2015-01-05',
          cont_contact_source_code: 'SSD_PH',
        })),
      ),
    )
    return report.problems.filter(({ code }) => code === 'blank-written').map(({ message }) => message)
  }
  const first = "Row 2: 'cont_contact_source_code' holds 'SSD_PH', read as blank"
  expect(await said(1)).toEqual([first])
  expect(await said(2)).toEqual([`${first}; so is 1 more row of this column`])
  expect(await said(1_200)).toEqual([`${first}; so are 1,199 more rows of this column`])
})

test('JSON stays in its cell as it was written', async () => {
  const outcome = '{"SINGLE_ASSESSMENT_FLAG":"Y","NFA_FLAG":"N"}'
  const [referral] = await valuesOf(
    csvOf({
      cine_referral_id: 'R1',
      cine_person_id: 'A1',
      cine_referral_date: '2015-01-05',
      cine_referral_outcome_json: outcome,
    }),
  )
  expect(referral!['cine_referral_outcome_json']).toBe(outcome)
})

test('three systems of codes for sex and gender are one', async () => {
  const people = ['01', '1', 'M', '02', '2', 'F', '00', '0', 'U', '09', '9', 'I']
  const read = await valuesOf(
    csvOf(
      ...people.map((code, place) => ({ pers_person_id: `A${place}`, pers_sex: code, pers_gender: code })),
    ),
  )
  const letters = 'MMMFFFUUUIII'.split('')
  expect(read.map((values) => values['pers_sex'])).toEqual(letters)
  expect(read.map((values) => values['pers_gender'])).toEqual(letters)
})

test('ethnicity is read by today’s codes, by those of the set before and under the name that the guidance misspells', async () => {
  const codes = ['WBRI', 'A1', 'E1', 'CNHE', 't) NOBT', 'E4']
  const { report, rows } = await readCsv(
    csvOf(...codes.map((code, place) => ({ pers_person_id: `A${place}`, pers_ethnicity: code }))),
  )
  expect(rows.map(({ values }) => values['pers_ethnicity'])).toEqual([
    'WBRI',
    'WBRI',
    'CHNE',
    'CHNE',
    'NOBT',
    'NOBT',
  ])
  expect(report.problemCounts.find(({ field }) => field === 'pers_ethnicity')).toMatchObject({
    code: 'code-from-words',
    count: 5,
  })
})

test('0 and 1 for a SEND plan, of which the standard says two things, are not guessed', async () => {
  const { report, rows } = await readCsv(
    csvOf({ pers_person_id: 'A1', pers_send_flag: '1' }, { pers_person_id: 'A2', pers_send_flag: 'Y' }),
  )
  expect(rows.map(({ values }) => values['pers_send_flag'])).toEqual([null, true])
  expect(report.problems.find(({ code }) => code === 'code-unknown')!.message).toContain(
    'two opposite things',
  )
})

test('a category of abuse is read from its words, and a legal status that no list has is kept', async () => {
  const plan = { cppl_person_id: 'A1', cppl_cp_plan_start_date: '2015-01-05' }
  const categories = ['Neglect', 'Multiple', 'Multiple: Neglect, Physical abuse', 'EMO']
  const plans = await valuesOf(
    csvOf(
      ...categories.map((category, place) => ({
        cppl_cp_plan_id: `P${place}`,
        ...plan,
        cppl_cp_plan_latest_category: category,
      })),
    ),
  )
  expect(plans.map((values) => values['cppl_cp_plan_latest_category'])).toEqual(['NEG', 'MUL', 'MUL', 'EMO'])
  const [status] = await valuesOf(
    csvOf({ lega_legal_status_id: 'S1', lega_person_id: 'A1', lega_legal_status: 'Private fostering' }),
  )
  expect(status!['lega_legal_status']).toBe('Private fostering')
})

test('an earlier order of which the day is partly known keeps what is known of it', async () => {
  const [order] = await valuesOf(
    csvOf({ lapp_table_id: '1', lapp_person_id: 'A1', lapp_previous_permanence_order_date: 'zz/05/2012' }),
  )
  expect(order!['lapp_previous_permanence_order_date']).toBe('zz/05/2012')
})

test('a second row under one id is set aside, whether it says the same or not', async () => {
  const contact = (day: string) => ({ cont_contact_id: 'C1', cont_person_id: 'A1', cont_contact_date: day })
  const { report, rows } = await readCsv(
    csvOf(contact('2015-01-05'), contact('2015-01-05'), contact('2015-01-06')),
  )
  expect(rows).toHaveLength(1)
  expect(report.files[0]!.tables).toMatchObject([{ rows: 3, accepted: 1, quarantined: 2 }])
  expect(report.problems.map(({ code, message }) => [code, message])).toContainEqual([
    'id-repeated',
    "Row 4 has the same 'cont_contact_id' as row 2 and other details, so it was set aside",
  ])
})

test('two contacts of one child on one day from one source are two, and rows without an id are each one', async () => {
  const contact = (id: string | null) => ({
    cont_contact_id: id,
    cont_person_id: 'A1',
    cont_contact_date: '2015-01-05',
    cont_contact_source_code: '6',
  })
  const { rows } = await readCsv(csvOf(contact('C1'), contact('C2'), contact(null), contact(null)))
  expect(rows).toHaveLength(4)
})

test('a row about no child is set aside, and a booked review needs no day', async () => {
  const { report } = await readCsv(
    csvOf(
      { cppr_cp_review_id: 'W1', cppr_person_id: '', cppr_cp_review_date: '2015-01-05' },
      { cppr_cp_review_id: 'W2', cppr_person_id: 'A1', cppr_cp_review_date: '' },
    ),
  )
  expect(report.files[0]!.tables).toMatchObject([{ accepted: 1, quarantined: 1 }])
})
