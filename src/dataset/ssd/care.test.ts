import { expect, test } from 'vitest'
import { convertedSsd, type SsdRow } from '../../../tests/support/ssd-rows.ts'
import type { AcceptedRow } from '../../intake/tables/accepted-row.ts'

const episode = (id: string, from: string, to: string | null, more: AcceptedRow['values'] = {}): SsdRow => [
  'cla_episodes',
  {
    clae_cla_episode_id: id,
    clae_person_id: 'A',
    clae_cla_id: 'L1',
    clae_cla_episode_start_date: from,
    clae_cla_episode_ceased_date: to,
    ...more,
  },
]
const ceased = (reason: string) => ({ clae_cla_episode_ceased_reason: reason })

test('the episodes of one id are one period, which ends with the last of them', async () => {
  const build = await convertedSsd(
    episode('E1', '2014-01-05', '2014-02-01', { ...ceased('X1'), clae_cla_primary_need_code: 'N1' }),
    episode('E2', '2014-02-01', '2014-06-01', { ...ceased('E4A'), clae_cla_primary_need_code: 'N4' }),
    episode('E3', '2014-09-01', null, { clae_cla_id: 'L2' }),
  )
  expect(
    await build.all(
      'select cla_id, start_date, end_date, end_reason, primary_need_code from cla_periods order by start_date',
    ),
  ).toEqual([
    {
      cla_id: 'ssd-cla-1-20140105',
      start_date: '2014-01-05',
      end_date: '2014-06-01',
      end_reason: 'E4A',
      primary_need_code: 'N1',
    },
    {
      cla_id: 'ssd-cla-1-20140901',
      start_date: '2014-09-01',
      end_date: null,
      end_reason: null,
      primary_need_code: null,
    },
  ])
})

test('a period began when its episodes say that care was entered, though those days are not held', async () => {
  const build = await convertedSsd(
    episode('E9', '2010-03-01', null, { clae_entered_care_date: '2006-07-01' }),
  )
  expect(await build.all('select start_date from cla_periods')).toEqual([{ start_date: '2006-07-01' }])
})

test('after an end with X1 care goes on, though the next episode is not there', async () => {
  const build = await convertedSsd(episode('E1', '2014-01-05', '2014-02-01', ceased('X1')))
  expect(await build.all('select end_date, end_reason from cla_periods')).toEqual([
    { end_date: null, end_reason: null },
  ])
})

test('a child is unaccompanied in a period in which the status held; without any status nobody knows', async () => {
  const status = (from: string, to: string | null, words: string): SsdRow => [
    'immigration_status',
    {
      immi_immigration_status_id: from,
      immi_person_id: 'A',
      immi_immigration_status: words,
      immi_immigration_status_start_date: from,
      immi_immigration_status_end_date: to,
    },
  ]
  const periods = [
    episode('E1', '2012-01-01', '2012-02-01'),
    episode('E2', '2014-01-01', null, { clae_cla_id: 'L2' }),
  ]
  const build = await convertedSsd(
    ...periods,
    status('2013-12-30', null, 'UASC'),
    status('2011-01-01', null, 'Citizen'),
  )
  expect(await build.all('select uasc from cla_periods order by start_date')).toEqual([
    { uasc: false },
    { uasc: true },
  ])
  expect(await (await convertedSsd(...periods)).all('select uasc from cla_periods')).toEqual([
    { uasc: null },
    { uasc: null },
  ])
})

test('the plan of a period is that of its latest care plan, and several aims at once are another', async () => {
  const plan = (from: string, json: string): SsdRow => [
    'cla_care_plan',
    {
      lacp_table_id: from,
      lacp_person_id: 'A',
      lacp_cla_care_plan_start_date: from,
      lacp_cla_care_plan_json: json,
    },
  ]
  const planOf = async (...rows: SsdRow[]) => {
    const build = await convertedSsd(episode('E1', '2014-01-05', null), ...rows)
    return (await build.all('select permanence_plan from cla_periods'))[0]!['permanence_plan']
  }
  const adoption = plan('2014-01-05', '{"ADOPTION":"Y","RETURN6M":"N"}')
  expect(await planOf(adoption, plan('2014-06-01', '{"RETURN1M":"Y","RETURNEV":"Y"}'))).toBe(
    'return_to_family',
  )
  expect(await planOf(adoption, plan('2014-06-01', '{"ADOPTION":"Y","LTFOST18":"Y"}'))).toBe('other')
})

