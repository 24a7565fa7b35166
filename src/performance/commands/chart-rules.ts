import type { Command } from 'commander'
import { allow, operator } from '../../access/index.ts'
import { asJson, WrongUsage } from '../../platform/command/terminal.ts'
import type { CommandContext } from '../../platform/room.ts'

interface ChartRulesOptions {
  shift?: string
  trend?: string
  json?: true
}

/** `waymark chart-rules`: how long a run must be to count as a change. */
export function addChartRulesCommand(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('chart-rules')
    .description('how charts are read: shows how long a run must be to count as a change, or sets it')
    .option('--shift <points>', 'points running on one side of the average, 5 to 12')
    .option('--trend <points>', 'points running up or down, 5 to 12')
    .option('--json', 'as JSON')
    .action(({ shift, trend, json }: ChartRulesOptions) =>
      open(async ({ records, council, clock }) => {
        const { checkRunLengths, runLengthSetting, setRunLengths } = await import('../index.ts')
        const pass = allow(operator(council.id), 'targets:write')
        const before = await runLengthSetting(records, pass)
        if (shift !== undefined || trend !== undefined) {
          const checked = checkRunLengths({
            shift: shift ?? String(before.runLengths.shift),
            trend: trend ?? String(before.runLengths.trend),
          })
          if (!checked.ok) throw new WrongUsage(Object.values(checked.errors).join('\n'))
          await setRunLengths(records, pass, clock, checked.value)
        }
        const { runLengths, set } = await runLengthSetting(records, pass)
        if (json) terminal.out(asJson({ ...runLengths, setAt: set?.at ?? null, setBy: set?.by ?? null }))
        else
          terminal.out(
            `${runLengths.shift} points on one side of the average, or ${runLengths.trend} running up or down, count as a change.`,
          )
        return 0
      }),
    )
}
