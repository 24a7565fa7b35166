import { allow, operator } from '../access/index.ts'
import { factsIn } from '../dataset/index.ts'
import {
  describeFieldShort,
  isOfRecords,
  measureSeries,
  seriesOf,
  type RecordColumn,
  type RecordContext,
  type RecordTable,
} from '../measures/index.ts'
import { shownTracked } from '../performance/index.ts'
import { measureHref } from '../ui/links.ts'

const text = (...names: readonly string[]): Record<string, RecordColumn> =>
  Object.fromEntries(names.map((name) => [name, 'text']))

/** The measures that the Board follows, and how full the fields are that they need. */
export async function boardTables({
  records,
  council,
  snapshot,
  available: found,
}: RecordContext): Promise<RecordTable[]> {
  const followed = await shownTracked(records, allow(operator(council), 'figures:read'))
  const series = followed.flatMap(({ seriesId }) => seriesOf(seriesId) ?? [])
  const counted = series.filter(({ id }) => !isOfRecords(id))
  const fields = await factsIn(snapshot, 'source_field')
  const needed = new Map(
    counted
      .filter(({ id }) => found.get(id)?.available)
      .flatMap(({ id, area }) =>
        (measureSeries(id)?.needs ?? [])
          .filter(({ mayBeBlank }) => !mayBeBlank)
          .map(({ field }): [string, string] => [field, area]),
      ),
  )
  return [
    {
      name: 'board_measure',
      read: 'plan:read',
      words: { one: 'measure', many: 'measures' },
      links: Object.fromEntries(counted.map(({ id, title }) => [id, { name: title, href: measureHref(id) }])),
      columns: { ...text('series', 'area'), is_available: 'boolean', complete: 'double' },
      rows: counted.map(({ id, area }) => ({
        series: id,
        area,
        is_available: found.get(id)?.available ?? false,
        complete: found.get(id)?.complete ?? null,
      })),
    },
    {
      name: 'board_field',
      read: 'plan:read',
      words: { one: 'field', many: 'fields' },
      columns: { ...text('field', 'words', 'area'), row_count: 'integer', filled_count: 'integer' },
      rows: fields
        .map((held) => ({ ...held, field: `${held.table_name}.${held.column_name}` }))
        .filter(({ field, row_count }) => needed.has(field) && row_count > 0)
        .toSorted((a, b) => (a.field < b.field ? -1 : 1))
        .map(({ field, row_count, filled_count }) => ({
          field,
          words: describeFieldShort(field),
          area: needed.get(field)!,
          row_count,
          filled_count,
        })),
    },
  ]
}
