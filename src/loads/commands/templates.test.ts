import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../../../tests/support/annex-a-files.ts'
import { CAPTURE_TEMPLATES } from '../../standards/capture/templates.ts'
import { runCommandLine } from '../../cli/index.ts'

async function waymark(...words: string[]) {
  const said = { out: '', err: '' }
  const terminal = {
    out: (text: string) => void (said.out += text),
    say: (text: string) => void (said.err += text),
    progress: () => {},
  }
  const code = await runCommandLine(['node', 'waymark', ...words], terminal)
  return { code, ...said }
}

test('the templates are listed, and as JSON with every column', async () => {
  const { code, out } = await waymark('templates')
  expect(code).toBe(0)
  expect(out.split('\n')).toHaveLength(CAPTURE_TEMPLATES.length + 2)
  const listed = JSON.parse((await waymark('templates', '--json')).out) as Record<string, unknown>[]
  expect(listed.map(({ table }) => table)).toEqual(CAPTURE_TEMPLATES.map(({ name }) => `capture/${name}`))
  expect(listed.find(({ name }) => name === 'care-path')).toMatchObject({
    key: ['month_end_on'],
    columns: [
      { name: 'month_end_on', kind: 'day', required: true },
      { name: 'if_nothing_changed', kind: 'count' },
      { name: 'agreed_path', kind: 'count' },
    ],
  })
})

test('one template is written to fill in', async () => {
  const file = join(await testFolder(), 'care-path.csv')
  const { code, out } = await waymark('templates', 'care-path', '--out', file)
  expect([code, out]).toEqual([0, ''])
  expect(readFileSync(file, 'utf8')).toBe('\ufeffmonth_end_on,if_nothing_changed,agreed_path\r\n')
})

test('a template that there is none of exits 1, and a file for none of them is wrong usage', async () => {
  expect(await waymark('templates', 'no-such')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no template "no-such". There is contact-decisions') as string,
  })
  expect((await waymark('templates', '--out', 'all.csv')).code).toBe(2)
})
