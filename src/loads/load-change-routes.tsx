import { Hono } from 'hono'
import { allow, type Pass, type WebEnv } from '../access/index.ts'
import { sourceTable } from '../intake/index.ts'
import { NotFound } from '../platform/errors.ts'
import {
  conversionOf,
  CHANGE_KINDS,
  changeCounter,
  changedRows,
  childReader,
  countFileChanges,
  snapshotFile,
  tablesChanged,
  currentSnapshot,
  refuseDeleted,
  sealedLoad,
  snapshotBefore,
  type SnapshotRecord,
} from '../dataset/index.ts'
import { ChangedRowsPage, pagesOf, type LoadChanges } from './load-changes.tsx'
import type { LoadDeps } from './load-deps.ts'
import type { WaitingLoad } from './waiting-load.ts'

/** Counts are kept once they are made. */
export interface KnownChanges {
  /** Null when the council keeps no such load, or none before it. */
  since(pass: Pass<'load:read'>, loadId: string): Promise<(LoadChanges & { now: SnapshotRecord }) | null>
  /** What a load that waits would change, against the one in use. Null before the first. */
  ofWaiting(pass: Pass<'load:read'>, waiting: WaitingLoad): Promise<LoadChanges | null>
}

export function loadChanges({ records, dataDir }: LoadDeps): KnownChanges {
  const count = changeCounter(dataDir)
  return {
    async since(pass, loadId) {
      const load = await sealedLoad(records, pass, loadId)
      if (!load || load.snapshot.purgedAt !== null) return null
      const before = await snapshotBefore(records, pass.person.council, load.snapshot)
      return before && { now: load.snapshot, before, tables: await tablesChanged(load, before, count) }
    },
    async ofWaiting(pass, { facts, built }) {
      const before = await currentSnapshot(records, pass.person.council)
      if (!before) return null
      const counted = facts.sealed?.changes
      if (counted?.before === before.snapshot) return { before, tables: counted.tables }
      // Another load was put in use since this one was read.
      return {
        before,
        tables: await countFileChanges({ before: snapshotFile(dataDir, before.snapshot), now: built }),
      }
    },
  }
}

/** The rows behind each count of what a load changed, for those who may load files. Opening them is logged first. */
export const changeRoutes = ({ records, dataDir, clock }: LoadDeps, known: KnownChanges): Hono<WebEnv> =>
  new Hono<WebEnv>().get('/loads/:id/changes/:source/:table/:kind', async (c) => {
    const allowed = allow(c.var.person, 'load:write')
    const pass = allow(allowed.person, 'load:read')
    const load = await sealedLoad(records, pass, c.req.param('id'))
    if (load) refuseDeleted(load.snapshot)
    const changes = await known.since(pass, c.req.param('id'))
    const name = `${c.req.param('source')}/${c.req.param('table')}`
    const change = changes?.tables.find(({ table }) => table === name)
    const kind = CHANGE_KINDS.find((changeKind) => changeKind === c.req.param('kind'))
    if (!changes || !change || !kind) throw new NotFound('no such change')
    const page = Number(c.req.query('page') ?? 1)
    if (!Number.isInteger(page) || page < 1 || page > pagesOf(change[kind]))
      throw new NotFound('no such page')

    const { now: snapshot, before } = changes
    const { table } = change
    const { called, source } = sourceTable(table)
    const childId = conversionOf(source).childIdField(table)
    const pair = { before: before.snapshot, now: snapshot.snapshot }
    const rows = await childReader({ records, clock }, allowed).read(
      changedRows(dataDir, pair, { table, kind, page }, childId),
      {
        what: 'list',
        subject: `${kind} rows of ${called} in ${snapshot.loadId}`,
        why: 'compares loads',
      },
    )
    return c.html(
      <ChangedRowsPage
        frame={c.var.frame}
        snapshot={snapshot}
        before={before}
        change={change}
        kind={kind}
        rows={rows}
        page={page}
      />,
    )
  })
