import type { SealedSnapshot } from '../../dataset/index.ts'
import { availability } from '../../measures/index.ts'
import type { ListFile } from './list-file.ts'
import { listsToldIn } from './list-stored.ts'
import { listOfId, LISTS } from './lists.ts'

/**
 * Whether a snapshot holds what a rule of a list is judged by: a load without a table names nobody by the rules that need it, and
 * nothing has cleared by that.
 */
export async function rulesToldIn(
  snapshot: SealedSnapshot,
  asked: readonly ListFile[] = LISTS,
): Promise<(list: string, rule: string) => boolean> {
  const lists = await listsToldIn(snapshot)
  const counted = asked.flatMap(({ rules }) => rules.flatMap(({ counts }) => counts?.series ?? []))
  const series = await availability(snapshot, counted)
  return (list, rule) => {
    if (lists?.get(list) !== null) return false
    const counts = listOfId(list)?.rules.find(({ id }) => id === rule)?.counts
    if (!counts) return true
    const found = series.get(counts.series)
    return found !== undefined && found.available && found.hasRows
  }
}
