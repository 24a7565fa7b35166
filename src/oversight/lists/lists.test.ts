import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { casesInScope } from '../../measures/figures/case-list.ts'
import type { Month } from '../../platform/day.ts'
import { measured } from '../../../tests/support/measured.ts'
import { measureWorld } from '../../../tests/support/measure-world.ts'
import type { CountedCases, ListFile } from './list-file.ts'
import { listsToldIn } from './list-stored.ts'
import { compareLists, unequalLists } from './list-proof.ts'
import { listOfId, LISTS } from './lists.ts'

/** What no source and no template holds yet: these lists say so, and why. */
const NOT_HELD = ['education-plans']

const EVERYBODY: Person = {
  id: 'per_everybody',
  council: 'norchester',
  name: 'Everybody',
  role: 'data_team',
  scope: { kind: 'everything' },
}

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured(measureWorld())
})

/** The overdue cases of a list by team, of one rule or of all. */
async function overdueByTeam({ id: list, countsDue }: ListFile, rule: string | null): Promise<string[]> {
  const rows = await rowsIn(snapshot).all<{ team: string | null; case_id: string }>(
    `select distinct c.team, c.child_key, c.case_id from work_list_row c
     join work_list l on l.list_no = c.list_no
     where l.list = $list ${countsDue ? '' : 'and c.is_overdue'} ${rule === null ? '' : 'and c.rule = $rule'}`,
    { list, ...(rule !== null && { rule }) },
  )
  return rows.map(({ team, case_id }) => `${team} ${case_id}`).toSorted()
}

async function countedByTeam({ series, side }: CountedCases): Promise<string[]> {
  const cases = await casesInScope(snapshot, EVERYBODY, series, {
    period: snapshot.asAt.slice(0, 7) as Month,
    met: side === 'met' ? 'yes' : side === 'not met' ? 'no' : 'all',
  })
  return cases.map(({ team, case_id }) => `${team} ${case_id}`).toSorted()
}

describe.each(LISTS.filter(({ id }) => !NOT_HELD.includes(id)).map((list) => [list.id, list] as const))(
  'the list %s',
  (id, list) => {
    test('has the overdue cases that its measure counts, team by team', async () => {
      if (list.counts) expect(await overdueByTeam(list, null)).toEqual(await countedByTeam(list.counts))
      for (const { id: rule, counts } of list.rules)
        if (counts) expect(await overdueByTeam(list, rule), rule).toEqual(await countedByTeam(counts))
    })

    test('is told, by rules that its header names', async () => {
      expect((await listsToldIn(snapshot))?.get(id)).toBeNull()
      const rows = await rowsIn(snapshot).all<{ rule: string; is_overdue: boolean }>(
        `select distinct rule, is_overdue from work_list_row c join work_list l on l.list_no = c.list_no where l.list = $id`,
        { id },
      )
      const known = new Set(list.rules.map(({ id: rule }) => rule))
      expect(rows.map(({ rule }) => rule).filter((rule) => !known.has(rule))).toEqual([])
      // Only a list that says when a row is due has rows that are not overdue yet.
      if (list.due === null) expect(rows.every(({ is_overdue }) => is_overdue)).toBe(true)
    })
  },
)

test('lists of a world that has cases of every measure have rows', async () => {
  const rows = await rowsIn(snapshot).all<{ list: string }>(
    'select distinct l.list from work_list_row c join work_list l on l.list_no = c.list_no',
  )
  const found = new Set(rows.map(({ list }) => list))
  // In the month of its figures this world has no repeated plan, no second review and nobody unseen.
  expect(LISTS.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([
    'unseen-in-assessment',
    'repeat-plans',
    'permanence',
    'education-plans',
  ])
})

test('no overdue row has its last day in time after the day of the figures, and one that is over by no full day has it then', async () => {
  const rows = await rowsIn(snapshot).all<{ list: string; due_on: string; days_over: number | null }>(
    'select l.list, c.due_on, c.days_over from work_list_row c join work_list l on l.list_no = c.list_no where c.is_overdue and c.due_on is not null',
  )
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter(({ due_on }) => due_on > snapshot.asAt)).toEqual([])
  // Hours and children are counted otherwise.
  const inDays = rows.filter(({ list }) => listOfId(list)?.over === null)
  expect(inDays.filter(({ days_over, due_on }) => days_over === 0 && due_on !== snapshot.asAt)).toEqual([])
})

test.each(NOT_HELD)('the list %s cannot be told, and says what is missing', async (id) => {
  expect((await listsToldIn(snapshot))?.get(id)).toMatch(/^Not available yet: /)
})

test('the proof compares every list that has a measure, and finds a row that is missing', async () => {
  const compared = await compareLists(snapshot)
  expect(unequalLists(compared)).toEqual([])
  expect(compared.reduce((sum, { counted }) => sum + counted, 0)).toBeGreaterThan(100)
  await rowsIn(snapshot).all(
    `delete from work_list_row where list_no = (select list_no from work_list where list = 'need-visits') and is_overdue`,
  )
  expect(unequalLists(await compareLists(snapshot))).toEqual([
    expect.stringMatching(/^Visits to children in need: 0 on the list, \d+ counted, \d+ not the same$/),
    expect.stringMatching(/^Visits to children in need, not seen in time: 0 on the list/),
  ])
})

test('every list that can be told has a worked example beside it', () => {
  const without = LISTS.filter(
    ({ id }) =>
      !NOT_HELD.includes(id) && !existsSync(new URL(`./definitions/${id}.test.ts`, import.meta.url)),
  )
  expect(without.map(({ id }) => id)).toEqual([])
})
