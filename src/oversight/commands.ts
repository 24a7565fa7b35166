import { allow, commandLine } from '../access/index.ts'
import { asJson, WrongUsage } from '../platform/command/terminal.ts'
import { describeUnknown } from '../platform/nearest.ts'
import type { CommandContext, Commands, Services } from '../platform/room.ts'
import type { ListFile } from './lists/list-file.ts'
import type { ListQuery } from './lists/list-query.ts'
import { addMissingCommand } from './missing/command.ts'
import { printRows, type PrintOptions } from './print-rows.ts'

interface ListOptions extends PrintOptions {
  team?: string
  worker?: string
  rule?: string
}

/** `waymark lists`, `waymark lists NAME` and `waymark missing`. */
export const addOversightCommands: Commands = (program, context) => {
  program
    .command('lists [name]')
    .alias('list')
    .description(
      'the lists of work and how long each is; with a name the children on it, which is written to the access log',
    )
    .option('--team <team>', 'with a name: one team’s alone')
    .option('--worker <worker>', 'with a name: one worker’s alone, or Unallocated')
    .option('--rule <rule>', 'with a name: those of whom one rule holds')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .option('--xlsx <file>', 'written as an Excel workbook')
    .action((name: string | undefined, options: ListOptions) =>
      context.open((services) =>
        name === undefined
          ? printIndex(services, context, options)
          : printList(services, context, name, options),
      ),
    )
  addMissingCommand(program, context)
}

const personOf = ({ records, council, clock }: Services) => commandLine(records, council.id, clock.today())

const INDEX_HEADS = ['name', 'title', 'due', 'overdue', 'total', 'no_answer', 'cannot_be_told']

async function printIndex(
  services: Services,
  { terminal }: CommandContext,
  options: ListOptions,
): Promise<number> {
  for (const option of ['team', 'worker', 'rule'] as const)
    if (options[option] !== undefined) throw new WrongUsage(`--${option} needs the name of a list`)
  const { findLists } = await import('./lists/lists-found.ts')
  const { listsAnswer } = await import('./lists/lists-answer.ts')
  const lists = listsAnswer(await findLists(services, await personOf(services), false))
  const rows = lists.map(({ name, title, due, overdue, total, unanswered, why }) => [
    name,
    title,
    due,
    overdue,
    total,
    unanswered,
    why,
  ])
  await printRows(services, terminal, options, { json: lists, heads: INDEX_HEADS, rows })
  return 0
}

async function printList(
  services: Services,
  { terminal }: CommandContext,
  name: string,
  options: ListOptions,
): Promise<number> {
  const list = await knownList(name)
  const { team = null, worker = null, rule = null } = options
  if (rule !== null) refuseUnknown('rule', rule, ruleNames(list))
  if (team !== null) refuseUnknown('team', team, await services.ask('teamNames'))
  const { findList } = await import('./lists/list-found.ts')
  const { readListQuery } = await import('./lists/list-query.ts')
  const { LIST_COLUMNS, listCells } = await import('./lists/list-csv.ts')
  const { listAnswered } = await import('./lists/lists-answer.ts')
  const query: ListQuery = { ...readListQuery({}), team, worker, rule }
  const found = await findList(services, allow(await personOf(services), 'cases:read'), {
    id: list.id,
    query,
    what: 'export',
    by: 'read on the command line of the server',
  })
  if (found.why !== null) {
    if (options.json) terminal.out(asJson(listAnswered(found)))
    terminal.say(`This list cannot be told: ${found.why}`)
    return 1
  }
  if (worker !== null && !found.view.workers.includes(worker))
    terminal.say(`Nothing on this list is with the worker ${worker}.`)
  await printRows(services, terminal, options, {
    json: listAnswered(found),
    heads: LIST_COLUMNS,
    rows: found.all.map((shown) => listCells(list, shown, found.asAt)),
  })
  return 0
}

async function knownList(name: string): Promise<ListFile> {
  const { listOfId, LISTS } = await import('./lists/lists.ts')
  const list = listOfId(name)
  if (list) return list
  throw new WrongUsage(
    describeUnknown(
      'list',
      name,
      LISTS.map(({ id }) => id),
    ),
  )
}

const ruleNames = ({ rules }: ListFile): string[] => rules.map(({ id }) => id)

/** What there is not would have an empty list, as one with nothing on it has. */
function refuseUnknown(option: string, given: string, known: readonly string[]): void {
  if (!known.includes(given)) throw new WrongUsage(`--${option}: ${describeUnknown(option, given, known)}`)
}
