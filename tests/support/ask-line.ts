import { GIVEN_ROLES, type AccessLine, type Role } from '../../src/access/index.ts'
import type { CouncilWorld } from './council-world.ts'

type Things = CouncilWorld['ours']
type Answers = Partial<Record<Role, number>>

/** Puts a council's own things into their places: `{action}`. */
const filled = (text: string, things: Things): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const thing = new Map(Object.entries(things)).get(name)
    if (thing === undefined)
      throw new Error(`No room makes ${name}: answer its id in the room’s accessThings`)
    return thing
  })

export const addressOf = (line: AccessLine, things: Things): string =>
  line.at ? encodeURI(filled(line.at, things)) : line.route.replace(/^\w+ /, '')

const formOf = (line: AccessLine, things: Things): Record<string, string> =>
  Object.fromEntries(Object.entries(line.form ?? {}).map(([name, value]) => [name, filled(value, things)]))

/** What a line's address answers somebody of the first council, or nobody, for the things of either. */
export async function askLine(
  world: CouncilWorld,
  role: Role | null,
  line: AccessLine,
  things: Things = world.ours,
): Promise<number> {
  const visitor = await world.visitor(role)
  const address = addressOf(line, things)
  const isForm = line.route.startsWith('POST')
  return (await (isForm ? visitor.post(address, formOf(line, things)) : visitor.get(address))).status
}

/** What each role is answered. */
export async function foundBy(world: CouncilWorld, line: AccessLine): Promise<Answers> {
  const found: Answers = {}
  for (const role of GIVEN_ROLES) found[role] = await askLine(world, role, line)
  return found
}

/** What a line says that each role must be answered. */
export const expectedOf = (line: AccessLine): Answers =>
  Object.fromEntries(
    GIVEN_ROLES.map((role) => [role, line.to.includes(role) ? (line.but?.[role] ?? line.answer) : 403]),
  )
