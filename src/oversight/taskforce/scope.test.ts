import { expect, test } from 'vitest'
import type { Scope } from '../../access/index.ts'
import { isInScope } from './scope.ts'

const child = { child: 'C1', team: 'North', worker: 'SW-1', taskforceTeam: '', taskforceWorker: '' }
const reaches = (scope: Scope, given: readonly string[] = []) =>
  isInScope(scope, child, new Map(), new Set(given))

test('a chair, an auditor and a children’s rights officer reach the children whom the figures or somebody give them', () => {
  const byChair: Scope = { kind: 'chaired', children: [], chairs: ['IRO-7'] }
  expect([reaches(byChair), reaches(byChair, ['C1']), reaches(byChair, ['C2'])]).toEqual([false, true, false])
  expect(reaches({ kind: 'drawn', children: ['C1'] })).toBe(true)
  expect([reaches({ kind: 'missing' }), reaches({ kind: 'missing' }, ['C1'])]).toEqual([false, true])
})

test('a restricted child is within nobody’s scope who is not named', () => {
  expect(reaches({ kind: 'everything' })).toBe(true)
  expect(reaches({ kind: 'everything', restricted: ['C1'] })).toBe(false)
  expect(reaches({ kind: 'team', teams: ['North'], restricted: ['C1'] }, ['C1'])).toBe(false)
})
