import { basename } from 'node:path'
import { Refused } from '../../platform/errors.ts'
import type { NamedArea } from './area.ts'
import {
  cellOf,
  headingKey,
  regionName,
  tablesOf,
  wholeNumber,
  type Columns,
  type Text,
  type TextRows,
} from './benchmark-table.ts'
import { readFigures, type FiguresFile } from './figures-file.ts'

/** The neighbours of each authority, the nearest first. */
interface NeighboursFile {
  kind: 'neighbours'
  neighbours: Record<string, string[]>
}

interface AuthoritiesFile {
  kind: 'authorities'
  authorities: NamedArea[]
}

/** What the department's dictionary says of each item. */
interface DictionaryFile {
  kind: 'dictionary'
  items: Record<string, { title: string; polarity: string; yearType: string }>
}

/** What a file of the department's turned out to be. */
export type BenchmarkFile = FiguresFile | NeighboursFile | AuthoritiesFile | DictionaryFile
export type BenchmarkKind = BenchmarkFile['kind']

/** How each is called to a reader, and the columns by which it is known, in the department's own words. */
export const BENCHMARK_KINDS: Readonly<Record<BenchmarkKind, { name: string; columns: readonly string[] }>> =
  {
    figures: {
      name: 'published figures',
      columns: ['Short Desc', 'Years', 'LA and Regions', 'Values', 'LA Number'],
    },
    neighbours: { name: 'statistical neighbours', columns: ['LA num', 'LA Name', 'SN1', 'SN2', 'SN3'] },
    dictionary: {
      name: 'data dictionary',
      columns: ['Measure_short', 'Chart_title', 'Polarity', 'Year_Type'],
    },
    authorities: { name: 'list of authorities', columns: ['LA Number', 'LA Name', 'Region'] },
  }
const KINDS = Object.keys(BENCHMARK_KINDS) as BenchmarkKind[]

/** Headings are in the first rows: above them a sheet may carry a title and letters of columns. */
const HEADINGS_WITHIN = 12

/** Reads one of the department's files, known by its columns. Throws Refused with a sentence for any other file. */
export async function readBenchmarkFile(path: string): Promise<BenchmarkFile> {
  const file = basename(path)
  for (const table of await tablesOf(path)) {
    const rows = table[Symbol.asyncIterator]()
    const found = await headed(rows)
    if (!found) continue
    const { kind, columns, rest } = found
    const body = following(rest, rows)
    switch (kind) {
      case 'figures':
        return readFigures(file, columns, body)
      case 'neighbours':
        return readNeighbours(file, columns, body)
      case 'authorities':
        return readAuthorities(file, columns, body)
      case 'dictionary':
        return readDictionary(file, columns, body)
    }
  }
  throw new Refused(
    `${file} is none of the department’s files that can be read. The published figures have the columns ${BENCHMARK_KINDS.figures.columns.join(', ')}; the neighbours ${BENCHMARK_KINDS.neighbours.columns.join(', ')} and on; the dictionary ${BENCHMARK_KINDS.dictionary.columns.join(', ')}; the authorities ${BENCHMARK_KINDS.authorities.columns.join(', ')}. Nothing was imported.`,
  )
}

type Rows = readonly (readonly Text[])[]

async function headed(
  rows: AsyncIterator<Rows>,
): Promise<{ kind: BenchmarkKind; columns: Columns; rest: Rows } | null> {
  let seen = 0
  for (let next = await rows.next(); !next.done && seen < HEADINGS_WITHIN; next = await rows.next()) {
    for (const [at, row] of next.value.entries()) {
      const kind = KINDS.find((candidate) => isHeadedAs(candidate, row))
      if (kind) return { kind, columns: columnsOf(row), rest: next.value.slice(at + 1) }
      seen += 1
      if (seen >= HEADINGS_WITHIN) return null
    }
  }
  return null
}

function isHeadedAs(kind: BenchmarkKind, row: readonly Text[]): boolean {
  const keys = new Set(row.map(headingKey))
  return BENCHMARK_KINDS[kind].columns.every((column) => keys.has(headingKey(column)))
}

function columnsOf(row: readonly Text[]): Columns {
  const columns = new Map<string, number>()
  for (const [index, heading] of row.entries()) {
    const key = headingKey(heading)
    if (key !== '' && !columns.has(key)) columns.set(key, index)
  }
  return columns
}

async function* following(first: Rows, rows: AsyncIterator<Rows>): TextRows {
  yield first
  for (let next = await rows.next(); !next.done; next = await rows.next()) yield next.value
}

/** Below the authorities of today are those of the past: of an authority listed twice the first row is taken. */
async function readNeighbours(file: string, columns: Columns, rows: TextRows): Promise<NeighboursFile> {
  const slots = [...columns].filter(([key]) => /^sn\d+$/.test(key)).sort(([a], [b]) => slot(a) - slot(b))
  const neighbours: Record<string, string[]> = {}
  for await (const some of rows) {
    for (const row of some) {
      const code = wholeNumber(cellOf(row, columns, 'LA num'))
      const like = slots.flatMap(([, index]) => wholeNumber(row[index] ?? null) ?? [])
      if (code !== null && like.length > 0) neighbours[code] ??= like
    }
  }
  if (Object.keys(neighbours).length === 0) throw empty(file, 'neighbours')
  return { kind: 'neighbours', neighbours }
}

const slot = (key: string): number => Number(key.slice('sn'.length))

async function readAuthorities(file: string, columns: Columns, rows: TextRows): Promise<AuthoritiesFile> {
  const authorities: NamedArea[] = []
  for await (const some of rows) {
    for (const row of some) {
      const code = wholeNumber(cellOf(row, columns, 'LA Number'))
      const name = cellOf(row, columns, 'LA Name')
      if (code !== null && name !== null)
        authorities.push({ code, name, regionName: regionName(cellOf(row, columns, 'Region')) })
    }
  }
  if (authorities.length === 0) throw empty(file, 'authorities')
  return { kind: 'authorities', authorities }
}

async function readDictionary(file: string, columns: Columns, rows: TextRows): Promise<DictionaryFile> {
  const items: DictionaryFile['items'] = {}
  for await (const some of rows) {
    for (const row of some) {
      const name = cellOf(row, columns, 'Measure_short')
      const title = cellOf(row, columns, 'Chart_title')
      if (name === null || title === null) continue
      items[name] = {
        title,
        polarity: cellOf(row, columns, 'Polarity') ?? '-',
        yearType: cellOf(row, columns, 'Year_Type') ?? '',
      }
    }
  }
  if (Object.keys(items).length === 0) throw empty(file, 'dictionary')
  return { kind: 'dictionary', items }
}

const empty = (file: string, kind: BenchmarkKind): Refused =>
  new Refused(
    `${file} has the columns of the department’s ${BENCHMARK_KINDS[kind].name} and not one row. Nothing was imported.`,
  )
