import { expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import type { Day } from '../../platform/day.ts'
import { readChild } from './record-store.ts'
import { nextDue, openNow, formatAgeAndSex, describeOverdue } from './record.ts'

const AS_AT: Day = '2015-01-31'

async function childOf(insert: string, absent: readonly string[] = [], without: string | null = null) {
  const build = await buildTestDataset({ asAt: AS_AT, insert, absent })
  if (without !== null) await build.run(`drop table ${without}`)
  const snapshot: OpenSnapshot = {
    id: 'test',
    asAt: AS_AT,
    loadedAt: '2015-02-04T09:00:00Z',
    sources: ['annex-a'],
    all: (sql, parameters) => build.all(sql, parameters),
    close: () => {},
  }
  return readChild(snapshot, snapshot, 1)
}

const PERSON = `
  insert into person (child_key, person_id, sex, ethnicity, dob) values
    (1, 'N20417', 'F', 'WBRI', '2000-06-01'), (2, 'N20418', 'M', null, '2010-01-01');`

test('everything about the child is told by day with its file and row, and nothing about another', async () => {
  const record = await childOf(`${PERSON}
    insert into referrals (referral_id, child_key, referral_date, source_code, artificial, team, worker, file, sheet, row_number) values
      ('r1', 1, '2014-05-19', '2A', false, 'Front Door', 'SW-109', 'annex-a.xlsx', 'List 3', 141),
      ('r2', 2, '2014-05-20', '6', false, 'Front Door', 'SW-109', 'annex-a.xlsx', 'List 3', 142);
    insert into cin_assessments (assessment_id, child_key, start_date, child_seen, auth_date, team, worker, file, sheet, row_number) values
      ('a1', 1, '2014-05-19', true, '2014-08-05', 'North 2', 'SW-109', 'annex-a.xlsx', 'List 4', 7);`)
  expect(record.events.map(({ on, what, state, source }) => [on, what, state, source?.row])).toEqual([
    // From 19 May 2014 the 45th working day, past the bank holiday of 26 May, is 22 July; 5 August is the 55th.
    ['2014-08-05', 'Assessment authorised, child seen', 'late', 7],
    ['2014-05-19', 'Assessment began', null, 7],
    ['2014-05-19', 'Referral: schools', null, 141],
  ])
  expect(record.events[0]?.note).toBe('Working day 55, 10 working days late; the limit is 45')
})

test('what is open is due or overdue, and the sentence names what is overdue', async () => {
  const record = await childOf(`${PERSON}
    insert into cin_assessments (assessment_id, child_key, start_date) values ('a1', 1, '2014-10-01');
    insert into cp_plans (cp_plan_id, child_key, start_date, latest_category) values ('p1', 1, '2014-12-11', 'NEG');
    insert into cp_visits (child_key, cp_plan_id, visit_date, seen_alone) values (1, 'p1', '2015-01-12', true);
    insert into cla_periods (cla_id, child_key, start_date) values ('c1', 1, '2014-11-03');
    insert into cla_reviews (child_key, cla_id, review_date) values (1, 'c1', '2014-11-20');`)
  expect(describeOverdue(record)).toEqual({
    bold: 'One thing is overdue: an assessment.',
    rest: 'The last day on which a visit is recorded is 12 January 2015.',
  })
  expect(nextDue(record).map((event) => [event.on, event.what])).toEqual([
    ['2015-02-20', 'Review of care due'],
    ['2015-03-11', 'Review conference due'],
  ])
  expect(openNow(record)).toEqual([
    'Assessment since 1 October 2014',
    'Child protection plan, neglect since 11 December 2014',
    'In our care since 3 November 2014',
  ])
})

test('what ended on the day the data end is open no more', async () => {
  const record = await childOf(`${PERSON}
    insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values ('p1', 1, '2014-12-11', '2015-01-31');`)
  expect(openNow(record)).toEqual([])
  expect(nextDue(record)).toEqual([])
})

test('a conference is due after a section 47 enquiry only where the source says that one is needed', async () => {
  const enquiry = (unnecessary: string) => `${PERSON}
    insert into s47_enquiry (s47_enquiry_id, child_key, start_date, icpc_unnecessary) values ('s1', 1, '2015-01-05', ${unnecessary});`
  const overdue = async (unnecessary: string) =>
    (await childOf(enquiry(unnecessary))).events.filter((event) => event.state === 'overdue').length
  // The 15th working day after Monday 5 January 2015 is Monday 26 January.
  expect([await overdue('false'), await overdue('true'), await overdue('null')]).toEqual([1, 0, 0])
})

test('two enquiries that led to one conference tell of it once', async () => {
  const record = await childOf(`${PERSON}
    insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values ('s1', 1, '2014-11-17'), ('s2', 1, '2014-11-24');
    insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date, outcome_cp_flag) values
      ('i1', 's1', 1, '2014-12-11', true), ('i1', 's2', 1, '2014-12-11', true);`)
  const conferences = record.events.filter((event) => event.what.startsWith('Initial conference'))
  expect(conferences).toMatchObject([
    {
      what: 'Initial conference: protection plan',
      state: 'late',
      note: expect.stringContaining('Working day 18'),
    },
  ])
})

test('who holds the child on the day is known', async () => {
  const record = await childOf(`${PERSON}
    insert into referrals (referral_id, child_key, referral_date, artificial, team, worker) values ('r1', 1, '2014-05-19', false, 'Front Door', 'SW-109');
    insert into allocation (child_key, worker, team, from_date, to_date) values (1, 'SW-207', 'North 2', '2015-01-31', '2015-01-31');`)
  expect(record.allocation).toEqual({ worker: 'SW-207', team: 'North 2' })
})

test('a table that the source does not carry is unknown, which is not the same as empty', async () => {
  const record = await childOf(PERSON, [
    'permanence.child_key',
    'permanence.adoptive_family_id',
    'permanence.entered_care_date',
    'permanence.adm_decision_date',
    'permanence.placement_order_date',
    'permanence.matched_date',
    'permanence.placed_for_adoption_date',
    'permanence.adoption_order_date',
    'permanence.decision_reversed_date',
    'permanence.decision_reversed_reason',
    'permanence.placed_ffa_date',
    'permanence.adopted_by_carer',
    'permanence.placed_foster_carer_date',
    'permanence.file',
    'permanence.sheet',
    'permanence.row_number',
  ])
  expect(record.notInSource).toEqual(['Adoption'])
})

test('age is in whole years on the day the data end, and an unborn child has a day to come', async () => {
  const record = await childOf(PERSON)
  expect(formatAgeAndSex(record)).toBe('14, girl')
  expect(formatAgeAndSex({ ...record, birthOn: '2014-06-01', sex: null })).toBe('Under 1, sex not recorded')
  expect(formatAgeAndSex({ ...record, birthOn: '1996-01-01', sex: 'M' })).toBe('19, man')
  expect(formatAgeAndSex({ ...record, birthOn: null, expectedOn: '2015-03-03' })).toBe(
    'Unborn, expected on 3 March 2015',
  )
  expect(formatAgeAndSex({ ...record, birthOn: null })).toBe('Age not recorded, girl')
})

test('a set point and a core group are overdue while their work is open, and missed once it has ended', async () => {
  const record = await childOf(`${PERSON}
    insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ('a1', 1, '2014-03-03', '2014-04-01'), ('a2', 1, '2014-12-01', null), ('a3', 2, '2014-03-03', '2014-04-01');
    insert into management_oversight (management_oversight_id, child_key, assessment_started_on, point, due_on) values
      ('m1', 1, '2014-03-03', 10, '2014-03-17'), ('m2', 1, '2014-12-01', 20, '2015-01-02');
    insert into cp_plans (cp_plan_id, child_key, start_date) values ('p1', 1, '2014-11-03');
    insert into core_groups (core_group_id, child_key, due_on, held_on) values
      ('g1', 1, '2014-11-17', null), ('g2', 1, '2014-12-29', '2014-12-22'), ('g3', 1, '2015-02-09', null);
    insert into return_interviews (return_interview_id, child_key, returned_at, offered, accepted) values
      ('i1', 1, '2014-10-10 12:00:00', true, false);`)
  const stateOf = (what: string) => record.events.find((event) => event.what === what)?.state
  expect(stateOf('Set point of day 20: review due')).toBe('overdue')
  expect(stateOf('Set point of day 10: no review is recorded')).toBeNull()
  expect(stateOf('Core group was due, and none is recorded')).toBeNull()
  expect(stateOf('Core group due')).toBe('due')
  expect(record.events.find(({ what }) => what === 'Return interview declined')?.on).toBe('2014-10-10')
})

test('a review of a child in need plan is told, and a visit that was written down as one is not', async () => {
  const record = await childOf(`${PERSON}
    insert into need_plan_reviews (need_plan_review_id, child_key, held_on, agencies, decision) values
      ('r1', 1, '2014-12-12', 'school', 'go on'), ('r2', 1, '2015-01-12', null, null), ('r3', 2, '2015-01-13', 'school', null);`)
  expect(record.events.map(({ on, what }) => [on, what])).toEqual([
    ['2014-12-12', 'Child in need plan reviewed: go on'],
  ])
})

test('a snapshot that was sealed before there was a table tells everything else', async () => {
  const insert = `${PERSON}
    insert into cin_plans (cin_plan_id, child_key, start_date) values ('n1', 1, '2014-11-03');`
  const record = await childOf(insert, [], 'need_plan_reviews')
  expect(record.events.map(({ what }) => what)).toEqual(['Child in need plan began'])
})
