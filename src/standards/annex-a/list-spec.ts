import type { TableSpec } from '../table.ts'

/** One list of Annex A. */
export interface ListSpec extends TableSpec {
  /** 1 to 11 */
  number: number
  /** Sheet names seen, besides `List 3` and its like. */
  sheetNames: readonly string[]
  /** Key of who the row is about: a child, or an adopter. */
  subject: string
}

type Own = 'source' | 'table' | 'called'

export const annexAListOf = (list: Omit<ListSpec, Own>): ListSpec => ({
  ...list,
  source: 'annex-a',
  table: `annex-a/${list.number}`,
  called: `list ${list.number}`,
})
