import type { SealedSnapshot } from '../../dataset/index.ts'
import { availability } from '../../measures/index.ts'
import { listsToldIn } from './list-read.ts'
import { listOfId } from './lists.ts'

/**
 * Whether a snapshot holds what a rule of a list is judged by: a load without a table names nobody by the rules that need it, and
 * nothing has cleared by that.
 */
export async function rulesToldIn(
  snapshot: SealedSnapshot,
): Promise<(list: string, rule: string) => boolean> {
  const lists = await listsToldIn(snapshot)
  const series = await availability(snapshot)
  return (list, rule) => {
    if (lists?.get(list) !== null) return false
    const counts = listOfId(list)?.rules.find(({ id }) => id === rule)?.counts
    if (!counts) return true
    const found = series.get(counts.series)
    return found !== undefined && found.available && found.hasRows
  }
}
