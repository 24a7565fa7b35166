import { writeFile } from 'node:fs/promises'

import { beginIncoming, type Incoming } from '../../src/loads/incoming.ts'
import type { SealFacts } from '../../src/loads/seal.ts'
import { builtFile, holdForReview } from '../../src/loads/waiting-load.ts'
import type { Instant } from '../../src/platform/day.ts'
import type { LoadWorld } from './load-world.ts'

/** What a load of one small file found: three referrals, of which one was set aside. */
export const foundReferrals = (sha256 = 'f1'): SealFacts => ({
  report: {
    accepted: true,
    asAt: '2015-01-31',
    asAtFrom: 'file-name',
    sources: [{ source: 'annex-a', asAt: '2015-01-31', asAtFrom: 'file-name' }],
    files: [
      {
        file: '2015-01-31 List 3.csv',
        source: 'annex-a',
        sha256,
        bytes: 300,
        tables: [
          {
            table: 'annex-a/3',
            sheet: '2015-01-31 List 3',
            rows: 3,
            accepted: 2,
            quarantined: 1,
            unknownColumns: [],
            presentColumns: ['child_id', 'referral_on'],
          },
        ],
      },
    ],
    problems: [
      {
        severity: 'warning',
        code: 'date-unreadable',
        file: '2015-01-31 List 3.csv',
        sheet: '2015-01-31 List 3',
        row: 4,
        field: 'Date of referral',
        value: 'last Tuesday',
        message: "Row 4: 'Date of referral' is not a date we can read",
      },
    ],
    problemCounts: [
      {
        severity: 'warning',
        code: 'date-unreadable',
        file: '2015-01-31 List 3.csv',
        sheet: '2015-01-31 List 3',
        field: 'Date of referral',
        count: 1,
      },
    ],
  },
  sealed: { rows: 2, windowFrom: '2015-01-01', fills: [], quality: [], reconciliation: [], changes: null },
})

/** A load that has been built and waits for an answer. */
export async function waitingIn(
  { deps, pass }: LoadWorld,
  since: Instant = '2015-02-05T12:00:00Z',
  facts: SealFacts = foundReferrals(),
): Promise<Incoming> {
  const files = facts.report.files.map(({ file }) => file)
  const incoming = await beginIncoming(deps.dataDir, pass.person, since, files)
  await writeFile(builtFile(incoming.folder), 'a whole snapshot')
  await holdForReview(incoming, facts, since)
  return incoming
}
