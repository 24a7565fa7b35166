import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { operator } from '../access/index.ts'
import { isReportFormat, readReport, REPORT_FORMATS, writeReport } from '../board/index.ts'
import { figures, trackerRows } from '../indicators/index.ts'
import { WrongUsage, type Terminal } from './answer.ts'
import type { Open } from './open.ts'

/** `waymark report MEETING`: the Board report of a meeting, by its day or its id. */
export function addReportVerb(program: Command, open: Open, terminal: Terminal): void {
  const formats = Object.keys(REPORT_FORMATS).join(', ')
  program
    .command('report <meeting>')
    .description('the Board report of a meeting, named by its day or its id')
    .option('--format <format>', `one of ${formats}`, 'json')
    .option('--out <file>', 'where to write it; otherwise standard output')
    .option('--json', 'the same as --format json')
    .action((dayOrId: string, options: { format: string; out?: string }) => {
      const { format, out } = options
      if (!isReportFormat(format))
        throw new WrongUsage(`--format must be one of ${formats}; this was "${format}"`)
      if (format === 'docx' && out === undefined) throw new WrongUsage('--format docx needs --out FILE')
      return open(async ({ records, shelf, clock, council }) => {
        const deps = { records, shelf, clock, measures: { figures, trackerRows } }
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
