import { expect, test } from 'vitest'
import { convertedSsd, referral, ssdAsAt, type SsdRow } from '../../../tests/support/ssd-rows.ts'
import type { AcceptedRow } from '../../intake/tables/accepted-row.ts'
import type { Day } from '../../platform/day.ts'
import { ssdConversion } from './conversion.ts'

test('a child is what the person table says, and one it does not have is known by the id alone', async () => {
  const build = await convertedSsd(
    [
      'person',
      {
        pers_person_id: 'A',
        pers_sex: null,
        pers_gender: 'F',
        pers_ethnicity: 'WBRI',
        pers_dob: '2010-03-04',
      },
    ],
    ['person', { pers_person_id: 'B', pers_dob: '2015-04-01' }],
    ['disability', { disa_table_id: '1', disa_person_id: 'A', disa_disability_code: 'NONE' }],
    ['disability', { disa_table_id: '2', disa_person_id: 'A', disa_disability_code: 'AUT' }],
    ['contacts', { cont_contact_id: 'C1', cont_person_id: 'C', cont_contact_date: '2015-01-05' }],
  )
  expect(
    await build.all(
      'select person_id, sex, ethnicity, dob, expected_dob, disability from person order by person_id',
    ),
  ).toEqual([
    { person_id: 'A', sex: 'F', ethnicity: 'WBRI', dob: '2010-03-04', expected_dob: null, disability: 'yes' },
    { person_id: 'B', sex: null, ethnicity: null, dob: null, expected_dob: '2015-04-01', disability: null },
    { person_id: 'C', sex: null, ethnicity: null, dob: null, expected_dob: null, disability: null },
  ])
})

test('ids are made here, and none holds the council’s id of a child or of a row', async () => {
  const build = await convertedSsd(
    referral('A-R1', '2015-01-05'),
    [
      'cin_assessments',
      {
        cina_assessment_id: 'A-A1',
        cina_person_id: 'A',
        cina_referral_id: 'A-R1',
        cina_assessment_start_date: '2015-01-06',
      },
    ],
    ['contacts', { cont_contact_id: 'A-C1', cont_person_id: 'A', cont_contact_date: '2015-01-05' }],
    ['contacts', { cont_contact_id: 'A-C2', cont_person_id: 'A', cont_contact_date: '2015-01-05' }],
  )
  expect(await build.all('select contact_id from contacts order by contact_id')).toEqual([
    { contact_id: 'ssd-co-1-20150105' },
    { contact_id: 'ssd-co-1-20150105-2' },
  ])
  expect(await build.all('select assessment_id, referral_id from cin_assessments')).toEqual([
    { assessment_id: 'ssd-as-1-20150106', referral_id: 'ssd-re-1-20150105' },
  ])
})

test('a transfer-in and an adoption from outside are records and no referrals, however the object says yes', async () => {
  const outcome = (json: string | null) => ({ cine_referral_outcome_json: json })
  const build = await convertedSsd(
    referral('1', '2015-01-01', outcome('{"CP_TRANSFER_IN_FLAG":"Y","NFA_FLAG":"N"}')),
    referral('2', '2015-01-02', outcome('{"NON_AGENCY_ADOPTION_FLAG": "Yes"}')),
    referral('3', '2015-01-03', outcome('{""CP_TRANSFER_IN_FLAG"": 1')),
    referral('4', '2015-01-04', outcome('{"CP_TRANSFER_IN_FLAG":"N","NON_AGENCY_ADOPTION_FLAG":""}')),
    referral('5', '2015-01-05', outcome(null)),
  )
  expect(
    (await build.all('select artificial from referrals order by referral_date')).map(
      (row) => row['artificial'],
    ),
  ).toEqual([true, true, true, false, false])
})

test('a referral opens an episode of need unless nothing further came of it, said by the column or by the object', async () => {
  const build = await convertedSsd(
    referral('1', '2015-01-01', { cine_referral_nfa: true, cine_close_date: '2015-01-02' }),
    referral('2', '2015-01-02', { cine_referral_nfa: null, cine_referral_outcome_json: '{"NFA_FLAG":"Y"}' }),
    referral('3', '2015-01-03', { cine_referral_nfa: null }),
    referral('4', '2015-01-04', { cine_referral_nfa: false }),
  )
  expect(await build.all('select nfa from referrals order by referral_date')).toEqual(
    [true, true, null, false].map((nfa) => ({ nfa })),
  )
  expect(await build.all('select referral_date from cin_episodes order by referral_date')).toEqual([
    { referral_date: '2015-01-03' },
    { referral_date: '2015-01-04' },
  ])
})

