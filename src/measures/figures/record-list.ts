import { allow, may, type Pass, type Permission, type Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { isOfRecords, measureSeries } from '../catalogue/catalogue.ts'
import type { RecordLink } from '../engine/record-table.ts'
import { casesInScope } from './case-list.ts'
import type { CaseFilter, CaseRow } from './figure.ts'
import { heldIn, recordCasesFor } from './held-in.ts'

/** What the list behind a figure is of, and whether a person may open it. */
export interface BehindFigure {
  mayOpen: boolean
  /** "child", "children"; of a measure of records, the words of their kind. */
  words: { one: string; many: string }
}

export async function behindFigure(
  snapshot: SealedSnapshot,
  person: Person,
  id: string,
): Promise<BehindFigure> {
  if (!isOfRecords(id))
    return {
      mayOpen: may(person, 'cases:read'),
      words: measureSeries(id)?.listed ?? { one: 'child', many: 'children' },
    }
  const { rights, words } = await recordsCountedBy(snapshot, id)
  return { mayOpen: rights.length > 0 && rights.every((right) => may(person, right)), words }
}

/** A list of records, each with what it is called and where its page is. */
export interface RecordList {
  rows: CaseRow[]
  links: ReadonlyMap<string, RecordLink>
}

/**
 * The records behind a figure, for someone who may read every kind that the measure counts. A scope says whose children
 * a person sees, so it does not narrow records. Rows about a child are left out: they are read through `childReader`.
 */
export async function recordsBehind(
  snapshot: SealedSnapshot,
  { person }: Pass<'figures:read'>,
  id: string,
  filter: CaseFilter,
): Promise<RecordList> {
  const { rights, links } = await recordsCountedBy(snapshot, id)
  if (rights.length === 0) throw new NotFound(`There are no records behind ${id}`)
  for (const right of rights) allow(person, right)
  return { rows: await casesInScope(await heldIn(snapshot, id), person, id, filter), links }
}

interface CountedRecords {
  /** Of every kind that the measure counts; none when the room has handed nothing over. */
  rights: readonly Permission[]
  words: { one: string; many: string }
  links: ReadonlyMap<string, RecordLink>
}

/** The kinds of record whose tables a series needs: a list bears the words of the first. */
async function recordsCountedBy(snapshot: SealedSnapshot, id: string): Promise<CountedRecords> {
  const found = await recordCasesFor(snapshot, id)
  const names = new Set((measureSeries(id)?.needs ?? []).map(({ field }) => field.split('.')[0]!))
  const tables = [...names].flatMap((name) => found?.tables.find((table) => table.name === name) ?? [])
  return {
    rights: tables.map(({ read }) => read),
    words: tables[0]?.words ?? { one: 'record', many: 'records' },
    links: new Map(tables.toReversed().flatMap(({ links }) => Object.entries(links ?? {}))),
  }
}
