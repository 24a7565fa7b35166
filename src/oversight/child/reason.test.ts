import { expect, test } from 'vitest'
import type { Scope } from '../../access/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { whyTheyMaySee } from './reason.ts'

const held = { worker: 'SW-207', team: 'North 2' }

test.each<[string, Scope, string]>([
  ['the allocated team', { kind: 'team', teams: ['North 2'] }, 'this child is allocated to your team'],
  ['an earlier team', { kind: 'team', teams: ['Front Door'] }, 'your team has worked with this child'],
  [
    'the service',
    { kind: 'service', service: 'North', teams: ['North 1', 'North 2'] },
    'this child is allocated to your service',
  ],
  ['the allocated worker', { kind: 'own', worker: 'SW-207' }, 'this child is allocated to you'],
  ['an earlier worker', { kind: 'own', worker: 'SW-142' }, 'you have worked with this child'],
  ['the data team', { kind: 'everything' }, 'your role may see everything loaded'],
])('%s is told why', (_who, scope, why) => {
  expect(whyTheyMaySee({ scope }, held)).toBe(why)
})

test('a child whom nobody holds is not said to be allocated', () => {
  expect(whyTheyMaySee({ scope: { kind: 'team', teams: ['North 2'] } }, null)).toBe(
    'your team has worked with this child',
  )
})

test('a scope that reaches no child has no reason', () => {
  expect(() => whyTheyMaySee({ scope: { kind: 'none' } }, held)).toThrow(NotFound)
})
