import type { ListFile } from './list-file.ts'
import type { ListStock } from './list-stock.ts'
import type { ListCount } from './list-read.ts'
import { LISTS } from './lists.ts'

/** One list as the index shows it. */
export interface ListLine {
  list: ListFile
  overdue: number
  due: number
  unanswered: number
  /** Answered after the day of the figures; and due by a day since, so that nobody knows whether it was done. */
  answeredSince: number
  fellDue: number
  /** Passed to the head of service by a clinic, and of these those counted for the director. */
  passed: number
  reported: number
  /** Why it cannot be told; null when it can. */
  why: string | null
  /** Null where it has no series. */
  stock: ListStock | null
}

export interface ListGroups {
  overdue: readonly ListLine[]
  clear: readonly ListLine[]
  untold: readonly ListLine[]
}

type Counted = Exclude<keyof ListCount, 'list' | 'team' | 'worker'>

/** Why a list cannot be told of an older snapshot. */
export const NOT_ASKED = 'This load was sealed before there were lists. Load the files again.'

/** Every list in the order of the work: those with something overdue, those with nothing, and those that cannot be told. */
export function groupLists(
  counts: readonly ListCount[],
  told: ReadonlyMap<string, string | null> | null,
  stocks: ReadonlyMap<string, ListStock> = new Map(),
): ListGroups {
  const sum = (rows: readonly ListCount[], name: Counted) => rows.reduce((total, row) => total + row[name], 0)
  const lines = LISTS.map((list): ListLine => {
    const rows = counts.filter((count) => count.list === list.id)
    const why = told === null || !told.has(list.id) ? NOT_ASKED : (told.get(list.id) ?? null)
    return {
      list,
      overdue: sum(rows, 'overdue'),
      due: sum(rows, 'due'),
      unanswered: sum(rows, 'unanswered'),
      answeredSince: sum(rows, 'answeredSince'),
      fellDue: sum(rows, 'fellDue'),
      passed: sum(rows, 'passed'),
      reported: sum(rows, 'reported'),
      why,
      stock: stocks.get(list.id) ?? null,
    }
  })
  return {
    overdue: lines.filter(({ why, overdue }) => why === null && overdue > 0),
    clear: lines.filter(({ why, overdue }) => why === null && overdue === 0),
    untold: lines.filter(({ why }) => why !== null),
  }
}
