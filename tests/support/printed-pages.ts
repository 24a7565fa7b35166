import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GIVEN_ROLES, ROLES } from '../../src/access/index.ts'
import { commandLine } from '../../src/cli/index.ts'
import { ENVIRONMENT } from '../../src/platform/config.ts'
import { rooms } from '../../src/rooms.ts'
import { FLOORS } from './house.ts'

/**
 * A part of a page that the code prints. It comes between two comments, `<!-- printed: NAME -->` and
 * `<!-- end of NAME -->`; `npm run docs` writes it anew, and a test fails while it says something else.
 */
export interface PrintedPart {
  /** The page, from the root of the repository. */
  readonly page: string
  readonly name: string
  readonly print: () => string | Promise<string>
}

/** Every part that is printed. A new one is a line here and its two comments in the page. */
export const PRINTED: readonly PrintedPart[] = [
  { page: 'docs/house.md', name: 'floors', print: printFloors },
  { page: 'docs/house.md', name: 'navigation', print: printNavigation },
  { page: 'docs/house.md', name: 'room-record', print: () => exampleOf('royal-visit.ts') },
  { page: 'docs/house.md', name: 'room-migrations', print: () => exampleOf('migrations.ts') },
  { page: 'docs/house.md', name: 'room-value', print: () => exampleOf('room.ts') },
  { page: 'docs/house.md', name: 'room-commands', print: () => exampleOf('commands.ts') },
  { page: 'docs/house.md', name: 'room-test', print: () => exampleOf('royal-visit.test.ts') },
  { page: 'docs/house.md', name: 'room-measure', print: () => exampleOf('royal-visits.sql') },
  { page: 'docs/handbook/commands.md', name: 'commands', print: printCommands },
  { page: 'docs/handbook/privacy.md', name: 'permissions', print: printPermissions },
  { page: 'docs/handbook/upkeep.md', name: 'environment', print: printEnvironment },
]

/** A file of the example room, with its imports as a room of `src/` would write them. */
function exampleOf(file: string): string {
  const text = readFileSync(join(import.meta.dirname, 'royal-visits', file), 'utf8')
  const moved = text
    .replaceAll("'../../../src/", "'../")
    .replaceAll("from '../stores.ts'", "from '../../tests/support/stores.ts'")
  return `\`\`\`${file.split('.').at(-1)}\n${moved.trimEnd()}\n\`\`\``
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function printFloors(): string {
  return table(
    ['floor', 'rooms', 'what is done there'],
    FLOORS.map(({ rooms, does }, index) => [
      String(FLOORS.length - index),
      rooms.map((room) => `\`${room}${room.endsWith('.ts') ? '' : '/'}\``).join(' '),
      does,
    ]),
  )
}

function printNavigation(): string {
  const entries = rooms.flatMap(({ navigation }) => navigation ?? [])
  const taken = entries.toSorted((a, b) => a.order - b.order).map(({ text, order }) => `${order} ${text}`)
  return `Orders that are taken: ${taken.join(', ')}.`
}

function printPermissions(): string {
  const permissions = rooms.flatMap((room) => room.permissions ?? [])
  return table(
    ['right', 'lets someone', 'held by'],
    permissions.map(({ id, allows, roles }) => [
      `\`${id}\``,
      allows,
      GIVEN_ROLES.filter((role) => roles.includes(role))
        .map((role) => ROLES[role].title)
        .join(', '),
    ]),
  )
}

function printEnvironment(): string {
  return table(
    ['variable', 'meaning', 'otherwise'],
    ENVIRONMENT.map(({ name, means, otherwise }) => [`\`${name}\``, means, otherwise]),
  )
}

type Command = Awaited<ReturnType<typeof commandLine>>

/** The help of every command, as `waymark COMMAND --help` says it. */
async function printCommands(): Promise<string> {
  const program = await commandLine({ out: () => {}, say: () => {}, progress: () => {} })
  const named = (command: Command): string =>
    (command.parent ? `${named(command.parent)} ` : '') + command.name()
  const every = (command: Command): Command[] => [command, ...command.commands.flatMap(every)]
  return every(program)
    .map((command) => `## ${named(command)}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\``)
    .join('\n\n')
}

/** A page with one part printed anew. Throws when it has no place for the part. */
export async function withPrinted(text: string, { page, name, print }: PrintedPart): Promise<string> {
  const [start, end] = [`<!-- printed: ${name} -->\n`, `<!-- end of ${name} -->`]
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error(`${page} has no place for what is printed as ${name}`)
  return `${text.slice(0, from + start.length)}${await print()}\n${text.slice(to)}`
}
