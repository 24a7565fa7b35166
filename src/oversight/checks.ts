import { resultOf, type Check, type Services } from '../platform/room.ts'
import { recordTablesCheck } from '../records/index.ts'
import { OVERSIGHT_KINDS } from './kinds.ts'
import { compareLists, unequalLists } from './lists/list-proof.ts'

/** The tables of what is answered, and every list against the measure that counts the same. */
export const oversightChecks = ({ records, pool, council }: Services): Check[] => [
  recordTablesCheck('oversight', records, OVERSIGHT_KINDS),
  {
    name: 'lists-equal-measures',
    verify: async () => {
      const snapshot = await pool.current(council.id)
      if (!snapshot) return { ok: true, detail: 'nothing is loaded yet' }
      const compared = await compareLists(snapshot)
      const cases = compared.reduce((sum, { listed }) => sum + listed, 0)
      return resultOf(unequalLists(compared), `${compared.length} lists and rules, ${cases} cases`)
    },
  },
]
