import { asColumns, asJson, type Terminal } from '../platform/command/terminal.ts'
import type { Services } from '../platform/room.ts'

/** As JSON, as CSV or as a workbook; in columns where none is asked for. */
export interface PrintOptions {
  json?: true
  csv?: true
  xlsx?: string
}

interface Printed {
  json: unknown
  heads: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** Prints rows on the command line as they were asked for; of a workbook its name is said. */
export async function printRows(
  services: Services,
  terminal: Terminal,
  options: PrintOptions,
  { json, heads, rows }: Printed,
): Promise<void> {
  const { toCsv } = await import('../platform/csv.ts')
  if (options.xlsx !== undefined) {
    const { workbookOfCsv } = await import('../platform/documents/workbook.ts')
    const { formatDay } = await import('../platform/day.ts')
    const { writeFile } = await import('node:fs/promises')
    const snapshot = await services.pool.current(services.council.id)
    const notes = snapshot
      ? ([
          ['Figures as at', formatDay(snapshot.asAt)],
          ['Extract', snapshot.id],
        ] as const)
      : []
    await writeFile(options.xlsx, await workbookOfCsv(toCsv(heads, rows), notes))
    terminal.say(`Written to ${options.xlsx}`)
  }
  if (options.json) terminal.out(asJson(json))
  else if (options.csv) terminal.out(toCsv(heads, rows))
  else if (options.xlsx === undefined) terminal.out(asColumns(heads, rows))
}
