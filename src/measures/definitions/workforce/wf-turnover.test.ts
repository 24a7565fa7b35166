import { expect, test } from 'vitest'
import { measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const spell = (id: string, state: string, fte: number, from: string, to: string | null, why: string | null) =>
  `('${id}', '${id}', 'North', 'social worker', ${fte}, '2010-04-01', '${state}', 'W-${id}', '${from}', ${to ? `'${to}'` : 'null'}, ${why ? `'${why}'` : 'null'})`
const LEFT = 'left the council'
const insert = `insert into posts (post_spell_id, post, team, role, fte, created_on, state, worker, from_on, to_on, ended_because) values ${[
  spell('stays', 'permanent', 1, '2012-01-01', null, null),
  spell('stays half', 'permanent', 0.5, '2014-06-01', null, null),
  spell('first day', 'permanent', 0.5, '2012-01-01', '2014-02-01', LEFT),
  spell('last day', 'permanent', 1, '2012-01-01', '2015-01-31', LEFT),
  spell('a day before', 'permanent', 1, '2012-01-01', '2014-01-31', LEFT),
  spell('moved', 'permanent', 1, '2012-01-01', '2014-09-30', 'moved to another post'),
  spell('agency', 'agency', 1, '2012-01-01', '2014-09-30', 'agency work ended'),
  spell('long ago', 'permanent', 1, '2012-01-01', '2013-03-01', LEFT),
].join(', ')};`

test('leavers of twelve whole months, in full-time equivalents, over those in post at the end', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-turnover')
  const point = async (id: string) => (await figures(snapshot, id)).points.at(-1)
  // Left from 1 February 2014 to 31 January 2015: 0.5 and 1. In post on 31 January: 1, 0.5, and the one whose last day it was.
  expect(await point('wf-turnover')).toMatchObject({
    period: '2015-01',
    numerator: 1.5,
    denominator: 2.5,
    value: 60,
  })
  // On 31 January 2014: 1, 0.5, 1, 1 and 1, so 4.5; the average with 2.5 is 3.5.
  expect(await point('wf-turnover.average')).toMatchObject({ numerator: 1.5, denominator: 3.5, value: 42.86 })
})

test('it is shown once a year of endings is known, and no limits are drawn', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-turnover')
  // The first spell that ended is of 1 March 2013: 365 days later is 1 March 2014.
  expect((await figures(snapshot, 'wf-turnover')).points[0]?.period).toBe('2014-03')
})
