import { expect, test } from 'vitest'
import {
  convertedReturn as converted,
  episode,
  type ReturnRow as Row,
} from '../../../tests/support/return-rows.ts'

test('a review belongs to the period that it was held in, and counts once a day', async () => {
  const review = (on: string, code: string): Row => ['reviews', { CHILD: 'A', REVIEW: on, REVIEW_CODE: code }]
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6 -> 2018-06-01 E4A'),
    episode('A', 'S 2018-09-01 V2 U6'),
    review('2018-05-01', 'PN1'),
    review('2018-05-01', 'PN2'),
    review('2018-07-01', 'PN1'),
    review('2018-10-01', 'PN1'),
  )
  const reviews = await build.all<{ review_date: string; cla_id: string | null }>(
    'select review_date, cla_id from cla_reviews order by review_date',
  )
  expect(reviews).toEqual([
    { review_date: '2018-05-01', cla_id: '903-cla-1-20180410' },
    { review_date: '2018-07-01', cla_id: null },
    { review_date: '2018-10-01', cla_id: '903-cla-1-20180901' },
  ])
})

test('missing and away are told apart; one that stood open in last year’s return has the end of this year’s', async () => {
  const missing = (kind: string, from: string, to: string | null): Row => [
    'missing',
    { CHILD: 'A', MISSING: kind, MIS_START: from, MIS_END: to },
  ]
  const build = await converted(
    missing('missing', '2018-03-30', null),
    missing('missing', '2018-03-30', '2018-04-02'),
    missing('away', '2018-05-01', '2018-05-01'),
    missing('missing', '2018-05-01', '2018-05-03'),
  )
  expect(
    await build.all('select episode_id, end_date, type from missing_episodes order by episode_id'),
  ).toEqual([
    { episode_id: '903-mis-1-20180330', end_date: '2018-04-02', type: 'missing' },
    { episode_id: '903-mis-1-20180501', end_date: '2018-05-01', type: 'away' },
    { episode_id: '903-mis-1-20180501-2', end_date: '2018-05-03', type: 'missing' },
  ])
})

test('of a care leaver the answers read first stand, with the letter of the home and whether it suits', async () => {
  const build = await converted(
    ['oc3', { CHILD: 'A', IN_TOUCH: 'YES', ACTIV: 'F4', ACCOM: 'U2' }],
    ['oc3', { CHILD: 'A', IN_TOUCH: 'YES', ACTIV: 'G5', ACCOM: 'B1' }],
    ['oc3', { CHILD: 'B', IN_TOUCH: 'NO', ACTIV: '0', ACCOM: '0' }],
  )
  expect(
    await build.all(
      'select in_touch, activity, accommodation, accommodation_suitable from care_leavers order by child_key',
    ),
  ).toEqual([
    { in_touch: 'YES', activity: 'F4', accommodation: 'U', accommodation_suitable: false },
    { in_touch: 'NO', activity: null, accommodation: null, accommodation_suitable: null },
  ])
})

test('the way to adoption is brought together from the decision, the adoption and the episodes', async () => {
  const build = await converted(
    episode('A', 'S 2017-05-01 V2 U5 -> 2017-09-01 X1'),
    episode('A', 'L 2017-09-01 E1 U5 -> 2018-01-10 X1'),
    episode('A', 'P 2018-01-10 E1 A6 -> 2018-08-20 E12'),
    ['placed_adoption', { CHILD: 'A', DATE_PLACED: '2017-07-01' }],
    ['ad1', { CHILD: 'A', DATE_INT: '2017-07-01', DATE_MATCH: '2017-12-20' }],
    episode('B', 'S 2017-05-01 V2 U6'),
    [
      'placed_adoption',
      {
        CHILD: 'B',
        DATE_PLACED: '2017-07-01',
        DATE_PLACED_CEASED: '2018-02-01',
        REASON_PLACED_CEASED: 'RD2',
      },
    ],
    // Fostered by carers who might adopt: nothing has been decided.
    episode('C', 'S 2018-05-01 V2 U5'),
  )
  const paths = await build.all<Record<string, string | null>>(
    'select * exclude (child_key, adoptive_family_id, file, sheet, row_number) from permanence order by child_key',
  )
  expect(paths).toEqual([
    {
      entered_care_date: '2017-05-01',
      adm_decision_date: '2017-07-01',
      placement_order_date: '2017-09-01',
      matched_date: '2017-12-20',
      placed_for_adoption_date: '2018-01-10',
      adoption_order_date: '2018-08-20',
      decision_reversed_date: null,
      decision_reversed_reason: null,
      placed_ffa_date: '2017-05-01',
      adopted_by_carer: null,
      placed_foster_carer_date: null,
    },
    {
      entered_care_date: '2017-05-01',
      adm_decision_date: '2017-07-01',
      placement_order_date: null,
      matched_date: null,
      placed_for_adoption_date: null,
      adoption_order_date: null,
      decision_reversed_date: '2018-02-01',
      decision_reversed_reason: 'RD2',
      placed_ffa_date: null,
      adopted_by_carer: null,
      placed_foster_carer_date: null,
    },
  ])
})

test('where the foster carers adopt, the child came to them with the last real move', async () => {
  const build = await converted(
    episode('A', 'S 2016-05-01 V2 U6 -> 2016-06-10 X1'),
    episode('A', 'P 2016-06-10 V2 U6 -> 2017-02-01 X1'),
    episode('A', 'L 2017-02-01 E1 U6 -> 2018-01-10 X1'),
    episode('A', 'T 2018-01-10 E1 A5 -> 2018-08-20 E12'),
    ['ad1', { CHILD: 'A', DATE_INT: '2017-07-01', DATE_MATCH: '2017-12-20', FOSTER_CARE: true }],
  )
  expect(
    await build.all(
      'select placed_for_adoption_date, adopted_by_carer, placed_foster_carer_date from permanence',
    ),
  ).toEqual([
    {
      placed_for_adoption_date: '2018-01-10',
      adopted_by_carer: true,
      placed_foster_carer_date: '2016-06-10',
    },
  ])
})

test('who a child is comes from the header; a child who is in no header is there all the same', async () => {
  const build = await converted(
    ['reviews', { CHILD: 'A', DOB: '2010-02-02', REVIEW: '2018-05-01' }],
    ['header', { CHILD: 'A', SEX: 'F', DOB: '2010-01-01', ETHNIC: 'WBRI' }],
    episode('B', 'S 2018-05-01 V2 U5'),
  )
  expect(await build.all('select person_id, sex, ethnicity, dob from person order by person_id')).toEqual([
    { person_id: 'A', sex: 'F', ethnicity: 'WBRI', dob: '2010-01-01' },
    { person_id: 'B', sex: null, ethnicity: null, dob: null },
  ])
})

test('health that is said of a year stays in its table: a check without a day is none', async () => {
  const build = await converted(['oc2', { CHILD: 'A', TEETH_CHECK: true, HEALTH_ASSESSMENT: true }])
  expect(await build.all('select count(*) as checks from cla_health')).toEqual([{ checks: 0 }])
  expect(await build.all('select count(*) as answers from ssda903_oc2')).toEqual([{ answers: 1 }])
})
