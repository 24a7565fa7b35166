import { expect, test } from 'vitest'
import type { Scope } from '../access/index.ts'
import { whyTheyMaySee, type Holders } from './child-scope.ts'

const child: Holders = {
  childId: 'N20417',
  allocated: { worker: 'SW-207', team: 'North 2' },
  teams: ['Front Door', 'North 2'],
  workers: ['SW-142', 'SW-207'],
}

test.each<[string, Scope, string | null]>([
  ['the allocated team', { kind: 'team', teams: ['North 2'] }, 'this child is allocated to your team'],
  [
    'a team that once worked',
    { kind: 'team', teams: ['Front Door'] },
    'your team has worked with this child',
  ],
  ['another team', { kind: 'team', teams: ['North 1'] }, null],
  ['a team of no name', { kind: 'team', teams: [] }, null],
  [
    'the service',
    { kind: 'service', service: 'North', teams: ['North 1', 'North 2'] },
    'this child is allocated to your service',
  ],
  ['the allocated worker', { kind: 'own', worker: 'SW-207' }, 'this child is allocated to you'],
  ['an earlier worker', { kind: 'own', worker: 'SW-142' }, 'you have worked with this child'],
  ['another worker', { kind: 'own', worker: 'SW-118' }, null],
  ['their chair', { kind: 'chaired', children: ['N20417'] }, 'you chair this child’s meetings'],
  ['another chair', { kind: 'chaired', children: [] }, null],
  ['the data team', { kind: 'everything' }, 'your role may see everything loaded'],
  ['nobody', { kind: 'none' }, null],
])('%s', (_who, scope, why) => {
  expect(whyTheyMaySee({ scope }, child)).toBe(why)
})
