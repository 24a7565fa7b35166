import type { BuildConnection } from '../building/build.ts'

/** What somebody of the council said of a role that workers have. */
export interface RoleChoice {
  role: string
  /** Whether a worker with it is the child's own. */
  holds: boolean
}

/** A role that workers have in a load. */
export interface SeenRole {
  /** Null where it is blank. */
  role: string | null
  involvements: number
  /** Whether it made a worker the child's own. */
  holds: boolean
}

const listOf = (texts: readonly string[]): string =>
  `cast([${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}] as varchar[])`

/** The choices decide before all that is known of case systems. To be asked before sources are converted. */
export async function chooseRoles(build: BuildConnection, choices: readonly RoleChoice[]): Promise<void> {
  const rolesThat = (holds: boolean) =>
    choices.filter((choice) => choice.holds === holds).map(({ role }) => role)
  await build.run(`set variable own_roles = ${listOf(rolesThat(true))}`)
  await build.run(`set variable other_roles = ${listOf(rolesThat(false))}`)
}

export const addOwnRoles = (build: BuildConnection, roles: readonly string[]): Promise<void> =>
  build.run(`set variable own_roles = list_concat(coalesce(getvariable('own_roles'), []), ${listOf(roles)})`)

/** The most frequent first. */
export const seenRoles = (build: BuildConnection): Promise<SeenRole[]> =>
  build.all<SeenRole>(
    `select role, cast(count(*) as integer) as involvements, bool_or(is_primary) as holds
     from involvements group by role order by involvements desc, role`,
  )
