import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '../src/platform/errors.ts'
import { generate, type GeneratedCouncil, type GenerationRequest } from './generation.ts'
import { GENERATED_FORMATS } from './writers.ts'

const root = mkdtempSync(join(tmpdir(), 'waymark-generation-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const request = (name: string, more: Partial<GenerationRequest> = {}): GenerationRequest => ({
  size: 'small',
  seed: 7,
  months: 4,
  out: join(root, name),
  formats: ['annex-a'],
  extracts: 'last',
  window: 'ofsted',
  isMessy: false,
  isCounted: false,
  ...more,
})

async function made(wanted: GenerationRequest, signal?: AbortSignal): Promise<GeneratedCouncil[]> {
  const councils: GeneratedCouncil[] = []
  for await (const council of generate(wanted, () => {}, signal)) councils.push(council)
  return councils
}
const everyFile = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted()

describe('every format of a small council', () => {
  let council: GeneratedCouncil
  beforeAll(async () => {
    ;[council] = (await made(request('all', { formats: GENERATED_FORMATS, isMessy: true }))) as [
      GeneratedCouncil,
    ]
  })

  test('is written, and what is written is named with its rows and bytes', () => {
    const folder = join(root, 'all')
    expect(everyFile(folder)).toEqual([...council.files.map(({ file }) => file), 'README.txt'].toSorted())
    for (const { file, bytes } of council.files)
      expect([file, readFileSync(join(folder, file)).length]).toEqual([file, bytes])
    const formats = new Set(council.files.map(({ file }) => file.split('/')[0]))
    expect(formats).toEqual(new Set([...GENERATED_FORMATS, 'planted.json', 'truth.json']))
  })

  test('lies next to a note that says that everyone is invented, from which seed, and that faults are planted', () => {
    const note = readFileSync(join(root, 'all', 'README.txt'), 'utf8')
    expect(note).toContain('Norchester City Council does not exist')
    expect(note).toContain('is invented')
    expect(note).toContain('the seed 7')
    expect(note).toContain('planted.json says which')
  })

  test('is the same to the byte for the same seed, mess and all', async () => {
    await made(request('again', { formats: GENERATED_FORMATS, isMessy: true }))
    for (const { file } of council.files) {
      const [one, other] = ['all', 'again'].map((name) => readFileSync(join(root, name, file)))
      expect([file, one!.equals(other!)]).toEqual([file, true])
    }
  })
})

test('another seed makes other children', async () => {
  await made(request('seed-8', { seed: 8 }))
  const [one, other] = ['all', 'seed-8'].map((name) => readFileSync(join(root, name, 'truth.json'), 'utf8'))
  expect(one).not.toBe(other)
})

describe('an extract of each month', () => {
  const month = (name: string) => join(root, 'monthly', 'extracts', name)
  /** Assessments of November that were authorised by its end, as an extract knows them. */
  const authorisedIn = (folder: string, month: string) => {
    const file = readdirSync(join(folder, 'annex-a')).find((name) => name.endsWith('List_4.csv'))!
    const rows: string[][] = parse(readFileSync(join(folder, 'annex-a', file), 'utf8'), { from_line: 3 })
    return rows.filter((row) => row[8]?.endsWith(month)).length
  }
  beforeAll(async () => {
    await made(request('monthly', { extracts: 'monthly' }))
  })

  test('is in a folder of its own, with its own truth', () => {
    expect(readdirSync(join(root, 'monthly', 'extracts'))).toEqual([
      '2014-10',
      '2014-11',
      '2014-12',
      '2015-01',
    ])
    for (const name of ['2014-10', '2015-01']) expect(existsSync(join(month(name), 'truth.json'))).toBe(true)
  })

  test('says of a month that is seen again what was recorded late', () => {
    const first = authorisedIn(month('2014-11'), '/11/2014')
    expect(first).toBeGreaterThan(10)
    expect(authorisedIn(month('2014-12'), '/11/2014')).toBeGreaterThan(first)
  })
})

test('a folder with something in it is refused, and left as it is', async () => {
  const folder = mkdtempSync(join(root, 'full-'))
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  await expect(made({ ...request('x'), out: folder })).rejects.toThrow(Refused)
  await expect(made({ ...request('x'), out: join(folder, 'mine.txt') })).rejects.toThrow('is a file')
  expect(readdirSync(folder)).toEqual(['mine.txt'])
})

test('nothing is left of a generation that is cancelled', async () => {
  const cancelled = new AbortController()
  const wanted = request('cancelled')
  const living = (async () => {
    for await (const _ of generate(wanted, () => cancelled.abort(), cancelled.signal));
  })()
  await expect(living).rejects.toThrow(/abort/i)
  expect(existsSync(wanted.out!)).toBe(false)
})

test('councils are made one after another, each in a folder of its own, and counted where that is asked', async () => {
  // Of this seed's England the first two authorities are small.
  const wanted = request('england', { size: 'england', seed: 173, months: 1, isCounted: true })
  const councils: GeneratedCouncil[] = []
  for await (const council of generate(wanted)) {
    councils.push(council)
    if (councils.length === 2) break
  }
  for (const { code, name, folder, counted } of councils) {
    expect(folder).toBe(join(root, 'england', code))
    expect(readFileSync(join(folder!, 'README.txt'), 'utf8')).toContain(name)
    expect(counted?.plan.code).toBe(code)
  }
})
