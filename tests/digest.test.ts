import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GIVEN_ROLES } from '../src/access/index.ts'
import { sendWeek } from '../src/board/digest/digest-job.ts'
import { chooseMail, claimWeek, releaseWeek, wantsMail } from '../src/board/digest/digest-store.ts'
import { boardMigrations } from '../src/board/migrations.ts'
import { mailSettings } from '../src/platform/config.ts'
import { stoppedClock } from '../src/platform/day.ts'
import { councilWorld, type CouncilWorld } from './support/council-world.ts'
import { mailServer } from './support/mail-server.ts'
import { onBothStores } from './support/stores.ts'

/** Everybody's week: what changed, what is due, and the same counts by e-mail. */

let world: CouncilWorld
beforeAll(async () => {
  world = await councilWorld()
})
afterAll(() => world.close())

const signal = new AbortController().signal
const at = (day: Parameters<typeof stoppedClock>[0]) => ({ ...world.services, clock: stoppedClock(day) })
const settingsOf = (server: string) => ({
  server,
  from: 'waymark@norchester.example',
  address: 'https://waymark.norchester.example',
})
const UNNAMED = /N20417|S90001|c-[0-9a-f]{16}/

test.each(GIVEN_ROLES)('%s: the week opens, names no child, and every line leads somewhere', async (role) => {
  const visitor = await world.visitor(role)
  const page = await visitor.read('/digest')
  expect(page).toContain('Your week')
  expect(page).not.toMatch(UNNAMED)
  const main = /<main[\s\S]*<\/main>/.exec(page)![0]
  for (const [, href] of main.matchAll(/href="(\/[^"#]*)/g))
    expect((await visitor.get(href!.replaceAll('&amp;', '&'))).status, href).toBe(200)
})

test('without a mail server nothing is sent, and the page says so', async () => {
  expect(mailSettings({})).toBeNull()
  expect(await (await world.visitor('team_manager')).read('/digest')).toContain('No mail server is set')
})

test('settings that are half given are refused in words', () => {
  expect(() => mailSettings({ WAYMARK_SMTP: 'smtp://mail' })).toThrow('WAYMARK_MAIL_FROM')
  expect(() =>
    mailSettings({ WAYMARK_SMTP: 'http://mail', WAYMARK_MAIL_FROM: 'a@b', WAYMARK_ADDRESS: 'x' }),
  ).toThrow('smtp://')
})

test('once a week each person is sent counts and one link, and no child', async () => {
  const mail = await mailServer((to) => to.startsWith('director@'))
  const { records } = world
  const manager = await personOf('team_manager')
  await chooseMail(records, manager, false)
  try {
    expect(await sendWeek(at('2015-02-09'), settingsOf(mail.address), signal)).toBeGreaterThan(0)
    const letters = mail.received.filter(({ to }) => to.length > 0)
    expect(letters.map(({ to }) => to.join())).toContain('social_worker@norchester.example')
    expect(letters.map(({ to }) => to.join())).not.toContain('team_manager@norchester.example')
    for (const { text } of letters) {
      expect(text).not.toMatch(UNNAMED)
      expect(text.match(/https?:\/\/\S+/g)).toEqual(['https://waymark.norchester.example/digest'])
    }
    const count = mail.received.length
    expect(await sendWeek(at('2015-02-10'), settingsOf(mail.address), signal)).toBe(0)
    expect(mail.received.length).toBe(count)
    expect(await sendWeek(at('2015-02-16'), settingsOf(mail.address), signal)).toBeGreaterThan(0)
  } finally {
    await mail.close()
  }
})

async function personOf(role: string) {
  const row = await world.records
    .selectFrom('person')
    .select(['id', 'council_id'])
    .where('council_id', '=', 'norchester')
    .where('email', '=', `${role}@norchester.example`)
    .executeTakeFirstOrThrow()
  return { id: row.id, council: row.council_id }
}

onBothStores(boardMigrations, (open) => {
  describe('what is kept of the weekly e-mails', () => {
    test('a week is taken on once, and again when it could not be sent', async () => {
      const store = await open()
      const [clock, who] = [stoppedClock('2015-02-09'), { id: 'per_1', council: 'norchester' }]
      expect(await claimWeek(store.records, clock, who, '2015-02-09')).toBe(true)
      expect(await claimWeek(store.records, clock, who, '2015-02-09')).toBe(false)
      await releaseWeek(store.records, who, '2015-02-09')
      expect(await claimWeek(store.records, clock, who, '2015-02-09')).toBe(true)
      await store.close()
    })

    test('it is wanted until somebody says otherwise', async () => {
      const store = await open()
      const who = { id: 'per_1', council: 'norchester' }
      expect(await wantsMail(store.records, who)).toBe(true)
      await chooseMail(store.records, who, false)
      expect(await wantsMail(store.records, who)).toBe(false)
      await chooseMail(store.records, who, true)
      expect(await wantsMail(store.records, who)).toBe(true)
      await store.close()
    })
  })
})
