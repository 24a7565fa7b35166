import { appendFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { beginBuild, openStaging, setStore } from '../src/dataset/index.ts'
import { readFiles, SetReading, SOURCE_TABLES } from '../src/intake/index.ts'
import { addDays } from '../src/platform/day.ts'
import { csvText, filesWith } from './support/annex-a-files.ts'
import { readBySets, readCarefully } from './support/both-ways.ts'
import { messyRows, messyText, seeded } from './support/messy-csv.ts'

/** How many of the tables were read by sets. */
async function expectTheSame(paths: readonly string[], what: string): Promise<number> {
  const { bySets, ...sets } = await readBySets(paths)
  const careful = await readCarefully(paths)
  expect(sets.report, what).toEqual(careful.report)
  expect(sets.tables, what).toEqual(careful.tables)
  return bySets
}

const NAMES = ['2015-01-31', '2014-12-31', '2013', 'extract', '']

/** One to four files of two tables, which may hold the same rows. */
function messyFiles(seed: number): Record<string, string | Uint8Array> {
  const pick = seeded(seed)
  const first = pick(SOURCE_TABLES.length)
  const tables = [first, (first + 1) % SOURCE_TABLES.length].map((index) => SOURCE_TABLES[index]!)
  const files: Record<string, string | Uint8Array> = {}
  const count = 1 + pick(4)
  for (let file = 0; file < count; file += 1) {
    const table = tables[pick(tables.length)]!
    const text = messyText(messyRows(table, 5 + pick([60, 300][pick(2)]!), pick), pick)
    const name = `${table.name.replaceAll(/[^\w]+/g, ' ')} ${NAMES[pick(NAMES.length)]} ${file}.csv`
    files[name] = pick(12) === 0 ? Buffer.from(text, 'latin1') : text
  }
  return files
}

test('whatever is in CSV files, reading them by sets keeps and tells what reading every row does', async () => {
  const [from, runs] = [Number(process.env['SEED'] ?? 1), Number(process.env['RUNS'] ?? 10)]
  let bySets = 0
  for (let seed = from; seed < from + runs; seed += 1)
    bySets += await expectTheSame(await filesWith(messyFiles(seed)), `seed ${seed}`)
  expect(bySets).toBeGreaterThan(runs / 2)
}, 600_000)

const CONTACTS = ['Child Unique ID', 'Gender', 'Date of Birth', 'Date of Contact', 'Contact Source']
const contact = (child: number, source = 'e) 2A: Schools'): string[] => [
  `C${child}`,
  'b) Female',
  '01/02/2010',
  '05/01/2015',
  source,
]
const CLEAN = [CONTACTS, ...Array.from({ length: 30 }, (_, child) => contact(child))]

test.each([
  ['a row with fewer cells', csvText(CLEAN).replace('C7,', '')],
  ['a row with more cells', csvText(CLEAN).replace('C7,', 'C7,x,')],
  ['two line ends', csvText(CLEAN).replace('Schools\r\n', 'Schools\n')],
  ['an empty line', csvText(CLEAN).replace('\r\n', '\r\n\r\n')],
  ['a quotation mark within a cell', csvText(CLEAN).replace('C7,', 'C"7,')],
  ['text after a quoted cell', csvText(CLEAN).replace('C7,', '"C"7,')],
  ['a quotation mark that is never closed', csvText(CLEAN).replace('C7,', '"C7,')],
  ['another encoding', Buffer.from(csvText([...CLEAN, contact(99, 'é')]), 'latin1')],
  ['UTF-16', Buffer.from(`\ufeff${csvText(CLEAN)}`, 'utf16le')],
  ['a row that is too long', csvText([...CLEAN, contact(99, 'x'.repeat(300_000))])],
])('a file with %s is read row by row', async (_, content) => {
  expect(await expectTheSame(await filesWith({ 'List 1.csv': content }), 'irregular')).toBe(0)
})

test('a regular file is read by sets, with line breaks in its cells, a title and a name that is a pattern', async () => {
  const rows = [...CLEAN, contact(98, 'two\r\nlines'), contact(99, 'a "quoted", word')]
  const text = `\ufeff"As at 31 January 2015, and no later"\r\n${csvText(rows)}`
  expect(await expectTheSame(await filesWith({ 'List 1.csv': text }), 'regular')).toBe(1)
  expect(await expectTheSame(await filesWith({ 'List 1 [a].csv': text }), 'pattern')).toBe(0)
})

test('what is found in every row is counted, and kept in full as often as ever', async () => {
  const rows = Array.from({ length: 900 }, (_, child) => contact(child, child % 3 === 0 ? 'Schools' : ''))
  const paths = await filesWith({ 'List 1.csv': csvText([CONTACTS, ...rows.map((row) => row.with(1, 'F'))]) })
  expect(await expectTheSame(paths, 'counted')).toBe(1)
  const { report } = await readBySets(paths)
  expect(report.problemCounts.find(({ code }) => code === 'code-alone')).toMatchObject({ count: 900 })
})

test('rows of a later file are compared with those read by sets before, whichever way the later one is read', async () => {
  const older = csvText([CONTACTS, ...Array.from({ length: 20 }, (_, child) => contact(child))])
  const newer = csvText([CONTACTS, contact(3), contact(4).with(1, 'a) Male'), contact(50)])
  const files = { 'List 1 2015-01-31.csv': newer, 'List 1 2014-12-31.csv': older }
  expect(await expectTheSame(await filesWith(files), 'both by sets')).toBe(2)
  const irregular = { ...files, 'List 1 2014-12-31.csv': older.replace('\r\n', '\r\n\r\n') }
  expect(await expectTheSame(await filesWith(irregular), 'row by row after sets')).toBe(1)
  const { report } = await readBySets(await filesWith(files))
  expect(report.problemCounts.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['row-repeated', 'row-superseded']),
  )
})

