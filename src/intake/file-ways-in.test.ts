import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '..')

const sources = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(SRC, path), text: readFileSync(path, 'utf8') }))
const outside = sources.filter(({ path }) => !path.startsWith('intake/'))

test('every way in for a file that somebody sends goes through the reader of the intake', () => {
  const readers = outside.filter(({ text }) =>
    /import \{[^}]*\b(?:readFiles|csvRows|workbookRows|sheetsOf)\b[^}]*\} from '[./]*intake\/index\.ts'/.test(
      text,
    ),
  )
  // Extracts and templates; published figures; a plan; records of any kind.
  expect(readers.map(({ path }) => path).toSorted()).toEqual(
    expect.arrayContaining([
      'loads/seal.ts',
      'performance/benchmarks/benchmark-table.ts',
      'plan/plan-csv.ts',
      'records/record-file.ts',
    ]),
  )
})

test('nothing but the intake reads a workbook or parts the cells of a CSV file', () => {
  const own = outside.filter(({ text }) =>
    /import \{[^}]*\b(?:readXlsx|readOds|read)\b[^}]*\} from '(?:hucre|@e965\/xlsx)'|from '(?:csv-parse|papaparse)/.test(
      text,
    ),
  )
  // Makes a workbook of our own CSV: nobody sends it.
  expect(own.map(({ path }) => path)).toEqual(['platform/documents/workbook.ts'])
  const decoding = outside.filter(({ text }) => /new TextDecoder\(|split\(\/\\r\?\\n\//.test(text))
  expect(decoding.map(({ path }) => path)).toEqual([])
})
