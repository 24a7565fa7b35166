import { templateHeaders } from '../../src/standards/annex-a/list-spec.ts'
import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import type { FieldSpec, FieldType } from '../../src/standards/table.ts'

type ColumnKind = 'day' | 'id' | 'age' | 'count' | 'postcode' | 'words' | 'code'

/** A column of a list, and what may go wrong in it. */
export interface FaultColumn {
  list: number
  /** As the template has it. */
  header: string
  kind: ColumnKind
  /** The row is about this day: without it, it is about no day. */
  isKeyDay: boolean
  /** From 0, in the clean file. */
  index: number
}

const KINDS: Partial<Record<FieldType, ColumnKind>> = {
  date: 'day',
  id: 'id',
  age: 'age',
  integer: 'count',
  postcode: 'postcode',
  string: 'words',
}

/** What spreadsheets do to numbers does not befall names of families and of authorities, which are words here. */
const WORDS = ['family_id', 'placement_la']

const kindOf = ({ key, type }: FieldSpec): ColumnKind =>
  WORDS.includes(key) ? 'words' : (KINDS[type] ?? 'code')

/** The columns of each list, by number. */
export const FAULT_COLUMNS: ReadonlyMap<number, readonly FaultColumn[]> = new Map(
  ANNEX_A_LISTS.map((list) => {
    const headers = templateHeaders(list)
    return [
      list.number,
      list.fields.map((field, index) => ({
        list: list.number,
        header: headers[index]!,
        kind: kindOf(field),
        isKeyDay: field.key === list.eventDate,
        index,
      })),
    ]
  }),
)
