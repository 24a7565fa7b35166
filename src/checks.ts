import { verifyAccessLog } from './access/index.ts'
import { verifyIssues } from './board/index.ts'
import { verifySnapshots } from './dataset/index.ts'
import { figureEqualsList } from './measures/index.ts'
import type { Waymark } from './main.ts'
import { recordsIntegrity } from './platform/records.ts'

/** One thing that must hold, and whether it does: the shape of `waymark check --json`. */
export interface Check {
  check: string
  ok: boolean
  /** What is wrong, or how much was looked at. */
  detail: string
}

/** Verifies every hash and invariant. A check that cannot be made at all is a check that failed. */
export async function checkEverything(waymark: Waymark): Promise<{ ok: boolean; checks: Check[] }> {
  const { records, council, config, pool } = waymark
  const checks = [
    await check('records-integrity', async () =>
      faults(await recordsIntegrity(records), 'the records store is sound'),
    ),
    await check('snapshot-hash', async () => {
      const found = await verifySnapshots(config.dataDir, records)
      const wrong = found.filter(({ ok }) => !ok).map(({ detail }) => detail)
      return faults(wrong, `${found.length} sealed files are as they were sealed`)
    }),
    await check('figure-equals-list', async () => {
      const snapshot = await pool.current(council.id)
      if (!snapshot) return { ok: true, detail: 'nothing has been loaded yet' }
      const proof = await figureEqualsList(snapshot)
      return faults(proof.faults, `every figure of ${snapshot.id} has the list it says`)
    }),
    await check('access-log-chain', async () => {
      const chain = await verifyAccessLog(records, council.id)
      return { ok: chain.ok, detail: chain.ok ? `${chain.entries} entries, unbroken` : chain.why }
    }),
    await check('issue-hash', () => verifyIssues(records)),
  ]
  return { ok: checks.every(({ ok }) => ok), checks }
}

async function check(name: string, look: () => Promise<Omit<Check, 'check'>>): Promise<Check> {
  try {
    return { check: name, ...(await look()) }
  } catch (error) {
    return { check: name, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}

const faults = (found: readonly string[], wellSaid: string): Omit<Check, 'check'> => ({
  ok: found.length === 0,
  detail: found.length === 0 ? wellSaid : found.join('; '),
})
