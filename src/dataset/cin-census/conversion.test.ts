import { expect, test } from 'vitest'
import { filesWith } from '../../../tests/support/annex-a-files.ts'
import { censusDataset } from '../../../tests/support/census-dataset.ts'
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
import type { Build } from '../building/build.ts'
import { cinCensusConversion } from './conversion.ts'

/** Censuses by year, each with its children. */
async function converted(years: Readonly<Record<number, readonly string[]>>): Promise<Build> {
  const files = Object.entries(years).map(([year, children]) => [
    `CIN_${year}.xml`,
    censusXml(Number(year), children),
  ])
  return (await censusDataset(await filesWith(Object.fromEntries(files)))).build
}

const closed = (on: string, closedOn: string, inner = '') =>
  details(on, inner).replace(
    '<ReferralNFA>',
    `<CINclosureDate>${closedOn}</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><ReferralNFA>`,
  )

test('a referral opens an episode of need unless it needed no action', async () => {
  const build = await converted({
    2026: child(
      'A',
      closed('2025-05-01', '2025-08-01'),
      details('2025-10-01').replace('<ReferralNFA>0', '<ReferralNFA>1'),
    ),
  })
  expect(
    await build.all('select referral_id, source_code, nfa, artificial, row_number from referrals order by 1'),
  ).toEqual([
    { referral_id: 'cin-re-1-20250501', source_code: '6', nfa: false, artificial: false, row_number: 14 },
    { referral_id: 'cin-re-1-20251001', source_code: '6', nfa: true, artificial: false, row_number: 15 },
  ])
  expect(
    await build.all(
      'select episode_id, referral_date, close_date, close_reason, primary_need_code from cin_episodes',
    ),
  ).toEqual([
    {
      episode_id: 'cin-ci-1-20250501',
      referral_date: '2025-05-01',
      close_date: '2025-08-01',
      close_reason: 'RC7',
      primary_need_code: 'N1',
    },
  ])
})

test('an assessment belongs to the referral that it is in, with its factors', async () => {
  const build = await converted({
    2026: child(
      'A',
      closed('2025-05-01', '2025-08-01', assessment('2025-05-02', '2025-06-10', '2B', '18C')),
      details('2025-05-20', assessment('2025-05-21', null)),
    ),
  })
  expect(
    await build.all(
      'select assessment_id, referral_id, start_date, auth_date from cin_assessments order by start_date',
    ),
  ).toEqual([
    {
      assessment_id: 'cin-as-1-20250502',
      referral_id: 'cin-re-1-20250501',
      start_date: '2025-05-02',
      auth_date: '2025-06-10',
    },
    {
      assessment_id: 'cin-as-1-20250521',
      referral_id: 'cin-re-1-20250520',
      start_date: '2025-05-21',
      auth_date: null,
    },
  ])
  expect(await build.all('select assessment_id, factor from assessment_factors order by factor')).toEqual([
    { assessment_id: 'cin-as-1-20250502', factor: '18C' },
    { assessment_id: 'cin-as-1-20250502', factor: '2B' },
  ])
})

test('a conference of an enquiry is one, though the referral repeats its day; a day of the referral alone is a transfer in', async () => {
  const withDay = (block: string, on: string) =>
    block.replace('<Section47>', `<DateOfInitialCPC>${on}</DateOfInitialCPC><Section47>`)
  const build = await converted({
    2026: [
      ...child('A', withDay(details('2025-05-01', enquiry('2025-05-10', '2025-05-28')), '2025-05-28')),
      ...child('B', withDay(details('2025-06-01', enquiry('2025-06-10', null)), '2025-06-20')),
      // One conference that two enquiries led to.
      ...child(
        'C',
        details('2025-07-01', enquiry('2025-07-02', '2025-07-20') + enquiry('2025-07-08', '2025-07-20')),
      ),
    ],
  })
  const conferences = await build.all<Record<string, unknown>>(
    'select icpc_id, s47_enquiry_id, transfer_in from initial_cp_conference order by icpc_id, s47_enquiry_id',
  )
  expect(conferences.map((row) => Object.values(row))).toEqual([
    ['cin-ic-1-20250528', 'cin-s47-1-20250510', false],
    ['cin-ic-2-20250620', null, true],
    ['cin-ic-3-20250720', 'cin-s47-3-20250702', false],
    ['cin-ic-3-20250720', 'cin-s47-3-20250708', false],
  ])
  expect(
    await build.all('select s47_enquiry_id, icpc_unnecessary from s47_enquiry order by 1'),
  ).toContainEqual({
    s47_enquiry_id: 'cin-s47-2-20250610',
    icpc_unnecessary: true,
  })
})

