import { allow, may, type Person } from '../../access/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import { rowStates } from '../clinics/row-states.ts'
import { countEveryList, countLists } from './list-read.ts'
import { listsToldIn } from './list-stored.ts'
import { listStock, type ListStock } from './list-stock.ts'
import { LISTS } from './lists.ts'
import { groupLists, type ListGroups } from './lists-view.ts'

export interface FoundLists {
  groups: ListGroups
  /** The day of the figures; null while nothing is loaded. */
  asAt: Day | null
}

/**
 * How long every list is: in the person's scope, or of the whole council for those who see no child. Without its months,
 * where `withStock` is false. Names no child.
 */
export async function findLists(
  { records, pool, clock }: Pick<Services, 'records' | 'pool' | 'clock'>,
  person: Person,
  withStock = true,
): Promise<FoundLists> {
  const figures = allow(person, 'figures:read')
  const snapshot = await pool.current(person.council)
  if (!snapshot) return { groups: groupLists([], null), asAt: null }
  const told = await listsToldIn(snapshot)
  const stateOf = await rowStates(records, figures)
  const seesChildren = may(person, 'cases:read')
  const counts = seesChildren
    ? await countLists(snapshot, allow(person, 'cases:read'), stateOf, clock.today())
    : await countEveryList(snapshot, figures, stateOf, clock.today())
  const stocks = new Map<string, ListStock>()
  if (withStock)
    for (const list of LISTS) {
      const stock = await listStock(snapshot, figures, list, seesChildren ? person.scope : null)
      if (stock) stocks.set(list.id, stock)
    }
  return { groups: groupLists(counts, told, stocks), asAt: snapshot.asAt }
}
