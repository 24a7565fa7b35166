import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { demonstrationPeople } from '../src/access/index.ts'
import { runCommandLine } from '../src/cli/index.ts'
import { openWaymark, type Waymark } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { silentLog } from '../src/platform/log.ts'
import { webApp } from '../src/web/index.ts'
import { norchester } from './support/demonstration.ts'
import { visitorOf, type Visitor } from './support/visitor.ts'

/** From an empty folder to a council that can be worked in. */

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'waymark-first-'))
  vi.stubEnv('WAYMARK_PASSWORD', 'three plain words')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true, force: true })
})

async function waymark(...words: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const terminal = { out: () => {}, say: (text: string) => void (said += `${text}\n`), progress: () => {} }
  const code = await runCommandLine(['node', 'waymark', '--data', dataDir, ...words], terminal)
  return { code, said }
}

const INIT = ['init', '--name', 'Southby Council', '--code', '352', '--email', 'admin@southby.example']

async function inside(work: (waymark: Waymark) => Promise<void>): Promise<void> {
  const opened = await openWaymark(readConfig({ data: dataDir }, {}), silentLog)
  try {
    await work(opened)
  } finally {
    await opened.close()
  }
}

test('an empty folder becomes a council with an administrator, who sees what is to be done first', async () => {
  const { code, said } = await waymark(...INIT)
  expect([code, said]).toEqual([0, expect.stringContaining('Southby Council is set up') as string])
  await inside(async (opened) => {
    expect(opened.council).toMatchObject({ name: 'Southby Council', authorityCode: '352' })
    const visitor = visitorOf(await webApp(opened))
    await visitor.get('/sign-in')
    await visitor.post('/sign-in', { email: 'admin@southby.example', password: 'three plain words' })
    expect(await visitor.read('/people')).toContain('href="/first-steps"')
    const page = await visitor.read('/first-steps')
    expect(page).toContain('1 of 6 steps are done.')
    expect(page).toContain('Next: open accounts.')
  })
})

test('a folder that is set up already is left as it is', async () => {
  await waymark(...INIT)
  const again = await waymark('init', '--name', 'Another', '--email', 'other@southby.example')
  expect(again.code).toBe(1)
  expect(again.said).toContain('set up already, for Southby Council, with one account')
  await inside((opened) => Promise.resolve(expect(opened.council.name).toBe('Southby Council')))
})

test('nothing is set up when the address or the password will not do', async () => {
  expect((await waymark('init', '--name', 'Southby', '--email', 'no address')).code).toBe(2)
  vi.stubEnv('WAYMARK_PASSWORD', 'short')
  const short = await waymark(...INIT)
  expect([short.code, short.said]).toEqual([2, expect.stringContaining('12 characters') as string])
  await inside((opened) => Promise.resolve(expect(opened.council.name).not.toBe('Southby Council')))
})

async function manager(opened: Waymark): Promise<Visitor> {
  const visitor = visitorOf(await webApp(opened))
  const people = await demonstrationPeople(opened.records, opened.council)
  const { person } = people.find((account) => account.person.role === 'programme_manager')!
  await visitor.get('/demonstration')
  await visitor.post('/demonstration', { person: person.id })
  return visitor
}

test('every target of the tracker is set on one form, and what is wrong is said without losing the rest', async () => {
  const opened = await norchester()
  try {
    const visitor = await manager(opened)
    expect(await visitor.read('/first-steps')).toContain('Waymark is ready to use.')
    const page = await visitor.read('/tracker/targets')
    const fields = Object.fromEntries(
      [...page.matchAll(/name="((?:target\.|target_by-)[^"]+)"[^>]*?(?:value="([^"]*)")?[^>]*>/g)].map(
        ([tag, name]) => [name!, / value="([^"]*)"/.exec(tag)?.[1] ?? ''],
      ),
    )
    const rates = Object.keys(fields).filter((name) => name.startsWith('target.'))
    expect(rates.length).toBeGreaterThan(10)
    const field = 'target.as-child-seen.seen' in fields ? 'target.as-child-seen.seen' : rates[0]!
    const wrong = await visitor.post('/tracker/targets', { ...fields, [field]: 'most of them' })
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(html).toContain('Enter the target as a number')
    expect(html).toContain('value="most of them"')
    const set = {
      ...fields,
      [field]: '95',
      'target_by-day': '31',
      'target_by-month': '3',
      'target_by-year': '2016',
    }
    expect((await visitor.post('/tracker/targets', set)).headers.get('Location')).toBe('/tracker')
    expect(await visitor.read('/tracker/targets')).toMatch(new RegExp(`name="${field}"[^>]*value="95"`))
    expect((await visitor.post('/tracker/targets', { [field]: '1' })).status).toBe(422)
  } finally {
    await opened.close()
  }
})
