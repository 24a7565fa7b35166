import type { ChangesSince } from '../dataset/index.ts'
import { asColumns } from './answer.ts'

/** New, changed and vanished rows of each table. */
export const changesTable = (tables: ChangesSince['tables']): string =>
  asColumns(
    ['Table', 'Name', 'New', 'Changed', 'Vanished', 'The same'],
    tables.map((each) => [each.table, each.name, each.new, each.changed, each.vanished, each.same]),
  )
