import type { Pass } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Records } from '../../platform/records.ts'
import type { Areas } from './area.ts'
import './benchmark-tables.ts'
import type { BenchmarkContentTable } from './benchmark-tables.ts'
import { openBook, shippedBook, type ImportedBenchmarks } from './comparison-book.ts'
import type { PackedItem } from './packed-figures.ts'
import type { ComparisonBook } from './published.ts'

type Reading = Pass<'figures:read' | 'load:write'>

/** One of the department's files that was brought in, with what it held. */
interface BenchmarkImport {
  id: string
  kind: string
  file: string
  importedAt: string
  importedBy: string
  summary: Readonly<Record<string, unknown>>
}

/** Every file that was brought in, the latest first. */
export async function benchmarkImports(records: Records, pass: Reading): Promise<BenchmarkImport[]> {
  const rows = await records
    .selectFrom('benchmark_import')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .orderBy('place', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    file: row.file,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    summary: JSON.parse(row.summary) as Record<string, unknown>,
  }))
}

/** Opening a book reads half a million characters: it is kept until something else is imported. */
const opened = new WeakMap<Records, Map<string, { upTo: number; book: ComparisonBook }>>()

/** What the council compares with: what was shipped, and over it what it brought in. */
export async function comparisonBook(records: Records, pass: Reading): Promise<ComparisonBook> {
  const { council } = pass.person
  const { upTo } = await records
    .selectFrom('benchmark_import')
    .select(({ fn }) => fn.max('place').as('upTo'))
    .where('council_id', '=', council)
    .executeTakeFirstOrThrow()
  // The type does not know that the greatest of none is null.
  if ((upTo as number | null) === null) return shippedBook()
  const books = opened.get(records) ?? new Map<string, { upTo: number; book: ComparisonBook }>()
  opened.set(records, books)
  const kept = books.get(council)
  if (kept?.upTo === upTo) return kept.book
  const book = openBook(await importedBenchmarks(records, council))
  books.set(council, { upTo, book })
  return book
}

async function importedBenchmarks(records: Records, council: string): Promise<ImportedBenchmarks> {
  const rows = await records
    .selectFrom('benchmark_content')
    .select(['kind', 'name', 'content'])
    .where('council_id', '=', council)
    .execute()
  const contentsOf = (kind: BenchmarkContentTable['kind']) => rows.filter((row) => row.kind === kind)
  const [areas] = contentsOf('areas')
  const [neighbours] = contentsOf('neighbours')
  return {
    items: Object.fromEntries(
      contentsOf('item').map(({ name, content }) => [name, JSON.parse(content) as PackedItem]),
    ),
    titles: Object.fromEntries(contentsOf('title').map(({ name, content }) => [name, content])),
    ...(areas && { areas: JSON.parse(areas.content) as Areas['areas'] }),
    ...(neighbours && { neighbours: JSON.parse(neighbours.content) as Areas['neighbours'] }),
  }
}

/** The figures of one item that were brought in before; null when none were. */
export async function importedItem(
  records: Records,
  pass: Pass<'load:write'>,
  name: string,
): Promise<PackedItem | null> {
  const row = await records
    .selectFrom('benchmark_content')
    .select('content')
    .where('council_id', '=', pass.person.council)
    .where('kind', '=', 'item')
    .where('name', '=', name)
    .executeTakeFirst()
  return row ? (JSON.parse(row.content) as PackedItem) : null
}

/** Writes down that a file was brought in. Answers its id. */
export async function addImport(
  records: Records,
  pass: Pass<'load:write'>,
  clock: Clock,
  { kind, file, summary }: Pick<BenchmarkImport, 'kind' | 'file' | 'summary'>,
): Promise<string> {
  const { council, name } = pass.person
  const { last } = await records
    .selectFrom('benchmark_import')
    .select(({ fn }) => fn.count<number>('id').as('last'))
    .where('council_id', '=', council)
    .executeTakeFirstOrThrow()
  const id = newId('bmk')
  await records
    .insertInto('benchmark_import')
    .values({
      id,
      council_id: council,
      place: last + 1,
      kind,
      file,
      imported_at: clock.now(),
      imported_by: name,
      summary: JSON.stringify(summary),
    })
    .execute()
  return id
}

/** Puts contents in force in place of those of the same kind and name. */
export async function putContents(
  records: Records,
  pass: Pass<'load:write'>,
  importId: string,
  kind: BenchmarkContentTable['kind'],
  contents: readonly { name: string; content: string }[],
): Promise<void> {
  for (const { name, content } of contents) {
    await records
      .insertInto('benchmark_content')
      .values({ council_id: pass.person.council, kind, name, content, import_id: importId })
      .onConflict((conflict) =>
        conflict.columns(['council_id', 'kind', 'name']).doUpdateSet({ content, import_id: importId }),
      )
      .execute()
  }
}

/** The code of the authority that the council is compared as; null when it named none. */
export async function compareAs(records: Records, pass: Reading): Promise<string | null> {
  const row = await records
    .selectFrom('benchmark_setting')
    .select('compare_as')
    .where('council_id', '=', pass.person.council)
    .executeTakeFirst()
  return row?.compare_as ?? null
}

/** Names the authority whose region and neighbours the council is compared with; null for its own again. */
export async function setCompareAs(
  records: Records,
  pass: Pass<'load:write'>,
  clock: Clock,
  code: string | null,
): Promise<void> {
  const setting = { compare_as: code, set_at: clock.now(), set_by: pass.person.name }
  await records
    .insertInto('benchmark_setting')
    .values({ council_id: pass.person.council, ...setting })
    .onConflict((conflict) => conflict.column('council_id').doUpdateSet(setting))
    .execute()
}
