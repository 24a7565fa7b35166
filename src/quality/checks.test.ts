import { beforeAll, expect, test } from 'vitest'
import { buildTestDataset, declareFields } from '../../tests/support/dataset.ts'
import type { BuildConnection } from '../dataset/building/build.ts'
import { CHECKS } from './checks.ts'
import { readCheck } from './check-file.ts'
import { qualityIn } from './quality-read.ts'
import { writeQuality } from './write-quality.ts'

interface Found {
  check: string
  table: string
  id: string | null
  what: string
}

let build: BuildConnection
beforeAll(async () => {
  build = await buildTestDataset({ asAt: '2015-01-31', windowFrom: '2013-02-01', insert: '' })
  await build.run('commit; begin transaction')
})

/** What is read of a dataset as at 31 January 2015 in which everything from February 2013 is promised; then it is empty again. */
async function checkedWith<T>(
  insert: string,
  read: () => Promise<T>,
  absent: readonly string[] = [],
): Promise<T> {
  try {
    await build.run(insert)
    await declareFields(build, { insert, absent })
    await writeQuality(build)
    return await read()
  } finally {
    await build.run('rollback; begin transaction')
  }
}

const faultsIn = (insert: string, absent?: readonly string[]): Promise<Found[]> =>
  checkedWith(
    insert,
    () =>
      build.all<Found>(
        'select check_id as "check", table_name as "table", case_id as id, what from quality_case order by check_id, table_name, case_id',
      ),
    absent,
  )

const named = async (insert: string): Promise<string[]> =>
  (await faultsIn(insert)).map(({ check, table, id }) => `${check}: ${table} ${id ?? '-'}`)

const CHILD = `insert into person (child_key, person_id, dob) values (1, 'C1', date '2008-03-04');
  insert into referrals (referral_id, child_key, referral_date, nfa, artificial, team, worker)
      values ('r1', 1, date '2014-02-03', false, false, 'North', 'SW-1');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, team, worker)
      values ('e1', 1, date '2014-02-03', null, 'North', 'SW-1');
`
const ASSESSMENT =
  'insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker) values'
const PLAN = 'insert into cp_plans (cp_plan_id, child_key, start_date, end_date, team, worker) values'
const CARE = 'insert into cla_periods (cla_id, child_key, start_date, end_date, team, worker) values'
/** A column without one value counts as not carried, so somebody's plan has ended and somebody's assessment is authorised. */
const OTHER = `insert into person (child_key, person_id, dob) values (9, 'C9', date '2008-03-04');
  insert into referrals (referral_id, child_key, referral_date, nfa, artificial, team, worker)
      values ('r9', 9, date '2014-02-03', false, false, 'North', 'SW-1');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker)
      values ('a9', 9, date '2014-02-04', date '2014-03-04', 'North', 'SW-1');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, team, worker)
      values ('p9', 9, date '2013-03-20', date '2014-01-20', 'North', 'SW-1');
  insert into cla_periods (cla_id, child_key, start_date, end_date, team, worker)
      values ('l9', 9, date '2013-03-20', date '2014-01-20', 'North', 'SW-1');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, team, worker)
      values ('e9', 9, date '2013-03-20', date '2014-01-20', 'North', 'SW-1');
`
const HELD = `'North', 'SW-1'`

test('rows that fit together have no fault', async () => {
  expect(
    await named(
      `${CHILD} ${ASSESSMENT} ('a1', 1, date '2014-02-04', date '2014-03-04', ${HELD});
       insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values ('s1', 1, date '2014-03-05');
       insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date)
           values ('i1', 's1', 1, date '2014-03-20');
       ${PLAN} ('p1', 1, date '2014-03-20', null, ${HELD});
       insert into cp_visits (child_key, cp_plan_id, visit_date) values (1, 'p1', date '2015-01-05');
       insert into cp_reviews (child_key, cp_plan_id, review_date) values (1, 'p1', date '2014-06-18');`,
    ),
  ).toEqual([])
})

test('an end before its start is found in every table that has the two', async () => {
  expect(
    await named(
      `${CHILD} ${ASSESSMENT} ('a1', 1, date '2014-09-10', date '2014-09-01', ${HELD});
       ${PLAN} ('p1', 1, date '2013-10-09', date '2013-10-01', ${HELD});
       ${CARE} ('l1', 1, date '2014-05-09', date '2014-05-01', ${HELD});
       insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e0', 1, date '2013-06-09', date '2013-06-01');
       insert into missing_episodes (episode_id, child_key, start_date, end_date) values ('m1', 1, date '2014-06-09', date '2014-06-08');
       insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values ('s1', 1, date '2014-06-15');
       insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date)
           values ('i1', 's1', 1, date '2014-06-10');`,
    ),
  ).toEqual([
    'assessment-authorised-before-start: cin_assessments a1',
    'care-ended-before-start: cla_periods l1',
    'case-closed-before-opened: cin_episodes e0',
    'conference-before-enquiry: initial_cp_conference i1',
    'plan-ended-before-start: cp_plans p1',
    'plan-without-conference: cp_plans p1',
    'stay-ended-before-start: missing_episodes m1',
  ])
})

