import { allow, operator } from '../../access/index.ts'
import { columnOf, listRecords, type Field, type RecordKind, type StoredValue } from '../../records/index.ts'
import { nameFields } from '../catalogue/field-words.ts'
import type { RecordContext, RecordRows } from './record-cases.ts'
import type { RecordColumn, RecordTable } from './record-table.ts'

/** A kind of record whose records are measured. */
interface MeasuredKind {
  kind: RecordKind
  /** Where its pages are: `/visits`. Without it a list links to none. */
  at?: string
}

/**
 * What a room hands over of kinds that it declared: for each a table of the kind's name, with a record's `id` and a column
 * for each field. A choice is there as the words that people read; a field that was left is blank. A measure answers
 * `id` as its `case_id`, so that its lists name the record and link to its page. Its fields have their labels for words.
 */
export function recordRows(kinds: readonly MeasuredKind[]): RecordRows {
  for (const { kind } of kinds)
    nameFields(kind.table, {
      id: `each ${kind.words.one}`,
      ...Object.fromEntries(
        Object.entries(kind.fields).map(([property, { words }]) => [
          columnOf(property),
          inSentence(words.label),
        ]),
      ),
    })
  return (context) => Promise.all(kinds.map((measured) => tableOf(context, measured)))
}

/** "Day of the visit" is "day of the visit", and "SEN support" stays. */
const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

async function tableOf(
  { records, council }: RecordContext,
  { kind, at }: MeasuredKind,
): Promise<RecordTable> {
  const { read } = kind.permissions
  const found = await listRecords(records, allow(operator(council), read), kind)
  const fields = Object.entries(kind.fields)
  return {
    name: kind.table,
    read,
    words: kind.words,
    columns: {
      id: 'text',
      ...Object.fromEntries(fields.map(([property, field]) => [columnOf(property), columnFor(field)])),
    },
    rows: found
      .toSorted((left, right) => (left.id < right.id ? -1 : 1))
      .map((record) => ({
        id: record.id,
        ...Object.fromEntries(
          fields.map(([property, field]) => [columnOf(property), cellOf(field, record[property] ?? null)]),
        ),
      })),
    links: Object.fromEntries(
      found.map((record) => [
        record.id,
        { name: kind.nameOf(record), href: at === undefined ? null : `${at}/${record.id}` },
      ]),
    ),
  }
}

const COLUMNS: Readonly<Record<Field['column'], RecordColumn>> = {
  text: 'text',
  integer: 'integer',
  bigint: 'bigint',
  'double precision': 'double',
}

const columnFor = ({ control, column }: Field): RecordColumn => (control === 'day' ? 'date' : COLUMNS[column])

function cellOf(field: Field, value: StoredValue): StoredValue {
  if (value === null || value === '') return null
  return field.choices.length > 0 ? field.format(value) : value
}
