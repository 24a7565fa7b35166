import { FROM_KEPT_FILE } from '../../standards/capture/template-rows.ts'
import type { TableSpec } from '../../standards/table.ts'
import type { Build } from './build.ts'
import { stagingTable } from './staging.ts'

/**
 * Takes out of a table the rows kept in Waymark that the files bring already, and answers how many those were. A row is
 * the same by its natural key; where that holds no day, then by the child and the day of the first column that must have one: of
 * several on a day the first with the first. Where the table says so (`sameWithinDays`), a row of the same subject with a day near
 * by is the same as well, the nearest first. The row that stays is given what the table says is `keptFirst`.
 */
export async function doubledRows(build: Build, spec: TableSpec): Promise<number> {
  const table = stagingTable(spec.table)
  const child = spec.fields.find(({ key }) => key === 'child_id')
  const when = spec.fields.find(({ type, required }) => required && (type === 'date' || type === 'moment'))
  const byDay = child && when && spec.eventDate === null
  const day = byDay ? `cast("${when.key}" as date)` : 'null'
  const person = byDay ? '"child_id"' : 'null'
  const order = byDay ? `"${when.key}", rowid` : 'rowid'
  const doubled = await build.all<{ id: number; sent: number }>(
    `with sent as (select rowid as id, * from ${table} where not ${FROM_KEPT_FILE}),
     kept as (select rowid as id, * from ${table} where ${FROM_KEPT_FILE}),
     by_key as (
         ${sameRows(spec)}
     ),
     ranked as (
         select rowid as id, ${FROM_KEPT_FILE} as is_kept, ${person} as child, ${day} as day,
             row_number() over (partition by ${FROM_KEPT_FILE}, ${person}, ${day} order by ${order}) as nth
         from ${table}
         where rowid not in (select kept_id from by_key) and rowid not in (select sent_id from by_key)
     )
     select cast(kept_id as integer) as id, cast(sent_id as integer) as sent from by_key
     union
     select cast(k.id as integer), cast(s.id as integer) from ranked k
     join ranked s on k.is_kept and not s.is_kept and k.child = s.child and k.day = s.day and k.nth = s.nth`,
  )
  const ids = [...new Set(doubled.map(({ id }) => id))]
  if (ids.length === 0) return 0
  if (spec.keptFirst) await giveKept(build, table, spec.keptFirst, doubled)
  await build.run(`delete from ${table} where rowid in (${ids.join(', ')})`)
  return ids.length
}

/** Each row kept in Waymark with the row of the files that has the same key, or the same subject and the nearest day. */
function sameRows({ naturalKey, subject, eventDate, sameWithinDays }: TableSpec): string {
  const same = (keys: readonly string[]) => keys.map((key) => `kept."${key}" = sent."${key}"`).join(' and ')
  if (sameWithinDays === undefined || subject === null || eventDate === null)
    return `select kept.id as kept_id, min(sent.id) as sent_id from kept join sent on ${same(naturalKey)} group by kept.id`
  const apart = `abs(date_diff('day', kept."${eventDate}", sent."${eventDate}"))`
  return `select kept.id as kept_id, arg_min(sent.id, ${apart}) as sent_id
          from kept join sent on ${same([subject])} and ${apart} <= ${sameWithinDays} group by kept.id`
}

/** Puts what was recorded in Waymark in those columns of the files' own rows. */
async function giveKept(
  build: Build,
  table: string,
  columns: readonly string[],
  pairs: readonly { id: number; sent: number }[],
): Promise<void> {
  const set = columns.map((column) => `"${column}" = coalesce(kept."${column}", ${table}."${column}")`)
  const values = pairs.map(({ id, sent }) => `(${id}, ${sent})`)
  await build.run(
    `update ${table} set ${set.join(', ')}
     from (
         select pair.sent_id, k.* from (values ${values.join(', ')}) pair (kept_id, sent_id)
         join ${table} k on k.rowid = pair.kept_id
     ) kept
     where ${table}.rowid = kept.sent_id`,
  )
}