test('what is said of a fault names its days, so that it can be found in the case system', async () => {
  const [fault] = await faultsIn(
    `${CHILD} ${ASSESSMENT} ('a1', 1, date '2014-09-10', date '2014-09-01', ${HELD});`,
  )
  expect(fault!.what).toBe('Started 2014-09-10, authorised 2014-09-01')
})

test('a visit or a review is under a plan that had started', async () => {
  expect(
    await named(
      `${CHILD} ${PLAN} ('p1', 1, date '2013-03-20', null, ${HELD});
       insert into cp_visits (child_key, cp_plan_id, visit_date) values (1, 'p1', date '2013-03-19'), (1, null, date '2013-03-01');
       insert into cp_reviews (child_key, cp_plan_id, review_date) values (1, 'p1', date '2013-03-20');`,
    ),
  ).toEqual(['plan-visit-before-start: cp_visits p1', 'visit-without-plan: cp_visits -'])
})

test('care before birth, and work more than 300 days before it; a child may be referred before birth', async () => {
  expect(
    await named(
      `insert into person (child_key, person_id, dob) values (1, 'C1', date '2014-12-01'), (2, 'C2', date '2015-02-01');
       insert into referrals (referral_id, child_key, referral_date, nfa, artificial) values
           ('early', 1, date '2014-02-03', true, false), ('unborn', 1, date '2014-07-01', true, false);
       insert into cin_episodes (episode_id, child_key, referral_date, team, worker) values ('e1', 1, date '2014-07-01', ${HELD});
       ${CARE} ('l1', 1, date '2014-11-30', null, ${HELD});`,
    ),
  ).toEqual([
    'born-after-extract: person -',
    'care-before-birth: cla_periods l1',
    'work-long-before-birth: referrals early',
  ])
})

test('an adult on a plan is a fault from the 18th birthday on', async () => {
  const plan = (born: string) =>
    named(
      `${OTHER} insert into person (child_key, person_id, dob) values (1, 'C1', date '${born}');
       insert into cin_episodes (episode_id, child_key, referral_date, team, worker) values ('e1', 1, date '2013-01-01', ${HELD});
       ${PLAN} ('p1', 1, date '2013-03-20', null, ${HELD});`,
    )
  expect(await plan('1997-01-31')).toEqual(['adult-on-plan: cp_plans p1'])
  expect(await plan('1997-02-01')).toEqual([])
})

test('of two rows for one event the second is the fault; a conference on two rows is one', async () => {
  expect(
    await named(
      `${CHILD} insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker, file, row_number) values
           ('a1', 1, date '2014-02-04', date '2014-03-04', ${HELD}, 'List 4.csv', 2),
           ('a2', 1, date '2014-02-04', date '2014-03-05', ${HELD}, 'List 4.csv', 9);
       insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values ('s1', 1, date '2014-03-05'), ('s2', 1, date '2014-03-06');
       insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date)
           values ('i1', 's1', 1, date '2014-03-20'), ('i1', 's2', 1, date '2014-03-20');`,
    ),
  ).toEqual(['same-event-twice: cin_assessments a2'])
})

test('two plans, periods of care or cases at once are a fault; one that begins the day the last ended is none', async () => {
  const plans = (end: string) =>
    named(
      `${CHILD} ${OTHER} ${PLAN} ('p1', 1, date '2013-03-20', ${end}, ${HELD}), ('p2', 1, date '2013-04-20', null, ${HELD});`,
    )
  expect(await plans(`date '2013-04-21'`)).toEqual(['plans-overlap: cp_plans p2'])
  expect(await plans(`date '2013-04-20'`)).toEqual([])
  expect(await plans('null')).toEqual(['plans-overlap: cp_plans p2'])
  expect(
    await named(
      `${CHILD} ${OTHER} ${CARE} ('l1', 1, date '2013-03-20', null, ${HELD}), ('l2', 1, date '2013-04-20', null, ${HELD});
       insert into cin_episodes (episode_id, child_key, referral_date, team, worker) values ('e2', 1, date '2014-03-03', ${HELD});`,
    ),
  ).toEqual(['care-overlap: cla_periods l2', 'cases-overlap: cin_episodes e2'])
})