test('factors are read from a list and from an object, each once', async () => {
  const assessment = (id: string, day: string): SsdRow => [
    'cin_assessments',
    { cina_assessment_id: id, cina_person_id: 'A', cina_assessment_start_date: day },
  ]
  const factors = (id: string, json: string): SsdRow => [
    'assessment_factors',
    { cinf_table_id: id, cinf_assessment_id: id, cinf_assessment_factors_json: json },
  ]
  const build = await convertedSsd(
    assessment('1', '2015-01-01'),
    assessment('2', '2015-01-02'),
    factors('1', '["1A", "2b","21","1A"]'),
    factors('2', '{"3A":"Yes","4B":"No","21":1}'),
  )
  expect(
    await build.all('select assessment_id, factor from assessment_factors order by assessment_id, factor'),
  ).toEqual([
    { assessment_id: 'ssd-as-1-20150101', factor: '1A' },
    { assessment_id: 'ssd-as-1-20150101', factor: '21' },
    { assessment_id: 'ssd-as-1-20150101', factor: '2B' },
    { assessment_id: 'ssd-as-1-20150102', factor: '21' },
    { assessment_id: 'ssd-as-1-20150102', factor: '3A' },
  ])
})

test('what a contact led to is a row for each outcome, and no row while it is undecided', async () => {
  const contact = (id: string, json: string): SsdRow => [
    'contacts',
    {
      cont_contact_id: id,
      cont_person_id: 'A',
      cont_contact_date: `2015-01-0${id}`,
      cont_contact_outcome_json: json,
    },
  ]
  const build = await convertedSsd(
    contact('1', '{"NEW_REFERRAL_FLAG":"Y","CP_ENQUIRY_FLAG":"Y","NFA_FLAG":"N"}'),
    contact('2', '{"NEW_REFERRAL_FLAG":"","NFA_FLAG":""}'),
  )
  expect(await build.all('select contact_id, outcome from contact_outcomes order by outcome')).toEqual([
    { contact_id: 'ssd-co-1-20150101', outcome: 'cp_enquiry' },
    { contact_id: 'ssd-co-1-20150101', outcome: 'referral' },
  ])
})

test('a conference is unnecessary when the enquiry ended and led to none, and unknown before', async () => {
  const enquiry = (day: string, more: AcceptedRow['values']): SsdRow => [
    's47_enquiry',
    { s47e_s47_enquiry_id: day, s47e_person_id: 'A', s47e_s47_start_date: day, ...more },
  ]
  const build = await convertedSsd(
    enquiry('2015-01-01', { s47e_s47_nfa: true, s47e_s47_end_date: '2015-01-09' }),
    enquiry('2015-01-02', { s47e_s47_nfa: false, s47e_s47_outcome_json: '{"CP_CONFERENCE_FLAG":"Y"}' }),
    enquiry('2015-01-03', {
      s47e_s47_end_date: '2015-01-09',
      s47e_s47_outcome_json: '{"CP_CONFERENCE_FLAG":"N"}',
    }),
    enquiry('2015-01-04', { s47e_s47_outcome_json: '{"CP_CONFERENCE_FLAG":""}' }),
    enquiry('2015-01-05', { s47e_s47_end_date: '2015-01-09', s47e_s47_nfa: false }),
  )
  expect(
    (await build.all('select icpc_unnecessary from s47_enquiry order by start_date')).map(
      (row) => row['icpc_unnecessary'],
    ),
  ).toEqual([true, false, true, null, null])
})

test('an enquiry keeps the day it was concluded, and early help why it ended', async () => {
  const build = await convertedSsd(
    [
      's47_enquiry',
      {
        s47e_s47_enquiry_id: 'E1',
        s47e_person_id: 'A',
        s47e_s47_start_date: '2015-01-02',
        s47e_s47_end_date: '2015-01-09',
      },
    ],
    [
      'early_help_episodes',
      {
        earl_episode_id: 'H1',
        earl_person_id: 'A',
        earl_episode_start_date: '2014-10-02',
        earl_episode_end_date: '2015-01-09',
        earl_episode_end_reason: 'Needs met',
      },
    ],
  )
  expect(await build.all('select start_date, end_date from s47_enquiry')).toEqual([
    { start_date: '2015-01-02', end_date: '2015-01-09' },
  ])
  expect(await build.all('select end_date, end_reason from early_help_episodes')).toEqual([
    { end_date: '2015-01-09', end_reason: 'Needs met' },
  ])
})

