import { sourceTable, standardOf, type Problem } from '../../intake/index.ts'
import type { Source, TableSpec } from '../../standards/table.ts'
import type { BuildConnection } from './build.ts'
import { stagingTable } from './staging.ts'

/** A form is the house's when more than this share of the ids have it. */
const HOUSE_SHARE = 0.95
/** Ids that a finding names. */
const NAMED = 10

/** How the children's ids of a load are written, each id counted once. */
export interface IdForms {
  ids: number
  /** With letters, and of those with capitals alone and with small letters alone. */
  lettered: number
  capitals: number
  small: number
  spaced: number
  zeros: number
  /** The length that most have, and how many have it. */
  length: number
  sameLength: number
}

interface WrittenId {
  written: string
  house: string
}

/** Of ids that are one but for case, space and leading zeros: what each is to be, and those that nobody can decide. */
export interface JoinedIds {
  joined: WrittenId[][]
  apart: string[][]
}

/** Each id of a group joined under the one that has the form of the house; apart where there is no such form. */
export function houseIds(groups: readonly string[][], forms: IdForms): JoinedIds {
  const found: JoinedIds = { joined: [], apart: [] }
  for (const ids of groups) {
    const house = ids.filter((id) => isOfHouse(id, ids, forms))
    if (house.length === 1)
      found.joined.push(ids.filter((id) => id !== house[0]).map((written) => ({ written, house: house[0]! })))
    else found.apart.push(ids)
  }
  return found
}

/** Whether an id has the form of the house in all in which it differs from the others of its group. */
function isOfHouse(id: string, group: readonly string[], forms: IdForms): boolean {
  return ASPECTS.every(({ of, isHouse }) => {
    const isAlike = group.every((other) => of(other) === of(id))
    return isAlike || isHouse(id, forms)
  })
}

const isMost = (part: number, whole: number): boolean => whole > 0 && part / whole > HOUSE_SHARE

const ASPECTS: readonly {
  of: (id: string) => string | number
  isHouse: (id: string, forms: IdForms) => boolean
}[] = [
  {
    of: (id) => id.replaceAll(/\s/g, '').replace(/^0+/, ''),
    isHouse: (id, { lettered, capitals, small }) =>
      (isMost(capitals, lettered) && id === id.toUpperCase()) ||
      (isMost(small, lettered) && id === id.toLowerCase()),
  },
  {
    of: (id) => id.split(/\s/).length,
    isHouse: (id, { ids, spaced }) => (/\s/.test(id) ? isMost(spaced, ids) : isMost(ids - spaced, ids)),
  },
  {
    of: (id) => /^0*/.exec(id)![0].length,
    // Ids of one length are filled up with zeros; a program that takes them for numbers loses them.
    isHouse: (id, { ids, zeros, length, sameLength }) =>
      isMost(sameLength, ids) && zeros > 0
        ? id.length === length
        : isMost(ids - zeros, ids) && !id.startsWith('0'),
  },
]

/**
 * Joins ids of children that differ by case, space or leading zeros alone (clarification C10) in all rows that were accepted,
 * where one form is clearly that of the house; where it is not to, it only tells of them. Answers what was found: which were joined, and which were left apart.
 */
export async function joinWrittenIds(
  build: BuildConnection,
  sources: readonly Source[],
  joins = true,
): Promise<Problem[]> {
  const columns = sources.flatMap((source) => standardOf(source).tables).flatMap(childColumns)
  if (columns.length === 0) return []
  const every = columns
    .map(({ table, key }) => `select distinct "${key}" as id from ${table}`)
    .join(' union ')
  await build.run(`create or replace temp table written_id as select id from (${every}) where id is not null`)
  const groups = await build.all<{ id: string; same: string }>(
    `with formed as (
        select id, ltrim(upper(regexp_replace(id, '\\s+', '', 'g')), '0') as same from written_id
     )
     select id, same from formed
     where same in (select same from formed group by same having count(*) > 1) order by same, id`,
  )
  const alike = Object.values(Object.groupBy(groups, ({ same }) => `id ${same}`)).map((ids) =>
    ids!.map(({ id }) => id),
  )
  const found = joins ? houseIds(alike, await formsOf(build)) : { joined: [], apart: alike }
  await join(build, columns, found.joined.flat())
  await build.run('drop table written_id')
  return problemsOf(found, joins)
}

