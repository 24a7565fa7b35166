import type { HomePart, Person } from '../../access/index.ts'
import { formatDay, formatWeekday, type Day } from '../../platform/day.ts'
import type { OwnedAction } from '../clinics/action-store.ts'
import { clinicHref, concernsTeams, listsOf, teamsOf, type Clinic } from '../clinics/clinic.ts'
import type { OwnWork } from './own-work.ts'

/** The clinics to come with one of a manager's teams at least, with how much of their pack has an answer. */
export function clinicsPart(
  clinics: readonly Clinic[],
  { rows }: OwnWork,
  person: Person,
  today: Day,
): HomePart {
  const toCome = clinics
    .filter((clinic) => clinic.state === 'planned' && concernsTeams(person, teamsOf(clinic)))
    .toReversed()
  const packOf = (clinic: Clinic) => {
    const [teams, lists] = [new Set(teamsOf(clinic)), new Set(listsOf(clinic).map(({ id }) => id))]
    const pack = rows.filter(
      ({ row }) => row.isOverdue && row.team && teams.has(row.team) && lists.has(row.list),
    )
    return `${pack.filter(({ answer }) => answer !== null).length} of ${pack.length} answered`
  }
  return {
    heading: `Clinics to come: ${toCome.length}`,
    narrow: true,
    body:
      toCome.length === 0 ? (
        <p>
          No clinic of your teams is planned. <a href="/clinics">Performance clinics</a>
        </p>
      ) : (
        <ul class="govuk-list">
          {toCome.map((clinic) => (
            <li>
              <a href={clinicHref(clinic.id)}>
                {clinic.title}, {formatDay(clinic.heldOn)}
              </a>{' '}
              <b>{clinic.heldOn === today ? 'today' : clinic.heldOn < today ? 'not closed' : ''}</b>
              <br />
              {[formatWeekday(clinic.heldOn), clinic.startsAt, clinic.chair, packOf(clinic)]
                .filter(Boolean)
                .join('; ')}
            </li>
          ))}
        </ul>
      ),
  }
}

/** The actions that are for a person to do. Names no child. */
export function actionsPart(actions: readonly OwnedAction[], today: Day, mayLead: boolean): HomePart | null {
  if (actions.length === 0) return null
  const late = actions.filter(({ dueOn }) => dueOn < today).length
  const [first] = actions
  return {
    heading: `Actions of clinics for you: ${actions.length}`,
    narrow: true,
    ...(mayLead && {
      lead: {
        title: 'Your work',
        sentence: {
          bold: `${actions.length} ${actions.length === 1 ? 'action waits' : 'actions wait'} for you.`,
          rest: late > 0 ? `${late} ${late === 1 ? 'is' : 'are'} past the day that was agreed.` : '',
        },
        first: { text: 'Open the first action', href: first!.href, note: `By ${formatDay(first!.dueOn)}.` },
      },
    }),
    body: (
      <ul class="govuk-list">
        {actions.map(({ href, action, dueOn, clinic }) => (
          <li>
            <a href={href}>{action ?? 'About a child'}</a> by <b>{formatDay(dueOn)}</b>
            {dueOn < today ? ', past' : ''}
            <br />
            <span class="wm-secondary">{clinic}</span>
          </li>
        ))}
      </ul>
    ),
  }
}
