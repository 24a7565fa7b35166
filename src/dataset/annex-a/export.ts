import type { Readable } from 'node:stream'
import { allow, describeWithheld, getCouncil, isRestricted, type Pass } from '../../access/index.ts'
import { ANNEX_A_LISTS } from '../../standards/annex-a/lists.ts'
import { dayInEngland, type Clock, type Day } from '../../platform/day.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import type { ExportFormat } from './export-book.ts'
import { writeInProcess } from './export-process.ts'
import { stagingTable } from '../building/staging.ts'
import { childQuestion, childReader, type ChildQuestion } from '../readers.ts'
import type { SealedSnapshot } from '../snapshots/sealed.ts'
import type { SnapshotPool } from '../snapshots/snapshot-pool.ts'
import { snapshotFile } from '../snapshots/snapshot-file.ts'
import {
  currentSnapshot,
  refuseDeleted,
  sealedLoad,
  getSnapshot,
  type SnapshotRecord,
} from '../snapshots/snapshot-store.ts'

export interface ExportDeps {
  records: Records
  pool: SnapshotPool
  dataDir: string
  clock: Clock
}

/** A workbook that is whole, to be read from `content`. Child-level. */
interface AnnexAExport {
  snapshot: string
  asAt: Day
  /** `Annex_A_2015-01-31.xlsx`: the day in its name is the day that it is read as at. */
  fileName: string
  /** The lists that the loaded files held. */
  lists: { list: number; rows: number }[]
  bytes: number
  content: Readable
}

/** One row takes one row of a sheet, and above them stand a title and the headers. */
const MAX_ROWS = 1_048_576 - 2

/**
 * The accepted rows of a snapshot as an Annex A workbook, which loads again with the same rows in each list and the
 * same figures. `snapshot` null is the one in use. Anyone who brings whole files in may take them out; that they did is
 * in the access log before this answers.
 */
export async function exportAnnexA(
  { records, pool, dataDir, clock }: ExportDeps,
  pass: Pass<'load:write'>,
  format: ExportFormat,
  snapshot: string | null = null,
): Promise<AnnexAExport> {
  const record = await recordOf(records, pass, snapshot)
  const lists = await carriedLists(records, pass, record)
  const council = await getCouncil(records)
  const sealed = await pool.byId(pass.person.council, record.snapshot)
  if (!sealed) throw new NotFound(`There is no snapshot ${record.snapshot}`)
  await childReader({ records, clock }, pass).read(childrenListed(sealed), {
    what: 'export',
    subject: `Annex A of snapshot ${record.snapshot}`,
    why: 'those who bring files in may take them out',
  })
  const written = await writeInProcess({
    file: snapshotFile(dataDir, record.snapshot),
    format,
    front: {
      council: council.name,
      asAt: record.asAt,
      loadedOn: dayInEngland(record.loadedAt),
      snapshot: record.snapshot,
      invented: council.demonstration,
    },
    lists,
  })
  return {
    snapshot: record.snapshot,
    asAt: record.asAt,
    fileName: `Annex_A_${record.asAt}.${format}`,
    lists: lists.map(({ number, rows }) => ({ list: number, rows })),
    ...written,
  }
}

async function recordOf(
  records: Records,
  { person }: Pass<'load:write'>,
  snapshot: string | null,
): Promise<SnapshotRecord> {
  if (snapshot === null) {
    const current = await currentSnapshot(records, person.council)
    if (!current) throw new Refused('Nothing has been loaded yet, so there is nothing to take out')
    return current
  }
  const found = await getSnapshot(records, person.council, snapshot)
  refuseDeleted(found)
  return found
}

/**
 * The lists and columns that the files had. One that they lacked stays away: blank, it would say that the council
 * looked and found none.
 */
async function carriedLists(
  records: Records,
  pass: Pass<'load:write'>,
  { snapshot, loadId }: SnapshotRecord,
) {
  const load = await sealedLoad(records, allow(pass.person, 'load:read'), loadId)
  const lists = (load?.summary.fills ?? []).flatMap(({ table, rows, fields }) => {
    const list = ANNEX_A_LISTS.find((list) => list.table === table)
    const columns = fields.filter(({ present }) => present).map(({ key }) => key)
    return list && columns.length > 0 ? [{ number: list.number, rows, columns }] : []
  })
  if (lists.length === 0)
    throw new Refused(`Snapshot ${snapshot} was not made from Annex A, so there is none to write`)
  const tooLong = lists.find(({ rows }) => rows > MAX_ROWS)
  if (tooLong) throw new Refused(`List ${tooLong.number} has more rows than one sheet of a workbook holds`)
  return lists
}

/** Every child in any list: the log can then say who was shown a child. */
const childrenListed = (sealed: SealedSnapshot): ChildQuestion<string[]> =>
  childQuestion(
    sealed,
    async (rows, { scope }, refuse) => {
      const lists = ANNEX_A_LISTS.filter(({ subject }) => subject === 'child_id')
      const found = await rows.all<{ child_id: string }>(
        lists.map(({ table }) => `select child_id from ${stagingTable(table)}`).join(' union '),
      )
      const children = found.map(({ child_id }) => child_id)
      const kept = children.filter((child) => isRestricted(scope, child))
      for (const child of kept) refuse(child)
      if (kept.length > 0)
        throw new Refused(
          `${describeWithheld(kept.length)} A whole workbook has every child: somebody named for each of them can take it out.`,
        )
      return children
    },
    (children) => children,
  )
