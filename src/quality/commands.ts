import type { Command } from 'commander'
import { allow, commandLine } from '../access/index.ts'
import type { QualityFinding } from '../dataset/index.ts'
import { NotFound, Refused } from '../platform/errors.ts'
import { describeUnknown } from '../platform/nearest.ts'
import { asColumns, asJson } from '../platform/command/terminal.ts'
import type { CommandContext } from '../platform/room.ts'

/** `waymark quality [CHECK]`. */
export function addQualityCommands(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('quality [check]')
    .description(
      'what is wrong with the rows of the snapshot in use, by the harm it does to measures; of one check, its rows',
    )
    .option('--json', 'as JSON')
    .action((check: string | undefined, options: { json?: true }) =>
      open(async ({ records, pool, clock, council }) => {
        const { childReader } = await import('../dataset/index.ts')
        const { qualityCases, qualityOf } = await import('./index.ts')
        const pass = allow(await commandLine(records, council.id, clock.today()), 'load:write')
        const snapshot = await pool.current(council.id)
        if (!snapshot) throw new Refused('Nothing has been loaded yet')
        const quality = await qualityOf(snapshot)
        if (!quality)
          throw new Refused(
            'The snapshot in use was sealed before its rows were compared: load its files again',
          )
        if (check === undefined) {
          terminal.out(options.json ? asJson(quality.findings) : findingsTable(quality.findings))
          return 0
        }
        const finding = quality.findings.find((each) => each.check === check)
        if (!finding)
          throw new NotFound(
            describeUnknown(
              'fault among those that were found',
              check,
              quality.findings.map((found) => found.check),
            ),
          )
        const cases = await childReader({ records, clock }, pass).read(qualityCases(snapshot, check), {
          what: 'list',
          subject: `rows with ${check} in ${snapshot.id}`,
          why: 'puts data right',
        })
        if (options.json) terminal.out(asJson({ ...finding, rows: cases }))
        else {
          terminal.say(`${finding.title}: ${finding.count}`)
          terminal.out(
            asColumns(
              ['Child', 'What is wrong', 'File', 'Sheet', 'Row'],
              cases.map(({ childId, what, file, sheet, row }) => [childId, what, file, sheet, row]),
            ),
          )
        }
        return 0
      }),
    )
}

const findingsTable = (findings: readonly QualityFinding[]): string =>
  findings.length === 0
    ? 'Nothing was found.'
    : asColumns(
        ['Check', 'What is wrong', 'Severity', 'Rows', 'Harms'],
        findings.map(({ check, title, severity, count, harms }) => [
          check,
          title,
          severity,
          count,
          harms.map(({ measure, cases, how }) => `${measure} ${cases} ${how}`).join(', ') || 'no measure',
        ]),
      )
