import { allow, type Pass } from '../access/index.ts'
import { currentSnapshot, sealedLoad, type SeenRole } from '../dataset/index.ts'
import type { Records } from '../platform/records.ts'
import { formatCount, formatNumber } from '../platform/words.ts'
import { listRecords } from '../records/index.ts'
import { Button } from '../ui/components/button.tsx'
import { Select } from '../ui/components/select.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField } from '../ui/page.tsx'
import { RecordTable } from '../ui/tables/record-table.tsx'
import { workerRole } from './worker-role.ts'

export interface RoleToDecide {
  role: string
  /** In the load in use; null where it has no such role. */
  involvements: number | null
  holds: boolean
  /** False where what is known of case systems decides. */
  isDecided: boolean
}

/** The roles of the load in use, and those that somebody decided on before, the most frequent first. */
export async function rolesToDecide(records: Records, pass: Pass<'load:write'>): Promise<RoleToDecide[]> {
  const reader = allow(pass.person, 'load:read')
  const current = await currentSnapshot(records, pass.person.council)
  const load = current && (await sealedLoad(records, reader, current.loadId))
  const decided = await listRecords(records, reader, workerRole)
  const seen = (load?.summary.roles ?? []).flatMap(({ role, involvements, holds }) => {
    if (role === null) return []
    const own = decided.find((record) => record.role === role)
    return [{ role, involvements, holds: own ? own.holds === 'yes' : holds, isDecided: own !== undefined }]
  })
  const others = decided
    .filter(({ role }) => !seen.some((known) => known.role === role))
    .map(({ role, holds }) => ({ role, involvements: null, holds: holds === 'yes', isDecided: true }))
  return [...seen, ...others]
}

type Body = Readonly<Record<string, unknown>>

/** What was chosen of each role in the form; what is no choice is left out. */
export function chosenRoles(body: Body): { role: string; holds: 'yes' | 'no' }[] {
  return [body['role']].flat().flatMap((role, index) => {
    const holds = body[`holds_${index}`]
    return typeof role === 'string' && role !== '' && (holds === 'yes' || holds === 'no')
      ? [{ role, holds }]
      : []
  })
}

export const RolesForm = ({ frame, roles }: { frame: FrameProps; roles: readonly RoleToDecide[] }) => (
  <>
    <h2 class="govuk-heading-m wm-section" id="roles">
      Roles of workers
    </h2>
    {roles.length === 0 ? (
      <p class="govuk-body">The load in use names no role of a worker.</p>
    ) : (
      <form method="post" action="/data/settings/roles" novalidate>
        <CsrfField frame={frame} />
        <p class="govuk-body">
          A worker who holds the child is the child’s own: caseloads, children without a worker and teams
          count by it. Known roles of Mosaic, Liquidlogic, Eclipse, CareDirector and Azeus are chosen already.
          A change counts from the next load on. <a href="/data/roles">Who decided, and when</a>.
        </p>
        <RecordTable
          head={[
            { text: 'Role' },
            { text: 'Involvements', format: 'numeric' },
            { text: 'A worker with it' },
            { text: 'Decided by' },
          ]}
          rows={roles.map(({ role, involvements, holds, isDecided }, index) => [
            { text: role },
            { text: involvements === null ? '–' : formatNumber(involvements), format: 'numeric' },
            {
              html: (
                <>
                  <input type="hidden" name="role" value={role} />
                  <Select
                    name={`holds_${index}`}
                    label={{ text: `A worker with the role ${role}`, classes: 'govuk-visually-hidden' }}
                    value={holds ? 'yes' : 'no'}
                    items={[
                      { value: 'yes', text: 'Holds the child' },
                      { value: 'no', text: 'Does not hold the child' },
                    ]}
                  />
                </>
              ),
            },
            { text: isDecided ? 'Your council' : 'What is known of case systems' },
          ])}
        />
        <Button text="Save roles" preventDoubleClick />
      </form>
    )}
  </>
)

/** On the page of a load: the roles that it has, and which of them made a worker the child's own. */
export function RolesSeen({ roles, mayLoad }: { roles: readonly SeenRole[]; mayLoad: boolean }) {
  if (roles.length === 0) return null
  const holding = roles.filter(({ holds }) => holds)
  return (
    <>
      <h2 class="govuk-heading-m wm-section">Roles of workers</h2>
      <p class="govuk-body">
        {holding.length === 0
          ? `None of ${formatCount(roles.length, 'role')} is known to hold the child.`
          : `${formatCount(holding.length, 'role')} of ${roles.length} hold${holding.length === 1 ? 's' : ''} the child.`}{' '}
        {mayLoad ? <a href="/data/settings#roles">Choose which roles do</a> : null}
      </p>
      <RecordTable
        head={[{ text: 'Role' }, { text: 'Involvements', format: 'numeric' }, { text: 'A worker with it' }]}
        rows={roles.map(({ role, involvements, holds }) => [
          { text: role ?? 'Blank' },
          { text: formatNumber(involvements), format: 'numeric' },
          { text: holds ? 'Holds the child' : 'Does not hold the child' },
        ])}
      />
    </>
  )
}
