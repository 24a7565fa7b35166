import type { TableSpec } from '../table.ts'

/** One list of Annex A. */
export interface ListSpec extends TableSpec {
  /** 1 to 11 */
  number: number
  /** Sheet names seen, besides `List 3` and its like. */
  sheetNames: readonly string[]
  /** Key of who the row is about: a child, or an adopter. */
  subject: string
  /** Keys of columns whose header ends in a space in Ofsted's template, and so in the files made from it. */
  spaceAfter?: readonly string[]
}

/** The headers letter for letter as the template has them. */
export const templateHeaders = ({ fields, spaceAfter = [] }: ListSpec): string[] =>
  fields.map(({ key, name }) => (spaceAfter.includes(key) ? `${name} ` : name))

type Own = 'source' | 'table' | 'called'

export const annexAListOf = (list: Omit<ListSpec, Own>): ListSpec => ({
  ...list,
  source: 'annex-a',
  table: `annex-a/${list.number}`,
  called: `list ${list.number}`,
})
