import { basename } from 'node:path'
import { PUBLISHED_ITEMS } from '../../measures/index.ts'
import type { Pass } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import { Refused } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import { withListed } from './area.ts'
import {
  BENCHMARK_KINDS,
  readBenchmarkFile,
  type BenchmarkFile,
  type BenchmarkKind,
} from './benchmark-file.ts'
import type { FiguresFile } from './figures-file.ts'
import { addImport, comparisonBook, importedItem, putContents } from './benchmark-store.ts'
import { laidOver, pack, unpack } from './packed-figures.ts'

/** What one file brought. */
interface ImportedFile {
  file: string
  kind: BenchmarkKind
  /** In a sentence or two, for a reader. */
  said: string
  counts: Readonly<Record<string, unknown>>
}

/**
 * Brings in the department's published files, each known by its columns: all of them or, when one is refused, none.
 * Throws Refused with a sentence.
 */
export async function importBenchmarks(
  records: Records,
  pass: Pass<'load:write'>,
  clock: Clock,
  paths: readonly string[],
): Promise<ImportedFile[]> {
  const files: { file: string; content: BenchmarkFile }[] = []
  for (const path of paths) {
    const content = await readBenchmarkFile(path)
    const twin = files.find((other) => other.content.kind === content.kind)
    if (twin) {
      throw new Refused(
        `${twin.file} and ${basename(path)} both hold ${BENCHMARK_KINDS[content.kind].name}: bring in one of them. Nothing was imported.`,
      )
    }
    files.push({ file: basename(path), content })
  }
  return records.transaction().execute(async (held) => {
    const done: ImportedFile[] = []
    // The list of authorities first: figures of an authority that is new in it find their region.
    for (const { file, content } of files.toSorted((a, b) => orderOf(a.content) - orderOf(b.content))) {
      const { said, counts } = describeFile(content)
      const id = await addImport(held, pass, clock, { kind: content.kind, file, summary: counts })
      await put(held, pass, id, content)
      done.push({ file, kind: content.kind, said, counts })
    }
    return done
  })
}

const ORDER: readonly BenchmarkKind[] = ['authorities', 'neighbours', 'dictionary', 'figures']
const orderOf = ({ kind }: BenchmarkFile): number => ORDER.indexOf(kind)

async function put(
  records: Records,
  pass: Pass<'load:write'>,
  id: string,
  content: BenchmarkFile,
): Promise<void> {
  const putAreas = async (listed: Parameters<typeof withListed>[1]) => {
    const { areas } = await comparisonBook(records, pass)
    const merged = JSON.stringify(withListed(areas, listed))
    await putContents(records, pass, id, 'areas', [{ name: 'all', content: merged }])
  }
  switch (content.kind) {
    case 'authorities':
      return putAreas(content.authorities)
    case 'neighbours':
      return putContents(records, pass, id, 'neighbours', [
        { name: 'all', content: JSON.stringify(content.neighbours) },
      ])
    case 'dictionary':
      return putContents(
        records,
        pass,
        id,
        'title',
        Object.entries(content.items)
          .filter(([name]) => Object.hasOwn(PUBLISHED_ITEMS, name))
          .map(([name, { title }]) => ({ name, content: title })),
      )
    case 'figures': {
      await putAreas(content.areas)
      const contents: { name: string; content: string }[] = []
      for (const [name, years] of content.items) {
        const before = await importedItem(records, pass, name)
        const merged = pack(laidOver(before ? unpack(before) : undefined, years))
        contents.push({ name, content: JSON.stringify(merged) })
      }
      return putContents(records, pass, id, 'item', contents)
    }
  }
}

const number = (count: number): string => count.toLocaleString('en-GB')

/** What a file held, as a sentence and in counts. */
function describeFile(content: BenchmarkFile): Pick<ImportedFile, 'said' | 'counts'> {
  switch (content.kind) {
    case 'authorities': {
      const { length } = content.authorities
      return { said: `${number(length)} authorities and regions.`, counts: { authorities: length } }
    }
    case 'neighbours': {
      const { length } = Object.keys(content.neighbours)
      return {
        said: `The nearest neighbours of ${number(length)} authorities.`,
        counts: { authorities: length },
      }
    }
    case 'dictionary': {
      const names = Object.keys(content.items)
      const known = names.filter((name) => Object.hasOwn(PUBLISHED_ITEMS, name))
      return {
        said: `${number(known.length)} of its ${number(names.length)} measures are compared with.`,
        counts: { measures: names.length, compared: known.length },
      }
    }
  }
  return describeFigures(content)
}

function describeFigures(content: FiguresFile): Pick<ImportedFile, 'said' | 'counts'> {
  const { items, rows, figures, unknownItems, missingItems, notPublished, unknownYears } = content
  const years = [...new Set([...items.values()].flatMap((figures) => [...figures.keys()]))].toSorted(
    (a, b) => a - b,
  )
  const marks = Object.entries(notPublished)
  const sentences = [
    `${number(figures)} figures of ${number(items.size)} measures, ${years[0]} to ${years.at(-1)}.`,
    marks.length > 0
      ? `Not published: ${marks.map(([mark, count]) => `${number(count)} marked "${mark}"`).join(', ')}.`
      : '',
    unknownItems.length > 0
      ? `${number(unknownItems.length)} measures of other services are not compared with and were left.`
      : '',
    missingItems.length > 0
      ? `Not in the file: ${missingItems.join(', ')}; what was held of them stays.`
      : '',
    unknownYears.length > 0 ? `Years that could not be read and were left: ${unknownYears.join(', ')}.` : '',
  ]
  return {
    said: sentences.filter((sentence) => sentence !== '').join(' '),
    counts: {
      rows,
      figures,
      measures: items.size,
      years,
      notPublished,
      unknownMeasures: unknownItems.length,
      missingMeasures: missingItems,
      unknownYears,
    },
  }
}
