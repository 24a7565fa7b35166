import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '../src/cli/index.ts'
import { norchesterFolder } from './support/demonstration.ts'
import { unzip } from './support/unzip.ts'

/**
 * Whole outputs of the demonstration council, word for word, in a folder of its own. When one is meant to change:
 * `npm run vitest -- run tests/worlds.test.ts --update`, and show the difference in review.
 */
let dataDir: string
let remove: () => void
beforeAll(async () => {
  ;({ dataDir, remove } = await norchesterFolder())
})
afterAll(() => remove?.())

async function waymark(...words: string[]): Promise<string> {
  let out = ''
  const terminal = { out: (text: string) => void (out += text), say: () => {}, progress: () => {} }
  expect(await runCommandLine(['node', 'waymark', '--data', dataDir, ...words], terminal)).toBe(0)
  return out
}

async function written(name: string, ...words: string[]): Promise<Buffer> {
  const file = join(dataDir, name)
  await waymark(...words, '--out', file)
  return readFileSync(file)
}

/** Ids are new in every installation: each is named by its kind and the order in which it comes. */
function withoutIds(text: string): string {
  const known = new Map<string, string>()
  return text.replaceAll(
    /\b([a-z]+)_[a-km-z2-9]{12}\b|\b\d{4}-\d\d-\d\d-[0-9a-f]{4}\b/g,
    (id, kind = id.slice(0, 10)) => {
      const name = known.get(id) ?? `${kind}-${known.size + 1}`
      known.set(id, name)
      return name
    },
  )
}

const kept = async (name: string, text: string): Promise<void> =>
  await expect(`${withoutIds(text).trim()}\n`).toMatchFileSnapshot(`./worlds/norchester/${name}`)

const pretty = (json: string): string => JSON.stringify(JSON.parse(json), null, 1)
const linesOf = (markup: string): string => markup.replaceAll(/></g, '>\n<')

test('the tracker, as other programs read it', async () => {
  await kept('tracker.json', pretty(await waymark('tracker', '--json')))
})

test('the report to the Board, as other programs read it, as a page and in Word', async () => {
  await kept('report.json', pretty(await waymark('report', '2015-02-10', '--format', 'json')))
  await kept(
    'report.html.txt',
    linesOf((await written('report.html', 'report', '2015-02-10', '--format', 'html')).toString('utf8')),
  )
  const word = unzip(await written('report.docx', 'report', '2015-02-10', '--format', 'docx'))
  const paragraphs = word
    .get('word/document.xml')!
    .toString('utf8')
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''))
  await kept('report.docx.txt', paragraphs.filter((text) => text !== '').join('\n'))
})

test('the plan, as it goes out and comes in', async () => {
  await kept('plan.csv', (await written('plan.csv', 'plan', 'export')).toString('utf8'))
})

test('the export of Annex A: each list by its columns, its rows counted and hashed', async () => {
  const book = read(await written('annex-a.xlsx', 'export'), { type: 'buffer', raw: true })
  const lists = book.SheetNames.map((name) => {
    const [header = '', ...rows] = utils.sheet_to_csv(book.Sheets[name]!, { blankrows: false }).split('\n')
    const hash = createHash('sha256').update(rows.join('\n')).digest('hex')
    return [name, header, `${rows.filter((row) => row !== '').length} rows, ${hash}`].join('\n')
  })
  await kept('annex-a.txt', lists.join('\n\n'))
})
