import { buffer } from 'node:stream/consumers'
import { read as readOds } from '@e965/xlsx'
import { readXlsx } from 'hucre'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sharedFolder } from '../../../tests/support/annex-a-files.ts'
import {
  annexAFiles,
  loadMigrations,
  loadWorld,
  onRecord,
  type LoadWorld,
} from '../../../tests/support/load-world.ts'
import { sqliteStore, type TestStore } from '../../../tests/support/stores.ts'
import {
  allow,
  commandLine,
  operator,
  readAccessLog,
  restrictChild,
  type Role,
  type WebEnv,
} from '../../access/index.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import type { ExportFormat } from './export-book.ts'
import { exportAnnexA, type ExportDeps } from './export.ts'
import { exportRoutes } from '../../loads/export-routes.tsx'
import { load } from '../../loads/load.ts'
import { openSnapshotPool } from '../snapshots/snapshot-pool.ts'

let store: TestStore
let world: LoadWorld
let deps: ExportDeps

async function open(dataDir?: string): Promise<void> {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store, 'norchester', dataDir)
  deps = { ...world.deps, pool: openSnapshotPool(world.deps.dataDir, store.records) }
}
async function close(): Promise<void> {
  deps?.pool.close()
  await store?.close()
}

/** A referral of July, which summer time must not move; a team that a spreadsheet would run; a cell no one can read. */
const loaded = async () =>
  await load(world.deps, world.pass, {
    paths: await annexAFiles({
      3: [
        {
          'Child Unique ID': '0071',
          Gender: 'b) Female',
          Ethnicity: 'a) WBRI',
          'Date of Birth': '04/03/2008',
          'Date of referral': '03/07/2014',
          'Referral Source': 'who knows',
          'Allocated Team': '=1+1',
          'Allocated Worker': '@SW-118',
        },
        { 'Child Unique ID': '0072', 'Date of referral': '13/01/2015', 'Referral Source': '6' },
      ],
      11: [],
    }),
  })

const taken = async (format: ExportFormat, snapshot: string | null = null): Promise<Buffer> =>
  await buffer((await exportAnnexA(deps, world.pass, format, snapshot)).content)

const entries = async () =>
  (await readAccessLog(store.records, allow(operator('norchester'), 'access-log:read'), 1)).entries

/** The first row of a child on sheet List_3, by its headers. */
const firstChild = (rows: readonly (readonly unknown[])[]) =>
  Object.fromEntries(rows[1]!.map((header, column) => [String(header), rows[2]?.[column] ?? null]))

const AS_PUBLISHED = {
  'Child Unique ID': '0071',
  Gender: 'b) Female',
  Ethnicity: 'a) WBRI',
  'Date of Birth': new Date('2008-03-04T00:00:00Z'),
  'Date of referral': new Date('2014-07-03T00:00:00Z'),
  'Referral Source': null,
  'Allocated Team': '=1+1',
  'Allocated Worker': '@SW-118',
}

describe('what is taken out', () => {
  let loadId: string

  beforeAll(async () => {
    await open(await sharedFolder())
    ;({ loadId } = await loaded())
  })
  afterAll(close)

  test('a workbook has the lists that were loaded, codes as published, days as days, and no formula', async () => {
    const { sheets } = await readXlsx(await taken('xlsx'))
    expect(sheets.map(({ name }) => name)).toEqual(['Front_Sheet', 'List_3', 'List_11'])
    const list = sheets[1]!
    expect(list.rows[0]![0]).toBe('List 3: Referrals. Your council, as at 31 January 2015.')
    expect(firstChild(list.rows)).toMatchObject(AS_PUBLISHED)
    expect([...(list.cells ?? new Map()).values()].filter((cell) => cell.formula !== undefined)).toEqual([])
    expect(list.rows).toHaveLength(4)
  })

  test('an .ods has the same, in summer time too', async () => {
    const book = readOds(await taken('ods'), { type: 'buffer', dense: true, cellDates: true, UTC: true })
    expect(book.SheetNames).toEqual(['Front_Sheet', 'List_3', 'List_11'])
    const cells = book.Sheets['List_3']!['!data']!
    expect(firstChild(cells.map((row) => row.map((cell) => cell?.v ?? null)))).toMatchObject(AS_PUBLISHED)
    expect(cells.flat().filter((cell) => cell?.f !== undefined)).toEqual([])
  })

  test('the data team takes a load out as a file; those who may not load may not', async () => {
    const ask = (role: Role, file: string, council = 'norchester') =>
      new Hono<WebEnv>()
        .use(async (c, next) => {
          c.set('person', { ...operator(council), id: role, name: role, role })
          await next()
        })
        .route('/data', exportRoutes(deps))
        .onError((error, c) => {
          if (error instanceof NotAllowed) return c.text('not allowed', 403)
          if (error instanceof NotFound) return c.text('not found', 404)
          throw error
        })
        .request(`/data/loads/${loadId}/${file}`)
    const answer = await ask('data_team', 'annex-a.xlsx')
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="Annex_A_2015-01-31.xlsx"')
    const bytes = await answer.arrayBuffer()
    expect(answer.headers.get('Content-Length')).toBe(String(bytes.byteLength))
    expect((await readXlsx(new Uint8Array(bytes))).sheets).toHaveLength(3)
    expect((await ask('head_of_service', 'annex-a.xlsx')).status).toBe(403)
    expect((await ask('data_team', 'annex-a.csv')).status).toBe(404)
    expect((await ask('data_team', 'annex-a.xlsx', 'easton')).status).toBe(404)
  })
})

describe('what is written down', () => {
  beforeEach(() => open())
  afterEach(close)

  test('the access log names every child of the snapshot before a byte is answered', async () => {
    const { snapshot } = await loaded()
    const { content } = await exportAnnexA(deps, world.pass, 'xlsx')
    expect(await entries()).toEqual([
      expect.objectContaining({
        what: 'export',
        subject: `Annex A of snapshot ${snapshot}`,
        children: ['0071', '0072'],
      }),
    ])
    content.destroy()
  })

  test('a workbook with a restricted child is refused to somebody who is not named, and the log says so', async () => {
    await loaded()
    const keeper = allow(operator('norchester'), 'restrictions:write')
    const from = world.deps.clock.today()
    await restrictChild(store.records, world.deps.clock, keeper, {
      child: '71',
      reason: 'Staff',
      from,
      people: [],
    })
    const pass = allow(await commandLine(store.records, 'norchester', from), 'load:write')
    await expect(exportAnnexA(deps, pass, 'xlsx')).rejects.toThrow('1 child’s record is restricted')
    expect(await entries()).toContainEqual(expect.objectContaining({ what: 'refused', children: ['0071'] }))
    expect((await entries()).filter(({ what }) => what === 'export')).toEqual([])
  })

  test('what is not there cannot be taken out, and nothing is logged', async () => {
    await expect(taken('xlsx')).rejects.toThrow('Nothing has been loaded yet')
    const { snapshot } = await loaded()
    await expect(taken('xlsx', 'none')).rejects.toThrow('There is no snapshot "none"')
    const theirs = allow(operator('easton'), 'load:write')
    await expect(exportAnnexA(deps, theirs, 'xlsx', snapshot)).rejects.toThrow(NotFound)
    await onRecord(world, 'without-annex-a', '2015-01-31')
    await expect(taken('ods', 'without-annex-a')).rejects.toThrow('was not made from Annex A')
    expect(await entries()).toEqual([])
  })
})
