import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { allow, operator } from '../access/index.ts'
import { exportPlan, importPlan } from '../plan/index.ts'
import type { Terminal } from './answer.ts'
import type { Open } from './open.ts'

/** `waymark plan import FILE | export [--out FILE]`. */
export function addPlanVerbs(program: Command, open: Open, terminal: Terminal): void {
  const plan = program.command('plan').description('the improvement plan as CSV')

  plan
    .command('export')
    .description('the whole plan as one CSV, with its history, that imports again without loss')
    .option('--out <file>', 'where to write it; otherwise standard output')
    .action((options: { out?: string }) =>
      open(async ({ records, council }) => {
        const csv = await exportPlan(records, allow(operator(council.id), 'plan:read'))
        if (options.out === undefined) terminal.out(csv)
        else {
          await writeFile(options.out, csv)
          terminal.say(`Written to ${options.out}.`)
        }
        return 0
      }),
    )

  plan
    .command('import <file>')
    .description('brings a plan in from CSV: all of it, or nothing')
    .action((file: string) =>
      open(async ({ records, council, clock }) => {
        const csv = await readFile(file, 'utf8')
        const pass = allow(operator(council.id), 'plan:write')
        const imported = await importPlan(records, pass, clock, csv)
        if (imported.ok) {
          const { added, changed, unchanged } = imported.value
          terminal.say(
            `The plan has been brought in: ${added} added, ${changed} changed, ${unchanged} as they were.`,
          )
          return 0
        }
        terminal.say('Refused. Nothing has changed.')
        for (const [where, message] of Object.entries(imported.errors)) terminal.say(`${where}: ${message}`)
        return 1
      }),
    )
}
