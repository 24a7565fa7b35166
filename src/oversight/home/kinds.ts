import { allow, type HomeKind, type HomePart, type Person, type Role } from '../../access/index.ts'
import { ownedActions } from '../clinics/action-store.ts'
import { clinicsOf } from '../clinics/clinic-store.ts'
import { rowStates } from '../clinics/row-states.ts'
import { countEveryList } from '../lists/list-read.ts'
import { actionsPart, clinicsPart } from './clinics-part.tsx'
import { drawnPart } from './drawn-part.tsx'
import { fortnightPart } from './fortnight-part.tsx'
import { capsOf } from './held-children.ts'
import { listsPart } from './lists-part.tsx'
import { loadPart } from './load-part.tsx'
import { ownWork, type HomeDeps, type OwnWork } from './own-work.ts'
import { passedPart } from './passed-part.tsx'
import { teamsPart } from './teams-part.tsx'

const MANAGERS: readonly Role[] = ['team_manager', 'head_of_service']
const WITHOUT_LISTS: readonly Role[] = ['panel_adviser', 'finance_partner', 'hr_partner', 'data_team']

/** What the lists, clinics and assignments have for the first page of each role. */
export function oversightHome(deps: HomeDeps): HomeKind[] {
  const { records, clock, pool } = deps
  const once = readOnce(deps)
  const kind = (
    order: number,
    roles: readonly Role[],
    part: (work: OwnWork, person: Person) => HomePart | null | Promise<HomePart | null>,
  ): HomeKind => ({
    order,
    roles,
    part: async (person) => {
      const work = await once(person)
      return work && (await part(work, person))
    },
  })
  return [
    kind(10, ['head_of_service'], passedPart),
    kind(15, ['auditor'], drawnPart),
    kind(20, ['social_worker'], (work, person) => fortnightPart(work, person, clock.today())),
    kind(20, [...MANAGERS, 'reviewing_officer', 'auditor', 'childrens_rights'], listsPart),
    kind(30, ['reviewing_officer'], drawnPart),
    kind(30, ['team_manager'], async (work, person) => {
      const snapshot = await pool.current(person.council)
      return snapshot && loadPart(work, await capsOf(snapshot))
    }),
    kind(40, MANAGERS, async (work, person) =>
      clinicsPart(await clinicsOf(records, allow(person, 'figures:read')), work, person, clock.today()),
    ),
    {
      order: 50,
      roles: ['social_worker', ...MANAGERS, 'reviewing_officer', 'childrens_rights', ...WITHOUT_LISTS],
      part: async (person) =>
        actionsPart(
          await ownedActions(records, allow(person, 'figures:read')),
          clock.today(),
          WITHOUT_LISTS.includes(person.role),
        ),
    },
    {
      order: 60,
      roles: ['head_of_service'],
      part: async (person) => {
        const pass = allow(person, 'figures:read')
        const snapshot = await pool.current(person.council)
        if (!snapshot) return null
        return teamsPart(await countEveryList(snapshot, pass, await rowStates(records, pass)), person)
      },
    },
  ]
}

/** The parts of one page are of one reading: one line in the access log for each time that somebody opens it. */
function readOnce(deps: HomeDeps): (person: Person) => Promise<OwnWork | null> {
  const underWay = new WeakMap<Person, Promise<OwnWork | null>>()
  return (person) => {
    const known = underWay.get(person) ?? ownWork(deps, person)
    underWay.set(person, known)
    return known
  }
}
