import { allow, operator } from '../../access/index.ts'
import type { RecordContext, RecordTable } from '../../measures/index.ts'
import { actionsOf } from './action-store.ts'
import { clinic, clinicHref, teamsOf } from './clinic.ts'
import { isAboutChild } from './clinic-action.ts'
import { clinicsOf } from './clinic-store.ts'

/**
 * Clinics by team, and what they asked of whom, as measures read them. An action about a child is there without the child
 * and without its words: a list of actions is for everybody who reads figures.
 */
export async function clinicMeasureRows({ records, council }: RecordContext): Promise<RecordTable[]> {
  const pass = allow(operator(council), 'figures:read')
  const clinics = await clinicsOf(records, pass)
  const byId = new Map(clinics.map((found) => [found.id, found]))
  const actions = (await actionsOf(records, pass)).flatMap((action) => {
    const of = byId.get(action.clinicId)
    return of ? [{ action, of }] : []
  })
  return [
    {
      name: 'clinic_team',
      read: 'figures:read',
      words: { one: 'team of a clinic', many: 'teams of clinics' },
      columns: { clinic_id: 'text', team: 'text', held_on: 'date' },
      rows: clinics.flatMap((found) =>
        teamsOf(found).map((team) => ({ clinic_id: found.id, team, held_on: found.heldOn })),
      ),
    },
    {
      name: 'clinic_action',
      read: 'figures:read',
      words: { one: 'action', many: 'actions' },
      columns: {
        id: 'text',
        clinic_id: 'text',
        team: 'text',
        raised_on: 'date',
        due_on: 'date',
        closed_on: 'date',
      },
      rows: actions.map(({ action, of }) => ({
        id: action.id,
        clinic_id: action.clinicId,
        team: action.team === '' ? onlyTeam(teamsOf(of)) : action.team,
        raised_on: action.raisedOn,
        due_on: action.dueOn,
        closed_on: action.closedOn,
      })),
      links: Object.fromEntries(
        actions.map(({ action, of }) => [
          action.id,
          {
            name: isAboutChild(action) ? `An action of ${clinic.nameOf(of)}` : action.action,
            href: clinicHref(of.id),
          },
        ]),
      ),
    },
  ]
}

/** An action about no child is a team's where its clinic was of one team. */
const onlyTeam = (teams: readonly string[]): string | null => (teams.length === 1 ? teams[0]! : null)