test('rows stay in the order of the file, whatever days they hold or lack', async () => {
  const rows = Array.from({ length: 6000 }, (_, row) => {
    const day = addDays('2003-01-01', (row * 7919) % 4300)
    return contact((row * 104_729) % 5000)
      .with(2, row % 10 === 0 ? '' : day)
      .with(3, addDays(day, row % 60))
  })
  const paths = await filesWith({ 'List 1.csv': csvText([CONTACTS, ...rows]) })
  expect(await expectTheSame(paths, 'many days')).toBe(1)
})

test('a file that is changed while it is read by sets is refused, and the others are read', async () => {
  const paths = await filesWith({ 'List 1.csv': csvText(CLEAN), 'List 1 2014-12-31.csv': csvText(CLEAN) })
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  const store = setStore(build, staging)
  const sets = new SetReading(
    {
      ...store,
      attempt: async (sql) => {
        if (sql.includes('2014-12-31')) await appendFile(paths[1]!, csvText([contact(99)]))
        return store.attempt(sql)
      },
    },
    0,
  )
  const report = await readFiles(paths, (row) => staging.accept(row), { today: '2026-11-24', sets })
  expect(report.accepted).toBe(false)
  expect(report.files.map(({ file }) => file)).toEqual(['List 1.csv'])
  expect(report.problems[0]).toMatchObject({ code: 'file-changed', file: 'List 1 2014-12-31.csv' })
  build.close()
})

test('reading by sets says how far it is, and stops when it is asked to', async () => {
  const paths = await filesWith({ 'List 1.csv': csvText(CLEAN) })
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  const read = (signal?: AbortSignal, onProgress?: (progress: { rows: number }) => void) =>
    readFiles(paths, (row) => staging.accept(row), {
      today: '2026-11-24',
      sets: new SetReading(setStore(build, staging), 0),
      signal,
      onProgress,
    })
  const stop = new AbortController()
  let asked = 0
  const stopped = read(stop.signal, () => {
    asked += 1
    if (asked === 3) stop.abort()
  })
  await expect(stopped).rejects.toThrow('aborted')
  build.close()
})
