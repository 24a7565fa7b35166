import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  councillorVisit,
  visitMigrations,
  type CouncillorVisit,
} from '../../tests/support/councillor-visit.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { allow, operator, type WebEnv } from '../access/index.ts'
import { addDays, stoppedClock } from '../platform/day.ts'
import { applyImport, previewImport } from './import-preview.ts'
import { readFileTable, recordsCsv, recordsWorkbook } from './record-file.ts'
import { recordRoutes } from './record-routes.tsx'
import { addRecord, listRecords, recordTransaction } from './record-store.ts'

const clock = stoppedClock('2015-02-05')
const pass = allow(operator('norchester'), 'plan:write')
const bytes = (text: string) => new TextEncoder().encode(text)
const VISIT = {
  ref: '007',
  visitedOn: '2015-01-30',
  plannedOn: null,
  team: 'North 1',
  outcome: 'good',
  seen: 4,
  cost: 1250,
  notes: '=not a formula',
} as const

/** Any text that a form could have kept: trimmed, with line ends as we keep them, and no control characters. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  // oxlint-disable-next-line no-control-regex -- no workbook holds them
  .map((text) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '').trim())
  .filter((text) => text !== '')
const visits = fc.record({
  ref: fc.oneof(words, fc.stringMatching(/^0\d{1,5}$/), fc.stringMatching(/^\d{16}$/)),
  visitedOn: fc.integer({ min: -3000, max: 0 }).map((days) => addDays('2015-02-05', days)),
  plannedOn: fc.option(fc.integer({ min: -3000, max: 3000 }).map((days) => addDays('2015-02-05', days))),
  team: fc.oneof(words, fc.constantFrom('=1+1', "'=x", "''-y", '-', '+44', '@home', '1/2', 'TRUE', '1e5')),
  outcome: fc.constantFrom('good', 'mixed', 'worrying'),
  seen: fc.option(fc.integer({ min: 0, max: 500 })),
  cost: fc.option(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 })),
  notes: fc.oneof(
    words,
    fc.tuple(words, words).map((lines) => lines.join('\n')),
    fc.constant(''),
  ),
})

const asRecord = (values: Omit<CouncillorVisit, 'id' | 'version'>, index: number): CouncillorVisit => ({
  id: `vis_${index}`,
  ...values,
  version: index + 1,
})

test('any records survive the journey through CSV and through Excel', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(visits, { minLength: 1, maxLength: 5 }), async (drafts) => {
      const records = drafts.map(asRecord)
      for (const file of [
        bytes(recordsCsv(councillorVisit, records)),
        await recordsWorkbook(councillorVisit, records),
      ]) {
        const table = await readFileTable(file)
        if (!table.ok) throw new Error(JSON.stringify(table.errors))
        const { columns, rows } = table.value
        const read = rows.map(({ cells }) =>
          Object.fromEntries(
            Object.entries(councillorVisit.fields).map(([property, field]) => {
              const column = columns.indexOf(
                property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
              )
              return [property, field.typed.parse(cells[column] ?? '')]
            }),
          ),
        )
        expect(read).toEqual(records.map(({ id: _id, version: _version, ...values }) => values))
      }
    }),
    { numRuns: 60 },
  )
})

test('in a workbook days are dates and codes stay text', async () => {
  const file = await recordsWorkbook(councillorVisit, [asRecord(VISIT, 0)])
  const { sheets } = await readXlsx(file)
  const row = sheets[0]!.rows[1]!
  expect(row.slice(2)).toEqual([
    '007',
    new Date('2015-01-30T00:00:00Z'),
    null,
    'North 1',
    'good',
    4,
    12.5,
    '=not a formula',
  ])
})

onBothStores(visitMigrations, (open) => {
  let store: TestStore
  let id: string
  beforeEach(async () => {
    store = await open()
    id = await recordTransaction(store.records, pass, clock, councillorVisit, (held) =>
      addRecord(held, councillorVisit, VISIT),
    )
  })
  afterEach(() => store.close())

  const preview = async (file: Uint8Array) => {
    const table = await readFileTable(file)
    if (!table.ok) throw new Error(JSON.stringify(table.errors))
    return previewImport(store.records, pass, councillorVisit, clock, table.value)
  }
  const list = () => listRecords(store.records, pass, councillorVisit)

  test('a download sent back says that nothing changes', async () => {
    for (const file of [
      bytes(recordsCsv(councillorVisit, await list())),
      await recordsWorkbook(councillorVisit, await list()),
    ]) {
      expect(await preview(file)).toMatchObject({ added: [], changed: [], refused: [], unchanged: 1 })
    }
  })

  test('what Excel does to a CSV file, days turned round and zeros lost, changes nothing', async () => {
    const mangled = `id,version,ref,visited_on,team,outcome,seen,cost\n${id},1,7,30/01/2015,North 1,Good,4,12.5\n`
    expect(await preview(bytes(mangled))).toMatchObject({
      changed: [],
      refused: [],
      unchanged: 1,
      mended: [{ row: 2, what: 'Reference is 7 in the file and is left as 007' }],
    })
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'Visits',
          rows: [
            ['id', 'ref', 'visited_on'],
            [id, 7, new Date('2015-01-30T00:00:00Z')],
          ],
        },
      ],
    })
    expect(await preview(workbook)).toMatchObject({ unchanged: 1, mended: [{ row: 2 }] })
  })

  test('new, changed, unknown and refused are told apart before anything changes, and then brought in at once', async () => {
    const file = [
      'id,version,ref,Day of the visit,team,outcome,cost,colour,change_reason',
      `${id},1,007,2015-01-29,North 2,good,12.50,red,Snow`,
      ',,008,2015-01-31,South,mixed,,blue,',
      ',,009,2015-02-30,South,mixed,,,',
      ',,008,2015-01-31,South,mixed,,,',
      'vis_none,,010,2015-01-31,South,mixed,,,',
      `${id},1,007,2015-01-30,North 3,good,12.50,,`,
    ].join('\r\n')
    const found = await preview(bytes(file))
    expect(found.unknownColumns).toEqual(['colour'])
    expect(found.changed.map(({ row, differences }) => [row, differences])).toEqual([
      [
        2,
        [
          { field: 'visited_on', was: '2015-01-30', now: '2015-01-29' },
          { field: 'team', was: 'North 1', now: 'North 2' },
        ],
      ],
    ])
    expect(found.added.map(({ row, draft }) => [row, draft.ref, draft.seen])).toEqual([[3, '008', null]])
    expect(found.refused).toEqual([
      { row: 4, why: 'Day of the visit must be a real day, like 30 April 2015' },
      { row: 5, why: '008 is another visit: give this one another reference' },
      { row: 6, why: 'There is no visit by a councillor vis_none: leave its id empty to add a new one' },
      { row: 7, why: 'It is here twice, first in row 2: keep one' },
    ])
    expect(await list()).toHaveLength(1)

    await recordTransaction(store.records, pass, clock, councillorVisit, (held) =>
      applyImport(held, councillorVisit, found),
    )
    expect((await list()).map(({ ref, team }) => `${ref} ${team}`).sort()).toEqual([
      '007 North 2',
      '008 South',
    ])
  })

  test('a row from an older download, or one that moves without its reason, is refused', async () => {
    const old = await preview(bytes(`id,version,team\n${id},0,South\n`))
    expect(old.refused[0]?.why).toContain('Somebody changed this visit by a councillor')
    const silent = await preview(bytes(`id,visited_on\n${id},2015-01-29\n`))
    expect(silent.refused[0]?.why).toBe('Say why the day of the visit changes, in the column change_reason')
  })

  test('by the pages: a file is looked at, confirmed, and looked at again when the records moved between', async () => {
    const app = new Hono<WebEnv>()
    app.use(async (c, next) => {
      c.set('person', operator('norchester'))
      c.set('frame', {
        councilName: 'Norchester City Council',
        brandColour: '#0b4a4f',
        person: { name: 'Manager', roleTitle: 'Manager' },
        sections: [],
        demonstration: false,
        asAt: null,
        loadedOn: null,
        today: '2015-02-05',
        csrf: 'proof',
      })
      await next()
    })
    app.route('/visits', recordRoutes(councillorVisit, { records: store.records, clock, at: '/visits' }))
    const send = async (path: string, parts: Record<string, string | File>) => {
      const body = new FormData()
      for (const [name, part] of Object.entries(parts)) body.set(name, part)
      const response = await app.request(path, { method: 'POST', body })
      return { status: response.status, text: await response.text() }
    }
    const refusals = [
      [new File([], ''), 'Choose a file'],
      [new File([], 'visits.csv'), 'The file is empty'],
      [
        new File(['shoe,size\nleft,9\n'], 'visits.csv'),
        'No column of the file is one that visits by councillors',
      ],
    ] as const
    for (const [sent, why] of refusals) {
      const { status, text } = await send('/visits/import', { file: sent })
      expect([status, text]).toEqual([422, expect.stringContaining(why)])
    }
    const start = await (await app.request('/visits/import')).text()
    expect(start).toContain('href="/visits/records.csv"')
    expect(start).toContain('Cost, in pounds: 1250.50')
    const file = new File(['id,team\n', `${id},"South, new"\n,\n`], 'visits.csv')
    const looked = await send('/visits/import', { file })
    expect(looked.status).toBe(200)
    expect(looked.text).toContain('0 new, 1 changed, 0 as they are.')
    expect(looked.text).toContain('007. Team: South, new; it was North 1')
    expect(looked.text).toContain('1 row without a version: if somebody changed that record')
    const versioned = new File(['id,version,team\n', `${id},1,South\n`], 'visits.csv')
    expect((await send('/visits/import', { file: versioned })).text).not.toContain('without a version')
    const hidden = (name: string) =>
      looked.text
        .match(new RegExp(`name="${name}" value="([^"]*)"`))![1]!
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
    const confirmation = { table: hidden('table'), seen: hidden('seen') }
    const forged = await send('/visits/import/confirm', { ...confirmation, seen: 'another' })
    expect(forged.status).toBe(409)
    expect(forged.text).toContain('changed while you looked')
    expect((await list())[0]).toMatchObject({ team: 'North 1' })
    expect((await send('/visits/import/confirm', confirmation)).status).toBe(303)
    expect((await list())[0]).toMatchObject({ team: 'South, new' })
    expect((await send('/visits/import', { file: new File(['PK\u0003'], 'x.xlsx') })).text).toContain(
      'This is not a CSV or an Excel file that we can read',
    )
    expect((await send('/visits/import/confirm', { table: '{', seen: '' })).status).toBe(422)
  })
})