test('statuses, placements, visits, reviews and checks belong to the period by its id, or by their day', async () => {
  const build = await convertedSsd(
    episode('E1', '2014-01-05', '2014-03-01', ceased('E4A')),
    episode('E2', '2014-06-01', null, { clae_cla_id: 'L2' }),
    [
      'legal_status',
      { lega_person_id: 'A', lega_legal_status: 'C2', lega_legal_status_start_date: '2014-07-01' },
    ],
    [
      'cla_placement',
      {
        clap_cla_placement_id: 'P1',
        clap_person_id: 'A',
        clap_cla_id: 'L1',
        clap_cla_placement_start_date: '2014-01-05',
      },
    ],
    [
      'cla_visits',
      {
        clav_person_id: 'A',
        clav_cla_id: null,
        clav_cla_visit_date: '2014-02-01',
        clav_cla_visit_seen: true,
      },
    ],
    [
      'cla_reviews',
      { clar_cla_id: 'L2', clar_cla_review_date: '2014-07-10', clar_cla_review_cancelled: false },
    ],
    [
      'cla_reviews',
      { clar_cla_id: 'L2', clar_cla_review_date: '2014-07-20', clar_cla_review_cancelled: true },
    ],
    ['cla_reviews', { clar_cla_id: 'L2', clar_cla_review_date: null }],
    [
      'cla_health',
      { clah_person_id: 'A', clah_health_check_type: 'RHA', clah_health_check_date: '2014-08-01' },
    ],
  )
  const [first, second] = ['ssd-cla-1-20140105', 'ssd-cla-1-20140601']
  const periodsOf = async (table: string) =>
    (await build.all(`select cla_id from ${table}`)).map((row) => row['cla_id'])
  expect(await periodsOf('legal_status')).toEqual([second])
  expect(await periodsOf('cla_placement')).toEqual([first])
  expect(await periodsOf('cla_visits')).toEqual([first])
  expect(await periodsOf('cla_reviews')).toEqual([second])
  expect(await periodsOf('cla_health')).toEqual([second])
})

test('only checks that were done count, and teeth are told from the rest by the council’s own words', async () => {
  const check = (type: string, status: string | null, day: string): SsdRow => [
    'cla_health',
    {
      clah_person_id: 'A',
      clah_health_check_type: type,
      clah_health_check_status: status,
      clah_health_check_date: day,
    },
  ]
  const build = await convertedSsd(
    check('Dental check', 'completed', '2014-01-01'),
    check('Annual Health Assessment', null, '2014-01-02'),
    check('Health assessment', 'refused', '2014-01-03'),
    check('Optician', 'completed', '2014-01-04'),
  )
  expect(await build.all('select check_type, check_date from cla_health order by check_date')).toEqual([
    { check_type: 'dental', check_date: '2014-01-01' },
    { check_type: 'health', check_date: '2014-01-02' },
  ])
})

test('a young person to whom nothing is owed any more is no care leaver, and each of the others is one', async () => {
  const leaver = (person: string, eligibility: string | null, contact: string | null): SsdRow => [
    'care_leavers',
    {
      clea_table_id: `${person} ${contact}`,
      clea_person_id: person,
      clea_care_leaver_eligibility: eligibility,
      clea_care_leaver_latest_contact: contact,
    },
  ]
  const build = await convertedSsd(
    leaver('A', 'none', '2014-01-01'),
    leaver('B', 'relevant', '2014-01-01'),
    leaver('B', 'former_relevant', '2014-06-01'),
    leaver('C', null, null),
  )
  expect(
    await build.all(
      'select person_id, eligibility from care_leavers join person using (child_key) order by person_id',
    ),
  ).toEqual([
    { person_id: 'B', eligibility: 'former_relevant' },
    { person_id: 'C', eligibility: null },
  ])
})

