import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const steps = `
  insert into contract_steps (contract_step_id, contract, title, step, planned_on, happened_on) values
      ('on the day', 'CT-1', 'Service for children in need', 'tender opens', '2014-12-05', '2014-12-05'),
      ('a day late', 'CT-1', 'Service for children in need', 'tender closes', '2014-12-19', '2014-12-20'),
      ('not done', 'CT-1', 'Service for children in need', 'bids evaluated', '2015-01-09', null),
      ('after the as-at day', 'CT-1', 'Service for children in need', 'provider decided', '2015-01-30', '2015-02-02'),
      ('to come', 'CT-1', 'Service for children in need', 'service begins', '2015-03-16', null);`

test('a milestone is met by the day it was planned for, and counts in that month', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: steps }, 'pl-milestones')
  expect(await byMonth(snapshot, 'pl-milestones')).toEqual({ '2014-12': '1 of 2', '2015-01': '0 of 2' })
  expect(await casesOf(snapshot, 'pl-milestones', '2014-12', 'yes')).toEqual(['on the day'])
})