test('plans have their reviews, those of need the episode that they belong to', async () => {
  const planDates =
    '<CINPlanDates><CINPlanStartDate>2025-06-01</CINPlanStartDate><CINPlanEndDate>2025-07-01</CINPlanEndDate></CINPlanDates>'
  const build = await converted({
    2026: child(
      'A',
      details(
        '2025-05-01',
        planDates,
        plan('2025-07-01', '2025-12-01', '2025-09-20') + plan('2026-01-01', null, '2026-03-20'),
      ),
    ),
  })
  expect(await build.all('select cin_plan_id, episode_id, start_date, end_date from cin_plans')).toEqual([
    {
      cin_plan_id: 'cin-np-1-20250601',
      episode_id: 'cin-ci-1-20250501',
      start_date: '2025-06-01',
      end_date: '2025-07-01',
    },
  ])
  expect(
    await build.all(
      'select cp_plan_id, end_date, initial_category, latest_category, previous_plans from cp_plans order by 1',
    ),
  ).toMatchObject([
    {
      cp_plan_id: 'cin-cp-1-20250701',
      end_date: '2025-12-01',
      initial_category: 'NEG',
      latest_category: 'EMO',
      previous_plans: 0,
    },
    { cp_plan_id: 'cin-cp-1-20260101', end_date: null },
  ])
  expect(await build.all('select cp_plan_id, review_date from cp_reviews order by 2')).toEqual([
    { cp_plan_id: 'cin-cp-1-20250701', review_date: '2025-09-20' },
    { cp_plan_id: 'cin-cp-1-20260101', review_date: '2026-03-20' },
  ])
})

test('who a child is: sex by either name, disabled by any code but none, due and not born', async () => {
  const who = (id: string, more: string, disabilities: string) => [
    '<Child>',
    identifiers(id, more),
    CHARACTERISTICS.replace('<Disability>NONE</Disability>', disabilities),
    details('2023-05-01'),
    '</Child>',
  ]
  const build = await converted({
    2024: [
      ...who(
        'A',
        '<GenderCurrent>2</GenderCurrent>',
        '<Disability>LD</Disability><Disability>AUT</Disability>',
      ),
      ...who('B', '<GenderCurrent>0</GenderCurrent>', '<Disability>NONE</Disability>').map((line) =>
        line.replace(
          '<PersonBirthDate>2010-06-01</PersonBirthDate>',
          '<ExpectedPersonBirthDate>2024-06-01</ExpectedPersonBirthDate>',
        ),
      ),
    ],
  })
  expect(
    await build.all('select person_id, sex, ethnicity, dob, expected_dob, disability from person order by 1'),
  ).toEqual([
    { person_id: 'A', sex: 'F', ethnicity: 'WBRI', dob: '2010-06-01', expected_dob: null, disability: 'yes' },
    { person_id: 'B', sex: 'U', ethnicity: 'WBRI', dob: null, expected_dob: '2024-06-01', disability: 'no' },
  ])
})

test('a case in the censuses of two years is one, as the newer has it; what was open and is in it no longer had ended', async () => {
  const open = details('2024-12-01', assessment('2024-12-02', null), plan('2025-02-01', null))
  const later = closed('2024-12-01', '2025-06-01', assessment('2024-12-02', '2025-04-20', '3B'))
  const build = await converted({
    2025: [
      ...child('A', details('2024-06-01').replace('<ReferralNFA>0', '<ReferralNFA>1'), open),
      ...child('B', open),
    ],
    2026: child('A', later),
  })
  expect(await build.all('select child_key, close_date from cin_episodes order by child_key')).toEqual([
    { child_key: 1, close_date: '2025-06-01' },
    { child_key: 2, close_date: '2025-03-31' },
  ])
  // Whether B's assessment was ever authorised nobody tells.
  expect(await build.all('select child_key, referral_id, auth_date from cin_assessments')).toEqual([
    { child_key: 1, referral_id: 'cin-re-1-20241201', auth_date: '2025-04-20' },
  ])
  expect(await build.all('select child_key, end_date from cp_plans order by child_key')).toEqual([
    { child_key: 1, end_date: '2025-03-31' },
    { child_key: 2, end_date: '2025-03-31' },
  ])
  expect(await cinCensusConversion.windowOf(build, '2026-03-31')).toBe('2024-04-01')
})

test('a child who is in a file twice has the referrals of both, each with its own assessment', async () => {
  const build = await converted({
    2026: [
      ...child('A', details('2025-05-01', assessment('2025-05-02', null))),
      ...child('A', details('2025-06-01', assessment('2025-06-02', null))),
      ...child('A', details('2025-06-01', assessment('2025-06-02', null))),
    ],
  })
  expect(await build.all('select assessment_id, referral_id from cin_assessments order by 1')).toEqual([
    { assessment_id: 'cin-as-1-20250502', referral_id: 'cin-re-1-20250501' },
    { assessment_id: 'cin-as-1-20250602', referral_id: 'cin-re-1-20250601' },
  ])
  expect(await build.all('select count(*) as n from referrals')).toEqual([{ n: 2 }])
})

test('the files of a flattened census are joined by the numbers in them', async () => {
  const paths = await filesWith({
    'CINdetails.csv':
      'LAchildID,CINdetailsID,CINreferralDate,ReferralSource,ReferralNFA\nA,1,01/05/2025,6,0\nA,2,01/07/2025,6,0\n',
    'Assessments.csv':
      'LAchildID,CINdetailsID,AssessmentActualStartDate,AssessmentAuthorisationDate,AssessmentFactors\n' +
      'A,2,02/07/2025,20/08/2025,2B\nA,2,02/07/2025,20/08/2025,18C\n',
  })
  const { build } = await censusDataset(paths)
  expect(await build.all('select assessment_id, referral_id from cin_assessments')).toEqual([
    { assessment_id: 'cin-as-1-20250702', referral_id: 'cin-re-1-20250701' },
  ])
  expect(await build.all('select factor from assessment_factors order by 1')).toEqual([
    { factor: '18C' },
    { factor: '2B' },
  ])
})
