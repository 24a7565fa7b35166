import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { operator } from '../access/index.ts'
import { figureReader } from '../measures/index.ts'
import { trackerRows } from '../performance/index.ts'
import type { ReportFormat } from '../board/index.ts'
import { WrongUsage, type Terminal } from './answer.ts'
import { readChoice } from './argument.ts'
import type { Open } from './open.ts'

const FORMATS: readonly ReportFormat[] = ['json', 'html', 'docx']

/** `waymark report MEETING`: the Board report of a meeting, by its day or its id. */
export function addReportVerb(program: Command, open: Open, terminal: Terminal): void {
  program
    .command('report <meeting>')
    .description('the Board report of a meeting, named by its day or its id')
    .option('--format <format>', `one of ${FORMATS.join(', ')}`, 'json')
    .option('--out <file>', 'where to write it; otherwise standard output')
    .option('--json', 'the same as --format json')
    .action((dayOrId: string, options: { format: string; out?: string }) => {
      const format = readChoice('--format', options.format, FORMATS)
      const { out } = options
      if (format === 'docx' && out === undefined) throw new WrongUsage('--format docx needs --out FILE')
      return open(async ({ records, pool, clock, council }) => {
        // The Board's room brings the Word writer with it, so it is asked for only here.
        const { readReport, writeReport } = await import('../board/index.ts')
        const deps = { records, pool, clock, measures: { figureReader, trackerRows } }
        const { report, issue } = await readReport(deps, operator(council.id), dayOrId)
        const body = await writeReport(report, issue, format)
        if (out === undefined) terminal.out(String(body))
        else {
          await writeFile(out, body)
          terminal.say(`Written to ${out}.`)
        }
        return 0
      })
    })
}
