import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommandLine } from '../../cli/index.ts'

async function waymark(...words: string[]): Promise<{ code: number; said: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-from-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  let said = ''
  const take = (text: string) => void (said += `${text}\n`)
  const terminal = { out: take, say: take, progress: () => {} }
  const code = await runCommandLine(['node', 'waymark', '--data', dataDir, ...words], terminal)
  return { code, said }
}

test('an address that is none is wrong usage, and is not repeated', async () => {
  const { code, said } = await waymark('import', '--from', 'mysql://reader:s3cret@dbhost/council')
  expect(code).toBe(2)
  expect(said).toContain('--from: Enter the address of a database as postgres://user@host/database')
  expect(said).not.toContain('s3cret')
})

test('without files and without a database there is nothing to bring in', async () => {
  const { code, said } = await waymark('import')
  expect(code).toBe(2)
  expect(said).toContain('Name the files or folders to bring in, or a database with --from')
})
