import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '../src/cli/index.ts'

/**
 * A data folder that an earlier version left: the records of the demonstration as they were in November 2026, without
 * passwords, loads and the access log. Never renewed: a later version must open what people have.
 */
const earlier = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'worlds/earlier', name), 'utf8')

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'waymark-earlier-'))
  const store = new DatabaseSync(join(dataDir, 'records.sqlite'))
  store.exec(`begin; ${earlier('records-2026-11.sql')} commit`)
  store.close()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function waymark(...words: string[]): Promise<string> {
  let out = ''
  const terminal = { out: (text: string) => void (out += text), say: () => {}, progress: () => {} }
  expect(await runCommandLine(['node', 'waymark', '--data', dataDir, ...words], terminal)).toBe(0)
  return out
}

test('an earlier folder opens, and its plan is there to the letter, with its history', async () => {
  expect((await waymark('plan', 'export')).trimEnd()).toBe(earlier('plan-2026-11.csv').trimEnd())
})

test('an earlier folder is sound after the upgrade, table by table', async () => {
  const { ok, checks } = JSON.parse(await waymark('check', '--json')) as {
    ok: boolean
    checks: { check: string; ok: boolean }[]
  }
  expect([ok, checks.filter((check) => !check.ok)]).toEqual([true, []])
  expect(checks.map(({ check }) => check)).toContain('plan-tables')
})

test('its people are all there', async () => {
  expect(JSON.parse(await waymark('people', 'list', '--json'))).toHaveLength(14)
})
