import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** At the cap is not above it. */
const insert = `
  insert into caseload_allocation (caseload_allocation_id, month_end_on, worker, team, role, fte, cap, children) values
      ('a1', '2015-01-31', 'at the cap', 'North', 'social worker', 1, 18, 18), ('a2', '2015-01-31', 'above it', 'North', 'social worker', 1, 18, 21), ('a3', '2015-01-31', 'no cap', 'North', 'social worker', 1, null, 30);`

test('names a worker above the cap, and by how many children', async () => {
  const rows = await listed({ asAt: '2015-01-31', insert }, 'over-cap')
  expect(rows).toEqual(['above it: over the cap, overdue, 3 over, (21 children held, for a cap of 18)'])
})
