import type { Command } from 'commander'
import { Refused } from '../../platform/errors.ts'
import type { CommandContext } from '../../platform/room.ts'
import { asJson, WrongUsage } from '../../platform/command/terminal.ts'
import {
  allow,
  checkPassword,
  checkPerson,
  createPerson,
  listPeople,
  operator,
  saveCouncil,
} from '../index.ts'
import { readStandardInput, valueOrUsage } from './people.ts'

interface InitOptions {
  name: string
  code?: string
  email: string
  administrator: string
  json?: true
}

/** `waymark init`: from an empty data folder to a council and its first administrator. */
export function addInitCommand(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('init')
    .description(
      'sets a council up in an empty data folder: its name, and the first administrator, whose password is read from WAYMARK_PASSWORD or standard input',
    )
    .requiredOption('--name <council>', 'the council, as the header of every page says it')
    .option('--code <code>', 'the three-digit authority code of the published figures')
    .requiredOption('--email <email>', 'the address that the first administrator signs in with')
    .option('--administrator <name>', 'the name that others will see', 'Administrator')
    .option('--json', 'as JSON')
    .action((options: InitOptions) =>
      open(async ({ records, council, realClock, clock }) => {
        if (options.code !== undefined && !/^\d{3}$/.test(options.code))
          throw new WrongUsage('--code must be three digits, like 352')
        const accounts = await listPeople(records, allow(operator(council.id), 'people:read'))
        if (accounts.length > 0)
          throw new Refused(
            `This data folder is set up already, for ${council.name}, with ${accounts.length === 1 ? 'one account' : `${accounts.length} accounts`}. Change it with "waymark council" and "waymark people"`,
          )
        const draft = valueOrUsage(
          checkPerson({
            email: options.email,
            name: options.administrator,
            role: 'administrator',
            service: '',
            teams: '',
            worker: '',
            children: '',
          }),
        )
        const password = process.env['WAYMARK_PASSWORD'] ?? (await readStandardInput())
        valueOrUsage(checkPassword(password))
        await saveCouncil(records, realClock, {
          ...council,
          name: options.name,
          ...(options.code !== undefined && { authorityCode: options.code }),
        })
        const pass = allow(operator(council.id), 'people:write')
        valueOrUsage(await createPerson(records, clock, pass, { ...draft, password }))
        const { name, email, json } = options
        if (json) terminal.out(asJson({ council: name, administrator: email }))
        terminal.say(nextSteps(options))
        return 0
      }),
    )
}

const nextSteps = ({ name, email }: InitOptions): string =>
  [
    `${name} is set up, and ${email} may sign in as its administrator.`,
    '',
    'Next:',
    '  waymark serve                 the web application; sign in, and open "First steps"',
    '  waymark people add            an account for the data team and for the programme manager',
    '  waymark people import FILE    accounts for many at once; waymark people template gives the file',
    '  waymark import FOLDER         the first load: Annex A, or any of the other standards',
    '  waymark council --population  children aged 0 to 17, for rates',
  ].join('\n')
