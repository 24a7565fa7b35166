import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANNEX_A_LISTS, annexAHeaders } from '../../src/standards/annex-a/lists.ts'
import { csvText, sheetJsBytes, testFolder, xlsxBytes, type TestCell } from '../support/annex-a-files.ts'
import { unzip } from '../support/unzip.ts'
import { entriesOf, goodRows } from './bad-files.ts'
import { ALL_MS, byteChanges, changed, readSoundly, setting } from './sound-reading.ts'
import { zip } from './zip-archive.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const sampleBook = join(samples, 'liia-tools', 'Annex_A.xlsx')

const FORMS: [name: string, bytes: () => Promise<Uint8Array> | Uint8Array][] = [
  ['a.xlsx', () => xlsxBytes({ List_3: goodRows })],
  ['a.ods', () => sheetJsBytes({ List_3: goodRows }, 'ods')],
  ['a.xls', () => sheetJsBytes({ List_3: goodRows }, 'biff8')],
  ['List 3.csv', () => Buffer.from(csvText(goodRows))],
]

test.each(FORMS)(
  'however the bytes of %s are spoilt, it is read soundly or refused in words',
  { timeout: ALL_MS },
  async (name, bytes) => {
    const path = join(await testFolder(), name)
    const whole = await bytes()
    await fc.assert(
      fc.asyncProperty(byteChanges, async (changes) => {
        await readSoundly(path, changed(whole, changes))
      }),
      setting,
    )
  },
)

test.each(['xlsx', 'ods'] as const)(
  'however the entries of an .%s are spoilt, dropped or changed about, it is read soundly or refused',
  { timeout: ALL_MS },
  async (kind) => {
    const path = join(await testFolder(), `a.${kind}`)
    const entries = [
      ...(kind === 'xlsx' && existsSync(sampleBook)
        ? unzip(readFileSync(sampleBook))
        : await entriesOf(kind)),
    ]
    const which = fc.nat(entries.length - 1)
    const how = fc.oneof(
      byteChanges.map((changes) => (content: Buffer) => changed(content, changes)),
      fc.constant(() => null),
      which.map((other) => () => entries[other]![1]),
    )
    await fc.assert(
      fc.asyncProperty(which, how, async (index, change) => {
        const [name, content] = entries[index]!
        const now = change(content)
        const others = entries.filter((_, at) => at !== index)
        await readSoundly(path, zip(now === null ? others : [...others, [name, now]]))
      }),
      setting,
    )
  },
)

const cell: fc.Arbitrary<TestCell> = fc.oneof(
  fc.constantFrom<TestCell>(
    '',
    ' ',
    '-',
    'A1',
    '05/01/2015',
    '31/02/2015',
    '42009',
    'a) Yes',
    '"',
    '=1+1',
    'None x',
    '\uFFFD',
    '12 13',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll(/[\0\r]/g, ' ')),
  fc.integer(),
  fc.boolean(),
)

/** A header as a council might have it: another case, another space, a mark too many, or another column's. */
const headerChange = fc.constantFrom<(header: string) => string>(
  (header) => header,
  (header) => header,
  (header) => header.toUpperCase(),
  (header) => ` ${header}\u00A0`,
  (header) => `${header}?`,
  (header) => header.slice(1),
  () => '',
  () => 'Gender',
)

/** A list with rows of any cells; each has an id and a day of its own, so that none is blank or a footer. */
const anyList = fc.constantFrom(...ANNEX_A_LISTS).chain((list) => {
  const width = annexAHeaders(list.number).length
  return fc.record({
    list: fc.constant(list),
    headers: fc.array(headerChange, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
  })
})

test('a list of any cells under its headers keeps count of every row', { timeout: ALL_MS }, async () => {
  const folder = await testFolder()
  await fc.assert(
    fc.asyncProperty(anyList, fc.constantFrom('csv', 'xlsx'), async ({ list, headers, rows }, kind) => {
      const published = annexAHeaders(list.number)
      const subject = list.fields.findIndex(({ key }) => key === list.subject)
      const day = list.fields.findIndex(({ type }) => type === 'date')
      const data = rows.map((row, index) => row.with(subject, `C${index}`).with(day, '05/01/2015'))
      const write = async (top: readonly string[]) => {
        const table = [top, ...data]
        return kind === 'csv' ? csvText(table) : await xlsxBytes({ [`List_${list.number}`]: table })
      }
      const path = join(folder, `List ${list.number}.${kind}`)
      expect(await readSoundly(path, await write(published))).toBe(data.length)
      await readSoundly(path, await write(published.map((header, index) => headers[index]!(header))))
    }),
    setting,
  )
})
