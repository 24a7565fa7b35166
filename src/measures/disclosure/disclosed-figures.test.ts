import { beforeEach, expect, test } from 'vitest'
import { operator, type Person } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { measured } from '../../../tests/support/measured.ts'
import { figuresFor } from './disclosed-figures.ts'

const CHILDREN = { North: [1, 20], South: [21, 32], West: [33, 34] } as const
const referrals = Object.entries(CHILDREN).map(
  ([team, [first, last]]) =>
    `select 'r' || key, key, date '2015-01-05', false, '${team}' from range(${first}, ${last + 1}) keys (key)`,
)
const insert = `
  insert into person (child_key, person_id) select key, 'P-' || key from range(1, 35) keys (key);
  insert into referrals (referral_id, child_key, referral_date, artificial, team) ${referrals.join(' union all ')};`

const inside = operator('norchester')
const outside: Person = { ...inside, role: 'board_member' }

let snapshot: OpenSnapshot
beforeEach(async () => {
  snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-referrals')
})

const byTeam = async (person: Person) =>
  (await figuresFor(snapshot, person, 'fd-referrals', { by: 'team' })).points.map(({ split, value }) => [
    split,
    value,
  ])
const AS_IT_IS = [
  [null, 34],
  ['North', 20],
  ['South', 12],
  ['West', 2],
]
const HIDDEN = [
  [null, 34],
  ['North', null],
  ['South', 12],
  ['West', null],
]

test('what was read for a reader inside the service is hidden from the next, who is outside it', async () => {
  expect(await byTeam(inside)).toEqual(AS_IT_IS)
  expect(await byTeam(outside)).toEqual(HIDDEN)
})

test('what was hidden from a reader outside the service is shown to the next, who is inside it', async () => {
  expect(await byTeam(outside)).toEqual(HIDDEN)
  expect(await byTeam(inside)).toEqual(AS_IT_IS)
  expect(await byTeam(outside)).toEqual(HIDDEN)
})

test('both at once are each answered as they may see it', async () => {
  expect(await Promise.all([outside, inside, outside].map(byTeam))).toEqual([HIDDEN, AS_IT_IS, HIDDEN])
})
