import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { accessMigrations, allow, operator, readAccessLog } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { WrongUsage } from '../../platform/command/terminal.ts'
import { stoppedClock } from '../../platform/day.ts'
import type { CommandContext, Services } from '../../platform/room.ts'
import { recordMigrations } from '../../records/index.ts'
import { addMissingCommand } from './command.ts'
import { missingMigrations } from './migrations.ts'

/* One child of North back within the 72 hours and one past them, and one of South who is missing. */
const INSERT = `
  insert into person (child_key, person_id, dob) values (1, 'N1', '2000-01-15'), (2, 'N2', '2001-01-15'), (3, 'S1', '2001-01-15');
  insert into cla_periods (cla_id, child_key, start_date, team, worker) values
    ('c1', 1, '2014-01-15', 'North', 'SW-1'), ('c2', 2, '2014-01-15', 'North', 'SW-2'), ('c3', 3, '2014-01-15', 'South', 'SW-9');
  insert into missing_notifications
    (missing_notification_id, episode, child_key, missing_from, reported_at, reported_by, recorded_at, returned_at, file) values
    ('m1', 'ME-1', 1, '2015-01-29T21:00', '2015-01-29T23:00', 'carer', '2015-01-30T10:00', '2015-01-30T08:00', 'missing.csv'),
    ('m2', 'ME-2', 2, '2015-01-20T21:00', '2015-01-20T23:00', 'carer', '2015-01-21T10:00', '2015-01-21T08:00', 'missing.csv'),
    ('m3', 'ME-3', 3, '2015-01-30T21:00', '2015-01-30T23:00', 'home', null, null, 'missing.csv');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = { ...(await measured({ asAt: '2015-01-31', insert: INSERT }, 'mis-notified')), id: 'january' }
})

interface Told {
  asAt: string
  total: number
  episodes: Record<string, string | number | null>[]
}

/** Runs `waymark missing` over a store, and answers what it printed and said. */
async function missing(store: TestStore, ...words: string[]): Promise<{ out: string; said: string }> {
  let out = ''
  let said = ''
  const services = {
    records: store.records,
    clock: stoppedClock('2015-01-31'),
    pool: { current: () => Promise.resolve(snapshot) },
    council: { id: 'norchester', name: 'Norchester' },
    ask: () => Promise.resolve(['North', 'South']),
  } as unknown as Services
  const context = {
    open: (work: (services: Services) => Promise<number>) => work(services),
    terminal: { out: (text: string) => void (out += text), say: (text: string) => void (said += text) },
  } as unknown as CommandContext
  const program = new Command()
  addMissingCommand(program, context)
  await program.parseAsync(['missing', ...words], { from: 'user' })
  return { out, said }
}

onBothStores({ ...accessMigrations, ...recordMigrations, ...missingMigrations }, (open) => {
  describe('waymark missing', () => {
    test('gives each time with its clocks, missing now first, and unknown as null', async () => {
      const store = await open()
      const { asAt, total, episodes } = JSON.parse((await missing(store, '--json')).out) as Told
      expect([asAt, total]).toEqual(['2015-01-31', 3])
      expect(episodes.map(({ child_id, state }) => [child_id, state])).toEqual([
        ['S1', 'missing'],
        ['N1', 'running'],
        ['N2', 'past'],
      ])
      expect(episodes[0]).toMatchObject({ recorded_at: null, hours_to_record: null, limit: null, offers: 0 })
      expect(episodes[1]).toMatchObject({
        hours_to_record: 11,
        hours_missing: 11,
        limit: '2015-02-02T08:00',
        from: 'notifications file',
      })
      await store.close()
    })

    test('narrows by team and state, and writes in the access log the children that it printed', async () => {
      const store = await open()
      const { out } = await missing(store, '--team', 'North', '--state', 'past', '--csv')
      expect(out.trim().split('\r\n').slice(1)).toEqual([expect.stringMatching(/^N2,North,/)])
      const { entries } = await readAccessLog(
        store.records,
        allow(operator('norchester'), 'access-log:read'),
        1,
      )
      expect(entries.find(({ what }) => what === 'export')).toMatchObject({
        subject: 'missing children team:North state:past',
        why: 'read on the command line of the server',
        children: ['N2'],
      })
      const none = await missing(store, '--team', 'South', '--state', 'past')
      expect(none.said).toContain('No child was missing, of those asked for.')
      await store.close()
    })

    test('refuses a state and a team that there is not, with the nearest', async () => {
      const store = await open()
      await expect(missing(store, '--state', 'pats')).rejects.toThrow(WrongUsage)
      await expect(missing(store, '--state', 'pats')).rejects.toThrow('The nearest is past')
      await expect(missing(store, '--team', 'Nroth')).rejects.toThrow('The nearest is North')
      await store.close()
    })

    test('writes a workbook with the day of the figures', async () => {
      const store = await open()
      const folder = mkdtempSync(join(tmpdir(), 'waymark-missing-'))
      const file = join(folder, 'missing.xlsx')
      expect((await missing(store, '--xlsx', file)).said).toContain(`Written to ${file}`)
      const book = await readXlsx(readFileSync(file))
      expect(JSON.stringify(book.sheets)).toContain('N2')
      expect(JSON.stringify(book.sheets)).toContain('31 January 2015')
      rmSync(folder, { recursive: true })
      await store.close()
    })
  })
})