test('a row that rests on another that is not there is an orphan', async () => {
  expect(
    await named(
      `${CHILD} insert into person (child_key, person_id, dob) values (2, 'C2', date '2008-03-04');
       ${ASSESSMENT} ('a2', 2, date '2014-02-04', date '2014-03-04', ${HELD});
       insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values ('s2', 2, date '2014-03-05');
       ${PLAN} ('p2', 2, date '2013-03-20', null, ${HELD});`,
    ),
  ).toEqual([
    'assessment-without-case: cin_assessments a2',
    'enquiry-without-case: s47_enquiry s2',
    'open-work-without-case: cp_plans p2',
  ])
})

test('in the first three months of the files what led to work may be before them, and is not missed', async () => {
  expect(
    await named(
      `${CHILD} insert into person (child_key, person_id, dob) values (2, 'C2', date '2008-03-04');
       ${ASSESSMENT} ('a2', 2, date '2013-04-04', date '2013-05-04', ${HELD});`,
    ),
  ).toEqual([])
})

test('open work without a worker is a fault; closed work without one is none', async () => {
  expect(
    await faultsIn(
      `${CHILD} ${OTHER} ${ASSESSMENT} ('a1', 1, date '2014-12-04', null, 'North', null), ('a2', 1, date '2014-02-04', date '2014-03-04', null, null);`,
    ),
  ).toEqual([
    {
      check: 'open-work-unallocated',
      table: 'cin_assessments',
      id: 'a1',
      what: 'Assessment from 2014-12-04, open: no worker',
    },
  ])
})

test('work and visits after the day the files are as at', async () => {
  expect(
    await named(
      `${CHILD} insert into contacts (contact_id, child_key, contact_date) values ('c1', 1, date '2015-02-01'), ('c2', 1, date '2015-01-31');
       ${PLAN} ('p1', 1, date '2013-03-20', null, ${HELD});
       insert into cp_visits (child_key, cp_plan_id, visit_date) values (1, 'p1', date '2015-02-02');`,
    ),
  ).toEqual(['after-extract: contacts c1', 'visit-after-extract: cp_visits p1'])
})

test('a referral of more than a year ago with no outcome, and an assessment open for more than a year, are noted', async () => {
  expect(
    await named(
      `${CHILD} ${OTHER} insert into person (child_key, person_id, dob) values (2, 'C2', date '2008-03-04');
       insert into referrals (referral_id, child_key, referral_date, nfa, artificial) values
           ('old', 2, date '2014-01-30', null, false), ('young', 2, date '2014-01-31', null, false);
       ${ASSESSMENT} ('a1', 1, date '2014-01-30', null, ${HELD});`,
    ),
  ).toEqual(['assessment-open-a-year: cin_assessments a1', 'referral-without-outcome: referrals old'])
})

test('a check is not made when the sources do not carry what it needs, and that is said', async () => {
  const insert = `${CHILD} ${PLAN} ('p1', 1, date '2013-04-09', date '2013-04-01', ${HELD});`
  expect(await faultsIn(insert, ['cp_plans.end_date'])).toEqual([])
  const quality = await checkedWith(insert, () => qualityIn(build), ['cp_plans.end_date'])
  expect(quality!.notRun).toContain('Child protection plans that ended before they started')
  expect(quality!.clear).toContain('Assessments authorised before they started')
})

test('a dataset that was sealed before rows were compared has no quality to tell', async () => {
  expect(await qualityIn(build)).toBeNull()
})

test('every check says what it looks for, what it does and what to do, in a sentence that needs no full stop', () => {
  for (const { title, does, remedy } of CHECKS)
    for (const words of [title, does, remedy]) expect(words).toMatch(/^[A-Z].*[^.]$/)
})

test('a header that says less than it must, or something else, stops the program', () => {
  expect(() => readCheck('bad', '-- title:     Bad\n\nselect 1')).toThrow(
    "bad.sql:1: the header does not say 'severity'",
  )
  expect(() => readCheck('bad', '-- colour:    red\n\nselect 1')).toThrow("bad.sql:1: 'colour' is no field")
})

test('a care leaver of 18 who is recorded as relevant is named, and one of 17 is not', async () => {
  const insert = `
    insert into person (child_key, person_id, dob) values (1, 'A', '1997-01-31'), (2, 'B', '1997-02-01');
    insert into care_leavers (child_key, eligibility) values (1, 'relevant'), (2, 'relevant');`
  const found = (await faultsIn(insert)).filter(({ check }) => check === 'care-leaver-relevant-at-18')
  expect(found.map(({ what }) => what)).toEqual(['Born 1997-01-31, recorded as relevant'])
})
