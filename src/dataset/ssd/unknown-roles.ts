import type { Problem } from '../../intake/index.ts'
import type { Build } from '../building/build.ts'

/** Says which roles workers have where none of them tells who holds a child. Nothing where one does. */
export async function unknownRoles(build: Build): Promise<Problem[]> {
  const roles = await build.all<{
    role: string | null
    times: number
    held: boolean
    file: string
    sheet: string
  }>(
    `select role, count(*) as times, bool_or(is_primary) as held, any_value(file) as file, any_value(sheet) as sheet
     from involvements group by role order by times desc, role`,
  )
  const [first] = roles
  if (!first || roles.some(({ held }) => held)) return []
  const seen = roles.slice(0, MAX_NAMED).map(({ role, times }) => `${role ?? 'blank'} (${times})`)
  const more = roles.length > MAX_NAMED ? ` and ${roles.length - MAX_NAMED} more` : ''
  return [
    {
      severity: 'warning',
      code: 'roles-unknown',
      file: first.file,
      sheet: first.sheet,
      row: null,
      field: 'invo_professional_role_id',
      value: null,
      message:
        `No role here is known to say who holds a child, so caseloads, children without a worker and the team of open work are not available. ` +
        `Roles seen: ${seen.join(', ')}${more}. Say in Settings for data (or in WAYMARK_WORKER_ROLES) which of them hold the child, and load again`,
    },
  ]
}

const MAX_NAMED = 12
