import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { availability } from '../../figures/availability-read.ts'
import { figures } from '../../figures/figure-read.ts'

/** Child A is open from 1 June until the case closes on 28 August 2015. Child B was never open. */
const contacts = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e1', 1, '2015-06-01', '2015-08-28');
  insert into contacts (contact_id, child_key, contact_date) values
      ('on the day it opened', 1, '2015-06-01'),
      ('while open', 1, '2015-06-20'),
      ('on the day it closed', 1, '2015-08-28'),
      ('a brother', 2, '2015-06-20'),
      ('after the as-at day', 2, '2015-09-20');`
const world = { asAt: '2015-08-31', insert: contacts } as const

test('every contact counts once for each child it names, and the two parts add up to it', async () => {
  const snapshot = await measured(world, 'fd-contacts')
  // June: two of A's and one of B's. July: none, between months that have some.
  expect(await byMonth(snapshot, 'fd-contacts')).toEqual({ '2015-06': '3', '2015-07': '0', '2015-08': '1' })
  expect(await byMonth(snapshot, 'fd-contacts.new')).toEqual({
    '2015-06': '2',
    '2015-07': '0',
    '2015-08': '1',
  })
  expect(await byMonth(snapshot, 'fd-contacts.open_case')).toEqual({
    '2015-06': '1',
    '2015-07': '0',
    '2015-08': '0',
  })
})

test('a child is open from the day after the case began, until the day it closes', async () => {
  const snapshot = await measured(world, 'fd-contacts')
  expect(await casesOf(snapshot, 'fd-contacts.open_case', '2015-06')).toEqual(['while open'])
  expect(await casesOf(snapshot, 'fd-contacts.new', '2015-08')).toEqual(['on the day it closed'])
})

test('where the source has no cases, every contact still counts and the parts are not available', async () => {
  const absent = ['cin_episodes.referral_date', 'cin_episodes.close_date']
  const snapshot = await measured({ ...world, absent }, 'fd-contacts')
  expect(await byMonth(snapshot, 'fd-contacts')).toMatchObject({ '2015-06': '3' })
  expect((await availability(snapshot)).get('fd-contacts.new')).toMatchObject({
    available: false,
    why: 'Annex A as loaded does not hold the day the child’s case opened (cin_episodes.referral_date), the day the child’s case closed (cin_episodes.close_date)',
  })
})

test('a column without one value in it is treated as absent, and said to be blank', async () => {
  const neverClosed = contacts.replace(
    "'2015-08-28');\n  insert into contacts",
    'null);\n  insert into contacts',
  )
  const snapshot = await measured({ ...world, insert: neverClosed }, 'fd-contacts')
  expect((await availability(snapshot)).get('fd-contacts.new')).toMatchObject({
    available: false,
    why: 'Annex A as loaded leaves blank in every row the day the child’s case closed (cin_episodes.close_date)',
  })
})

test('contacts are told apart by who made them, the police next to the rest, and forms by how many came', async () => {
  // Two brothers in one form of the police, one call of a school, and one of nobody knows whom.
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
    insert into contacts (contact_id, child_key, contact_date, source_code) values
        ('c1', 1, '2015-06-01', '6'), ('c2', 2, '2015-06-01', '6'), ('c3', 3, '2015-06-02', '2A'), ('c4', 3, '2015-06-03', '10');
    insert into contact_decisions (contact_decision_id, form, child_key, received_at, source) values
        ('d1', 'F1', 1, '2015-06-01 10:00', '6'), ('d2', 'F1', 2, '2015-06-01 10:00', '6'), ('d3', 'F2', 3, '2015-06-02 11:00', '2A');`
  const snapshot = await measured({ asAt: '2015-06-30', insert }, 'fd-contacts')
  expect(await byMonth(snapshot, 'fd-contacts.police')).toEqual({ '2015-06': '2 of 4' })
  expect(await byMonth(snapshot, 'fd-contacts.forms')).toEqual({ '2015-06': '2' })
  const { points } = await figures(snapshot, 'fd-contacts', { by: 'detail' })
  expect(points.map(({ split, value }) => [split, value])).toEqual([
    [null, 4],
    ['Police', 2],
    ['Schools and education', 1],
    ['Not recorded', 1],
  ])
})
