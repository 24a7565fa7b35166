import type { Command } from 'commander'
import { allow, operator } from '../../access/index.ts'
import { nearestTo } from '../../platform/nearest.ts'
import type { CommandContext, Services } from '../../platform/room.ts'
import { toCsv } from '../../platform/csv.ts'
import { monthOf } from '../../platform/day.ts'
import { asColumns, asJson, WrongUsage, type Terminal } from '../../platform/command/terminal.ts'

/** `waymark benchmarks | benchmarks import | benchmarks show | benchmarks compare-as`. */
export function addBenchmarkCommands(program: Command, { open, terminal }: CommandContext): void {
  const benchmarks = program
    .command('benchmarks')
    .description('what the department publishes of other authorities, and what a measure is held against')
    .option('--json', 'as JSON')
    .action((options: { json?: true }) => open((services) => list(services, terminal, options.json === true)))

  benchmarks
    .command('import <file...>')
    .description(
      'brings in the department’s published figures, dictionary, neighbours or list of authorities, as they are',
    )
    .option('--json', 'as JSON')
    .action((paths: string[], options: { json?: true }) =>
      open(
        async ({ records, clock, council }) => {
          const pass = allow(operator(council.id), 'load:write')
          const { importBenchmarks } = await import('../index.ts')
          const imported = await importBenchmarks(records, pass, clock, paths)
          if (options.json) terminal.out(asJson({ imported }))
          else for (const { file, said } of imported) terminal.out(`${file}: ${said}`)
          return 0
        },
        { traceless: 'unless-done' },
      ),
    )

  benchmarks
    .command('show <series>')
    .description('every authority’s published figures of a series, by year')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((id: string, options: { json?: true; csv?: true }) =>
      open((services) => show(services, terminal, id, options)),
    )

  benchmarks
    .command('compare-as <code>')
    .description(
      'compares the council with the region and the neighbours of that authority; "own" for its own',
    )
    .action((code: string) =>
      open(async ({ records, clock, council }) => {
        const pass = allow(operator(council.id), 'load:write')
        const { comparisonBook, isAggregate, setCompareAs } = await import('../index.ts')
        const { areas } = await comparisonBook(records, pass)
        if (code === 'own') {
          await setCompareAs(records, pass, clock, null)
          terminal.out('Compared as itself.')
          return 0
        }
        const area = Object.hasOwn(areas, code) && !isAggregate(code) ? areas[code] : undefined
        if (!area) throw new WrongUsage(describeUnknownAuthority(code, areas, isAggregate))
        await setCompareAs(records, pass, clock, code)
        terminal.out(`Compared with the region and the neighbours of ${area.name}.`)
        return 0
      }),
    )
}

/** By the name that was written, or by the code most like it. */
function describeUnknownAuthority(
  text: string,
  areas: Readonly<Record<string, { name: string }>>,
  isAggregate: (code: string) => boolean,
): string {
  const known = Object.entries(areas).filter(([code]) => !isAggregate(code))
  const codes = known.map(([code]) => code)
  const name = nearestTo(
    text,
    known.map(([, area]) => area.name),
  )
  const named = known.find(([, area]) => area.name === name)
  const nearest = named && !/^\d+$/.test(text) ? named[0] : nearestTo(text, codes)
  return `No authority of England has the code "${text}"${nearest ? `. The nearest is ${nearest}, ${areas[nearest]!.name}` : ''}`
}

async function list(services: Services, terminal: Terminal, isJson: boolean): Promise<number> {
  const room = await import('../index.ts')
  const { PUBLISHED_SERIES } = await import('../../measures/index.ts')
  const { records, council } = services
  const pass = allow(operator(council.id), 'figures:read')
  const book = await room.comparisonBook(records, pass)
  const imports = await room.benchmarkImports(records, pass)
  const authority = room.comparisonAuthorityOf(
    book,
    council.authorityCode,
    await room.compareAs(records, pass),
  )
  const nameOf = (code: string | null) => (code === null ? null : (book.areas[code]?.name ?? code))
  const series = Object.keys(PUBLISHED_SERIES).flatMap((id) => {
    const published = room.publishedFor(book, id)
    if (!published) return []
    const { name, title, item, years, note, isWorkedOut } = published
    return [
      {
        id,
        published: name,
        title,
        unit: item.unit,
        source: item.source,
        from: years[0] ?? null,
        to: years.at(-1) ?? null,
        workedOut: isWorkedOut,
        note,
      },
    ]
  })
  if (isJson) {
    terminal.out(
      asJson({
        licence: room.BENCHMARK_LICENCE,
        council: council.authorityCode,
        comparedAs: authority,
        imports,
        series,
      }),
    )
    return 0
  }
  terminal.out(
    asColumns(
      ['Series', 'Published as', 'Unit', 'From', 'To'],
      series.map(({ id, title, unit, from, to }) => [id, title, unit, from, to]),
    ),
  )
  terminal.out(authority.why ?? `Compared with the region and the neighbours of ${nameOf(authority.as)}.`)
  terminal.out(
    imports.length === 0
      ? 'As shipped: nothing has been brought in.'
      : `Brought in: ${imports.map(({ file, importedAt }) => `${file} on ${importedAt.slice(0, 10)}`).join(', ')}.`,
  )
  terminal.out(room.BENCHMARK_LICENCE)
  return 0
}

async function show(
  services: Services,
  terminal: Terminal,
  id: string,
  options: { json?: true; csv?: true },
): Promise<number> {
  const { BENCHMARK_LICENCE, compareAs, comparisonAuthorityOf, comparisonBook, comparisonOf } =
    await import('../index.ts')
  const { PUBLISHED_SERIES, seriesOf } = await import('../../measures/index.ts')
  const { records, council, clock } = services
  const pass = allow(operator(council.id), 'figures:read')
  const book = await comparisonBook(records, pass)
  const series = seriesOf(id)
  const authority = comparisonAuthorityOf(book, council.authorityCode, await compareAs(records, pass))
  const wanted = series ?? { id, polarity: 'neutral' as const }
  const found = comparisonOf(wanted, monthOf(clock.today()), book, authority)
  if (!found) {
    const nearestPublished = nearestTo(
      id,
      Object.keys(PUBLISHED_SERIES).flatMap((known) => [known, known.replace(/\..*$/, '')]),
    )
    throw new WrongUsage(
      `The department publishes nothing to hold "${id}" against.${nearestPublished ? ` The nearest is ${nearestPublished}.` : ''} "waymark benchmarks" lists the series that it does`,
    )
  }
  const { published, nearest } = found
  const areas = Object.entries(book.areas)
    .map(([code, { name }]) => ({
      code,
      name,
      figures: published.years.map((year) => published.figure(code, year)?.text ?? null),
    }))
    .filter(({ figures }) => figures.some((text) => text !== null))
  if (options.json) {
    const { name, title, item, note, years } = published
    terminal.out(
      asJson({
        id: wanted.id,
        published: name,
        title,
        unit: item.unit,
        source: item.source,
        licence: BENCHMARK_LICENCE,
        note,
        notes: found.notes,
        why: authority.why,
        nearest,
        years,
        areas,
      }),
    )
    return 0
  }
  const heads = ['code', 'name', ...published.years.map(String)]
  const rows = areas.map(({ code, name, figures }) => [code, name, ...figures])
  terminal.out(options.csv ? toCsv(heads, rows) : asColumns(heads, rows))
  return 0
}
