import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { allow, operator } from '../access/index.ts'
import type { ReportFormat } from './report-writer.ts'
import { WrongUsage } from '../platform/command/terminal.ts'
import { readChoice, readDayAsWritten } from '../platform/command/argument.ts'
import type { CommandContext } from '../platform/room.ts'

const FORMATS: readonly ReportFormat[] = ['json', 'html', 'docx']

/** `docx` of `February.docx`; what is not a format of ours is refused with those that are. */
const endingOf = (file: string | undefined): string | undefined =>
  file === undefined ? undefined : /\.([A-Za-z]+)$/.exec(file)?.[1]?.toLowerCase()

/** `waymark report MEETING`: the Board report of a meeting, by its day or its id. */
export function addBoardCommands(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('report <meeting>')
    .description('the Board report of a meeting, named by its day or its id')
    .option('--format <format>', `one of ${FORMATS.join(', ')}; otherwise by the name of --out, or json`)
    .option('--out <file>', 'where to write it; otherwise standard output')
    .option('--public', 'the public edition of an issued report, without small numbers')
    .option('--json', 'the same as --format json')
    .action((named: string, options: { format?: string; out?: string; public?: true }) => {
      const { out } = options
      const format = readChoice('--format', options.format ?? endingOf(out) ?? 'json', FORMATS)
      const dayOrId = readDayAsWritten(named) ?? named
      if (format === 'docx' && out === undefined) throw new WrongUsage('--format docx needs --out FILE')
      return open(async ({ records, pool, clock, council }) => {
        // These load much code, so only this command imports them.
        const { readReport } = await import('./open-report.ts')
        const { writeReport } = await import('./report-writer.ts')
        const { readPublicReport } = await import('./open-public-report.ts')
        const deps = { records, pool, clock }
        const person = operator(council.id)
        const { report, issue } = await (options.public
          ? readPublicReport(deps, allow(person, 'report:issue'), dayOrId)
          : readReport(deps, person, dayOrId))
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