test('a conference follows the enquiry that it names, and none that it does not', async () => {
  const conference = (id: string, day: string | null, enquiry: string | null): SsdRow => [
    'initial_cp_conference',
    {
      icpc_icpc_id: id,
      icpc_person_id: 'A',
      icpc_icpc_date: day,
      icpc_s47_enquiry_id: enquiry,
      icpc_icpc_transfer_in: false,
    },
  ]
  const build = await convertedSsd(
    ['s47_enquiry', { s47e_s47_enquiry_id: 'E1', s47e_person_id: 'A', s47e_s47_start_date: '2015-01-02' }],
    conference('1', '2015-01-12', 'E1'),
    conference('2', '2015-01-13', null),
    conference('3', null, 'E1'),
  )
  expect(
    await build.all(
      'select icpc_date, s47_enquiry_id, transfer_in from initial_cp_conference order by icpc_date',
    ),
  ).toEqual([
    { icpc_date: '2015-01-12', s47_enquiry_id: 'ssd-s47-1-20150102', transfer_in: false },
    { icpc_date: '2015-01-13', s47_enquiry_id: null, transfer_in: false },
  ])
})

test('a review of a plan says whether enough came for it to be held, and nothing where nobody said', async () => {
  const review = (id: string, on: Day, quorate: boolean | null): SsdRow => [
    'cp_reviews',
    {
      cppr_cp_review_id: id,
      cppr_person_id: 'A',
      cppr_cp_plan_id: 'A-P1',
      cppr_cp_review_date: on,
      cppr_cp_review_quorate: quorate,
    },
  ]
  const build = await convertedSsd(
    review('1', '2015-01-05', true),
    review('2', '2015-02-05', false),
    review('3', '2015-03-05', null),
  )
  expect(await build.all('select review_date, quorate from cp_reviews order by 1')).toEqual([
    { review_date: '2015-01-05', quorate: true },
    { review_date: '2015-02-05', quorate: false },
    { review_date: '2015-03-05', quorate: null },
  ])
})

test('the window goes six years back, or as far as events go, and a month without one does not end it', async () => {
  const contact = (day: string): SsdRow => [
    'contacts',
    { cont_contact_id: day, cont_person_id: 'A', cont_contact_date: day },
  ]
  const some = await convertedSsd(contact('2015-01-05'), contact('2014-12-31'), contact('2014-10-01'))
  expect(await ssdConversion.windowOf(some, ssdAsAt)).toBe('2014-10-01')
  const old = await convertedSsd(contact('2015-01-05'), contact('2014-12-31'), contact('2014-05-01'))
  expect(await ssdConversion.windowOf(old, ssdAsAt)).toBe('2014-12-01')
  const months = Array.from({ length: 90 }, (_, place) => {
    const month = 2015 * 12 - place
    return contact(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-03`)
  })
  expect(await ssdConversion.windowOf(await convertedSsd(...months), ssdAsAt)).toBe('2009-01-31')
})

test('contacts of three months cut no other table, and are known for those three alone', async () => {
  const days = [3, 5, 7, 9, 11, 13]
  const referrals = ['2015-01', '2014-12', '2014-11', '2014-10', '2014-09', '2014-08'].flatMap((month) =>
    days.map((day): SsdRow => {
      const id = `${month}-${String(day).padStart(2, '0')}`
      return [
        'cin_episodes',
        {
          cine_referral_id: id,
          cine_person_id: 'A',
          cine_referral_date: id,
          cine_close_date: id,
        },
      ]
    }),
  )
  const contacts = ['2015-01', '2014-12', '2014-11'].flatMap((month) =>
    days.map((day): SsdRow => {
      const id = `${month}-${String(day).padStart(2, '0')}`
      return ['contacts', { cont_contact_id: id, cont_person_id: 'A', cont_contact_date: id }]
    }),
  )
  const build = await convertedSsd(...referrals, ...contacts)
  expect(await ssdConversion.windowOf(build, ssdAsAt)).toBe('2014-08-01')
  const windows = await ssdConversion.tableWindows!(build, ssdAsAt)
  expect(windows).toEqual(new Map([['contacts', '2014-11-01']]))
})

test('every row says which row of which file it came from', async () => {
  const build = await convertedSsd([
    'missing',
    { miss_table_id: '1', miss_person_id: 'A', miss_missing_episode_start_date: '2015-01-05' },
  ])
  expect(await build.all('select file, sheet, row_number from missing_episodes')).toEqual([
    { file: 'ssd_missing.csv', sheet: 'ssd_missing', row_number: 2 },
  ])
})