/** The columns that hold a child's id. */
const childColumns = (spec: TableSpec): { table: string; key: string }[] =>
  sourceTable(spec.table)
    .fields.filter(({ key, type }) => type === 'id' && isChild(spec.source, key))
    .map(({ key }) => ({ table: stagingTable(spec.table), key }))

function isChild(source: Source, key: string): boolean {
  if (source === 'ssd') return key.endsWith('person_id')
  return key === 'child_id' || key === 'CHILD' || key === 'LAchildID'
}

async function formsOf(build: BuildConnection): Promise<IdForms> {
  const [forms] = await build.all<Omit<IdForms, 'length' | 'sameLength'>>(
    `select count(*) as ids,
        count(*) filter (where upper(id) <> lower(id)) as lettered,
        count(*) filter (where upper(id) <> lower(id) and id = upper(id)) as capitals,
        count(*) filter (where upper(id) <> lower(id) and id = lower(id)) as small,
        count(*) filter (where regexp_matches(id, '\\s')) as spaced,
        count(*) filter (where starts_with(id, '0')) as zeros
     from written_id`,
  )
  const [most] = await build.all<{ length: number; sameLength: number }>(
    `select length(id) as length, count(*) as "sameLength" from written_id group by 1 order by 2 desc, 1 limit 1`,
  )
  return { ...forms!, length: most?.length ?? 0, sameLength: most?.sameLength ?? 0 }
}

async function join(
  build: BuildConnection,
  columns: readonly { table: string; key: string }[],
  ids: readonly WrittenId[],
): Promise<void> {
  if (ids.length === 0) return
  await build.run('create or replace temp table house_id (written text, house text)')
  const values = ids.map(({ written, house }) => `(${quoted(written)}, ${quoted(house)})`)
  await build.run(`insert into house_id values ${values.join(', ')}`)
  for (const { table, key } of columns)
    await build.run(
      `update ${table} set "${key}" = h.house from house_id h where ${table}."${key}" = h.written`,
    )
  await build.run('drop table house_id')
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

function problemsOf({ joined, apart }: JoinedIds, joins: boolean): Problem[] {
  const problems: Problem[] = []
  const place = { severity: 'warning', file: '', sheet: null, row: null, field: null, value: null } as const
  if (joined.length > 0) {
    const which = joined.map(
      (ids) => `${ids.map(({ written }) => `'${written}'`).join(' and ')} as '${ids[0]!.house}'`,
    )
    const message = `${childrenAre(joined.length)} under ids that differ by case, space or leading zeros alone. Each is read as one child, by the form that nearly all ids have: ${listed(which)}`
    problems.push({ ...place, code: 'ids-joined', message })
  }
  if (apart.length > 0) {
    const which = apart.map((ids) => ids.map((id) => `'${id}'`).join(' and '))
    const message = `${childrenAre(apart.length)} under ids that differ by case, space or leading zeros alone, and ${joins ? 'no form is clearly yours' : 'your settings keep them apart'}: they are counted as different children. Write them alike in the case system: ${listed(which)}`
    problems.push({ ...place, code: 'ids-alike', message })
  }
  return problems
}

const childrenAre = (count: number): string =>
  count === 1 ? '1 child is most likely there' : `${count} children are most likely there`

const listed = (which: readonly string[]): string =>
  which.length <= NAMED
    ? which.join('; ')
    : `${which.slice(0, NAMED).join('; ')}; and ${which.length - NAMED} more`
