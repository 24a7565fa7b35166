import type { Command } from 'commander'
import {
  allow,
  checkPerson,
  createPerson,
  listPeople,
  operator,
  readAccessLog,
  ROLES,
  describeScope,
  setActive,
  unknownTeams,
  whoSaw,
  type AccessEntry,
  type PersonFields,
} from '../index.ts'
import { NotFound, type Checked } from '../../platform/errors.ts'
import { describeUnknown } from '../../platform/nearest.ts'
import type { CommandContext, Services } from '../../platform/room.ts'
import { asColumns, asJson, WrongUsage } from '../../platform/command/terminal.ts'

/** `waymark people list | add | close | reopen`. */
export function addPeopleCommands(program: Command, context: CommandContext): void {
  const people = program.command('people').description('who may sign in, and as what')
  addListCommand(people, context)
  addAddCommand(people, context)
  addCloseCommands(people, context)
}

function addListCommand(people: Command, { open, terminal }: CommandContext): void {
  people
    .command('list')
    .description('every account: who, role, whose children, open or closed')
    .option('--json', 'as JSON')
    .action((options: { json?: true }) =>
      open(async ({ records, council }) => {
        const accounts = await listPeople(records, allow(operator(council.id), 'people:read'))
        const rows = accounts.map(({ email, person, active }) => ({
          id: person.id,
          email,
          name: person.name,
          role: person.role,
          sees: describeScope(person.scope),
          active,
        }))
        if (options.json) terminal.out(asJson(rows))
        else {
          terminal.out(
            asColumns(
              ['Email', 'Name', 'Role', 'Whose children', 'Account'],
              rows.map((row) => [
                row.email,
                row.name,
                ROLES[row.role].title,
                row.sees,
                row.active ? 'open' : 'closed',
              ]),
            ),
          )
        }
        return 0
      }),
    )
}

function addAddCommand(people: Command, { open, terminal }: CommandContext): void {
  people
    .command('add')
    .description('opens an account; the password is read from WAYMARK_PASSWORD or standard input')
    .requiredOption('--email <email>', 'the address they sign in with')
    .requiredOption('--name <name>', 'the name that others will see')
    .requiredOption('--role <role>', `one of ${Object.keys(ROLES).join(', ')}`)
    .option('--service <service>', 'the service that a head of service leads', '')
    .option('--teams <teams>', 'the teams they see, parted by commas', '')
    .option(
      '--children <ids>',
      'the ids of the children a reviewing officer chairs or an auditor audits, parted by commas',
      '',
    )
    .option('--worker <code>', 'a social worker’s code, as the case system writes it', '')
    .option('--last-day <day>', 'the last day on which they may sign in, like 2015-03-31', '')
    .option('--json', 'as JSON')
    .action(({ json, ...fields }: PersonFields & { json?: true }) =>
      open(async ({ records, council, clock, ask }) => {
        const draft = valueOrUsage(checkPerson(fields))
        const noTeam = await unknownTeams(ask, draft.scope)
        if (noTeam) throw new WrongUsage(`--teams: ${noTeam}`)
        const password = process.env['WAYMARK_PASSWORD'] ?? (await readStandardInput())
        const pass = allow(operator(council.id), 'people:write')
        const person = valueOrUsage(await createPerson(records, clock, pass, { ...draft, password }))
        if (json) terminal.out(asJson({ id: person.id, name: person.name, role: person.role, active: true }))
        terminal.say(`${person.name} may now sign in as ${ROLES[person.role].title}.`)
        return 0
      }),
    )
}

function addCloseCommands(people: Command, { open, terminal }: CommandContext): void {
  for (const [name, active] of [
    ['close', false],
    ['reopen', true],
  ] as const) {
    people
      .command(`${name} <email>`)
      .description(active ? 'opens a closed account again' : 'closes an account and signs its person out')
      .option('--json', 'as JSON')
      .action((email: string, { json }: { json?: true }) =>
        open(async (services) => {
          const account = await accountByEmail(services, email)
          const pass = allow(operator(services.council.id), 'people:write')
          await setActive(services.records, services.clock, pass, account.person.id, account.version, active)
          if (json) terminal.out(asJson({ id: account.person.id, email, active }))
          terminal.say(`The account of ${email} is ${active ? 'open' : 'closed'}.`)
          return 0
        }),
      )
  }
}

/** `waymark access log | who-saw CHILD`. */
export function addAccessLogCommands(program: Command, { open, terminal }: CommandContext): void {
  const access = program.command('access').description('who looked at what')

  const answer = (entries: readonly AccessEntry[], json: true | undefined) => {
    if (json) terminal.out(asJson(entries))
    else {
      terminal.out(
        asColumns(
          ['No', 'When', 'Who', 'Role', 'What', 'Of', 'Children', 'Why'],
          entries.map((entry) => [
            entry.seq,
            entry.at,
            entry.personId,
            entry.role,
            entry.what,
            entry.subject,
            entry.children.length,
            entry.why,
          ]),
        ),
      )
    }
    return 0
  }

  access
    .command('log')
    .description('the access log, newest first, fifty entries to a page')
    .option('--page <number>', 'which page', '1')
    .option('--json', 'as JSON')
    .action((options: { page: string; json?: true }) =>
      open(async ({ records, council }) => {
        const page = Number(options.page)
        if (!Number.isInteger(page) || page < 1) throw new WrongUsage('--page must be a number from 1 up')
        const { entries } = await readAccessLog(records, allow(operator(council.id), 'access-log:read'), page)
        return answer(entries, options.json)
      }),
    )

  access
    .command('who-saw <child>')
    .description('everyone who was shown this child’s rows, newest first')
    .option('--json', 'as JSON')
    .action((child: string, options: { json?: true }) =>
      open(async ({ records, council, clock }) => {
        const pass = allow(operator(council.id), 'access-log:read')
        return answer(await whoSaw(records, clock, pass, child), options.json)
      }),
    )
}

async function accountByEmail({ records, council }: Services, email: string) {
  const accounts = await listPeople(records, allow(operator(council.id), 'people:read'))
  const account = accounts.find((candidate) => candidate.email === email.trim().toLowerCase())
  if (!account)
    throw new NotFound(
      describeUnknown(
        'account',
        email,
        accounts.map((known) => known.email),
      ),
    )
  return account
}

export function valueOrUsage<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  throw new WrongUsage(
    Object.entries(checked.errors)
      .map(([field, message]) => `--${field}: ${message}`)
      .join('\n'),
  )
}

export async function readStandardInput(): Promise<string> {
  let text = ''
  for await (const part of process.stdin) text += String(part)
  return text.replace(/\r?\n$/, '')
}
