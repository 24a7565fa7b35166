import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { allow, operator } from '../access/index.ts'
import { asColumns, asJson } from '../platform/command/terminal.ts'
import type { CommandContext } from '../platform/room.ts'

/** `waymark plan import FILE | export [--out FILE] | check`. */
export function addPlanCommands(program: Command, { open, terminal }: CommandContext): void {
  const plan = program.command('plan').description('the improvement plan as CSV')

  plan
    .command('export')
    .description('the whole plan as one CSV, with its history, that imports again without loss')
    .option('--out <file>', 'where to write it; otherwise standard output')
    .action((options: { out?: string }) =>
      open(async ({ records, council }) => {
        const { exportPlan } = await import('./plan-csv.ts')
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
    .command('check')
    .description('what the plan finds wrong in itself; exit code 1 when it finds anything')
    .option('--json', 'as JSON')
    .action((options: { json?: true }) =>
      open(async ({ records, council, clock }) => {
        const { selfCheck } = await import('./self-check.ts')
        const { planTree } = await import('./tree-store.ts')
        const tree = await planTree(records, allow(operator(council.id), 'plan:read'))
        const faults = selfCheck(tree, clock.today())
        if (options.json) terminal.out(asJson({ ok: faults.length === 0, faults }))
        else {
          terminal.out(
            faults.length === 0
              ? 'The plan finds no fault in itself.'
              : asColumns(
                  ['Fault', 'Where'],
                  faults.map(({ says, refs }) => [says, refs.join(', ')]),
                ),
          )
        }
        return faults.length === 0 ? 0 : 1
      }),
    )

  addImport(plan, { open, terminal })
}

function addImport(plan: Command, { open, terminal }: Pick<CommandContext, 'open' | 'terminal'>): void {
  plan
    .command('import <file>')
    .description('brings a plan in from CSV: all of it, or nothing')
    .option('--json', 'as JSON')
    .action((file: string, { json }: { json?: true }) =>
      open(async ({ records, council, clock }) => {
        const csv = await readFile(file)
        const pass = allow(operator(council.id), 'plan:write')
        const { importPlan } = await import('./plan-csv.ts')
        const imported = await importPlan(records, pass, clock, csv)
        if (json)
          terminal.out(
            asJson(imported.ok ? { ok: true, ...imported.value } : { ok: false, errors: imported.errors }),
          )
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
