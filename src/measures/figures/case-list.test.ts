import { beforeAll, describe, expect, test } from 'vitest'
import type { Person, Scope } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { measured } from '../../../tests/support/measured.ts'
import { casesInScope, childInScope } from './case-list.ts'
import { childByRef, childRef } from './child-ref.ts'
import { figures } from './figure-read.ts'

const insert = `
  insert into person (child_key, person_id, sex, ethnicity, dob, expected_dob) values
      (1, 'A-1', 'F', 'WBRI', '2014-06-01', null), (2, 'B-2', null, 'MWBC', '2004-01-15', null),
      (3, 'C-3', 'U', null, null, '2015-06-01'), (4, 'D-4', 'M', 'ABAN', null, null);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 4, '2014-01-01', '2014-02-01');
  insert into referrals (referral_id, child_key, referral_date, artificial, team, worker) values
      ('r1', 1, '2015-01-05', false, 'North', 'SW-1'), ('r2', 2, '2015-01-06', false, 'North', 'SW-2'),
      ('r3', 3, '2015-01-07', false, 'South', 'SW-3'), ('r4', 4, '2015-01-08', false, null, null);
  insert into allocation (child_key, worker, team, from_date) values (4, 'SW-4', 'East', '2015-01-31');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-referrals', 'wf-caseload')
})

const personOf = (scope: Scope): Person => ({
  id: 'p',
  council: 'norchester',
  name: 'P',
  role: 'team_manager',
  scope,
})
const seen = async (scope: Scope) =>
  (await casesInScope(snapshot, personOf(scope), 'fd-referrals', { period: '2015-01' })).map(
    ({ child_id }) => child_id,
  )

describe('a list holds only the children of the person’s scope, and its figure counts all', () => {
  test.each<[string, Scope, string[]]>([
    ['everything', { kind: 'everything' }, ['A-1', 'B-2', 'C-3', 'D-4']],
    ['own team', { kind: 'team', teams: ['North'] }, ['A-1', 'B-2']],
    ['own service', { kind: 'service', service: 'City', teams: ['North', 'South'] }, ['A-1', 'B-2', 'C-3']],
    ['own cases', { kind: 'own', worker: 'SW-3' }, ['C-3']],
    ['cases they chair', { kind: 'chaired', children: ['D-4', 'Z-9'] }, ['D-4']],
    ['cases drawn for them', { kind: 'drawn', children: [] }, []],
    ['a team without a name', { kind: 'team', teams: [] }, []],
    ['none', { kind: 'none' }, []],
  ])('%s', async (_, scope, children) => {
    expect(await seen(scope)).toEqual(children)
    expect((await figures(snapshot, 'fd-referrals')).points.at(-1)?.value).toBe(4)
  })
})

test('a child may be opened when a case of theirs, or the child itself, is in scope', async () => {
  const may = (scope: Scope, id: string) => childInScope(snapshot, personOf(scope), id)
  expect(await may({ kind: 'team', teams: ['North'] }, 'A-1')).toBe(true)
  expect(await may({ kind: 'team', teams: ['North'] }, 'C-3')).toBe(false)
  expect(await may({ kind: 'own', worker: 'SW-4' }, 'D-4')).toBe(true)
  expect(await may({ kind: 'drawn', children: ['C-3'] }, 'C-3')).toBe(true)
  expect(await may({ kind: 'everything' }, 'no such child')).toBe(false)
  expect(await may({ kind: 'none' }, 'A-1')).toBe(false)
})

test('a child’s name in a URL is opaque, and good for its snapshot alone', async () => {
  const [row] = await casesInScope(snapshot, personOf({ kind: 'own', worker: 'SW-1' }), 'fd-referrals', {
    period: '2015-01',
  })
  expect(row?.ref).toMatch(/^c-[0-9a-f]{16}$/)
  expect(await childByRef(snapshot, row!.ref!)).toEqual({ childKey: 1, personId: 'A-1' })
  expect(await childByRef(snapshot, 'c-0000000000000000')).toBeNull()
  expect(childRef({ id: 'another' }, 1)).not.toBe(row?.ref)
})

test('age is in whole years on the day, sex and ethnicity by their groups, and what is unknown is "Not recorded"', async () => {
  const parts = async (by: 'age' | 'sex' | 'ethnicity' | 'team') =>
    (await figures(snapshot, 'fd-referrals', { by })).points.map(({ split, value }) => [split, value])
  expect(await parts('age')).toEqual([
    [null, 4],
    ['unborn', 1],
    ['under 1', 1],
    ['10-15', 1],
    ['Not recorded', 1],
  ])
  expect(await parts('sex')).toEqual([
    [null, 4],
    ['female', 1],
    ['male', 1],
    ['Not recorded', 2],
  ])
  expect(await parts('ethnicity')).toEqual([
    [null, 4],
    ['White', 1],
    ['Mixed or Multiple', 1],
    ['Asian or Asian British', 1],
    ['Not recorded', 1],
  ])
  expect(await parts('team')).toEqual([
    [null, 4],
    ['North', 2],
    ['South', 1],
    ['Not recorded', 1],
  ])
})

test('a split that makes no sense of a measure has no points', async () => {
  expect((await figures(snapshot, 'wf-caseload', { by: 'ethnicity' })).points).toEqual([])
})