test('orders other than adoption are told by the end of care, and are no adoption', async () => {
  const order = (id: string, type: string, more: AcceptedRow['values'] = {}): SsdRow => [
    'permanence',
    {
      perm_table_id: id,
      perm_person_id: 'A',
      perm_cla_id: 'L1',
      perm_permanence_order_type: type,
      perm_permanence_order_date: '2014-06-01',
      ...more,
    },
  ]
  const build = await convertedSsd(
    episode('E1', '2013-01-05', '2014-06-01', ceased('E12')),
    order('1', 'adoption', {
      perm_adm_decision_date: '2013-05-01',
      perm_adopted_by_carer_flag: true,
      perm_placed_foster_carer_date: '2013-02-03',
    }),
    order('2', 'special_guardianship'),
  )
  expect(
    await build.all('select * exclude (child_key, file, sheet, row_number) from permanence'),
  ).toMatchObject([
    {
      entered_care_date: '2013-01-05',
      adm_decision_date: '2013-05-01',
      adoption_order_date: '2014-06-01',
      adopted_by_carer: true,
      placed_foster_carer_date: '2013-02-03',
    },
  ])
})

test('a period whose first episode did not start care, or does not say, is told from an entry', async () => {
  const began = (reason: string | null) => ({ clae_cla_episode_start_reason: reason })
  const build = await convertedSsd(
    episode('E1', '2012-01-05', '2012-02-01', { ...began('S'), ...ceased('X1') }),
    episode('E2', '2012-02-01', '2012-06-01', { ...began('L'), ...ceased('E4A') }),
    episode('E3', '2013-01-05', '2013-06-01', { clae_cla_id: 'L2', ...began('P'), ...ceased('E4A') }),
    episode('E4', '2014-01-05', null, { clae_cla_id: 'L3', ...began(null) }),
  )
  expect(await build.all('select entered from cla_periods order by start_date')).toEqual([
    { entered: true },
    { entered: false },
    { entered: null },
  ])
})

test('a permanence plan is dated by the first care plan with an aim, not by one without', async () => {
  const plan = (from: string, json: string): SsdRow => [
    'cla_care_plan',
    {
      lacp_table_id: from,
      lacp_person_id: 'A',
      lacp_cla_care_plan_start_date: from,
      lacp_cla_care_plan_json: json,
    },
  ]
  const build = await convertedSsd(
    episode('E1', '2014-01-05', null),
    plan('2014-01-05', '{"ADOPTION":"N"}'),
    plan('2014-04-20', '{"ADOPTION":"Y"}'),
    plan('2014-09-01', '{"LTFOST18":"Y"}'),
  )
  expect(await build.all('select permanence_plan, permanence_planned_on from cla_periods')).toEqual([
    { permanence_plan: 'long_term_fostering', permanence_planned_on: '2014-04-20' },
  ])
})

test('a placement says how far from home it is, and whether the carer stayed when it began', async () => {
  const placement = (from: string, to: string | null, more: AcceptedRow['values']): SsdRow => [
    'cla_placement',
    {
      clap_cla_placement_id: from,
      clap_person_id: 'A',
      clap_cla_id: 'L1',
      clap_cla_placement_start_date: from,
      clap_cla_placement_end_date: to,
      ...more,
    },
  ]
  const build = await convertedSsd(
    episode('E1', '2014-01-05', '2014-02-01', ceased('X1')),
    episode('E2', '2014-02-01', '2014-03-01', { clae_cla_episode_start_reason: 'U', ...ceased('X1') }),
    episode('E3', '2014-03-01', '2014-04-01', { clae_cla_episode_start_reason: 'P', ...ceased('X1') }),
    episode('E4', '2014-04-01', null),
    placement('2014-01-05', '2014-02-01', { clap_cla_placement_distance: 20.5 }),
    placement('2014-02-01', '2014-03-01', {}),
    placement('2014-03-01', '2014-04-01', { clap_cla_placement_change_reason: 'PLACE' }),
    placement('2014-04-01', null, {}),
  )
  expect(
    await build.all(
      'select cast(distance as double) as distance, same_carer from cla_placement order by start_date',
    ),
  ).toEqual([
    { distance: 20.5, same_carer: false },
    { distance: null, same_carer: true },
    { distance: null, same_carer: false },
    { distance: null, same_carer: true },
  ])
})

test('a review has the day by which it was due, as the case system says', async () => {
  const build = await convertedSsd(episode('E1', '2014-01-05', null), [
    'cla_reviews',
    { clar_cla_id: 'L1', clar_cla_review_date: '2014-02-03', clar_cla_review_due_date: '2014-01-31' },
  ])
  expect(await build.all('select review_date, due_date from cla_reviews')).toEqual([
    { review_date: '2014-02-03', due_date: '2014-01-31' },
  ])
})
