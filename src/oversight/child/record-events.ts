import { allow, type Person } from '../../access/index.ts'
import { dayInEngland, formatDay, type Day } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import { answersOf } from '../answers/answer-store.ts'
import { latestAnswers } from '../answers/answer.ts'
import { actionsOf } from '../clinics/action-store.ts'
import type { ClinicAction } from '../clinics/clinic-action.ts'
import type { ClinicItem } from '../clinics/clinic-item.ts'
import { clinicsOf } from '../clinics/clinic-store.ts'
import { itemsOf } from '../clinics/item-store.ts'
import { listOfId } from '../lists/lists.ts'
import type { ChildEvent } from './event.ts'

declare module '../../platform/room.ts' {
  interface Questions {
    /**
     * What a room's records hold about one child, by the council's id. It is asked once the person was found to see the child,
     * and shown with the child's record alone. Child-level.
     */
    recordEvents: (person: Person, childId: string, today: Day) => Promise<ChildEvent[]>
  }
}

const event = (on: Day, what: string, note = '', state: ChildEvent['state'] = null): ChildEvent => ({
  on,
  lane: 'Kept in Waymark',
  what,
  note,
  state,
  source: null,
})

/** Answers on lists, what clinics said, and the actions about a child. */
export async function oversightEvents(
  { records }: Pick<Services, 'records'>,
  person: Person,
  childId: string,
  today: Day,
): Promise<ChildEvent[]> {
  const cases = allow(person, 'cases:read')
  const figures = allow(person, 'figures:read')
  const own = (await answersOf(records, cases)).filter(({ subject }) => subject === childId)
  const latest = new Set([...latestAnswers(own).values()].map(({ id }) => id))
  const titleOf = (list: string) => listOfId(list)?.title ?? list
  const clinics = new Map((await clinicsOf(records, figures)).map((clinic) => [clinic.id, clinic]))
  const items = (await itemsOf(records, cases)).filter(
    ({ subject, list, outcome }) => subject === childId && outcome !== 'agreed' && listOfId(list),
  )
  const actions = (await actionsOf(records, figures)).filter(
    ({ subject, list }) => subject === childId && list !== '',
  )
  return [
    ...own.flatMap((answer) => [
      event(
        dayInEngland(answer.answeredAt),
        `Answered on ${titleOf(answer.list)}: ${answer.reason}`,
        `${answer.plan} Owner: ${answer.owner}. By ${answer.answeredBy}.`,
      ),
      ...(latest.has(answer.id) && answer.checkBackOn >= today
        ? [
            event(
              answer.checkBackOn,
              `${titleOf(answer.list)}: check back due`,
              `Promised by ${answer.owner}`,
              'due',
            ),
          ]
        : []),
    ]),
    ...items.map((item) =>
      event(
        dayInEngland(item.saidAt),
        `${CLINIC_WORDS[item.outcome]} ${titleOf(item.list)}`,
        clinics.get(item.clinicId)?.title ?? '',
      ),
    ),
    ...actions.map((action) => actionEvent(action, today)),
  ]
}

/** What a clinic wrote of a child, before the list's title. */
const CLINIC_WORDS: Readonly<Record<ClinicItem['outcome'], string>> = {
  agreed: 'Agreed at a clinic on',
  nothing: 'Talked through at a clinic: nothing new agreed on',
  silent: 'Nobody had answered when a clinic closed on',
  left: 'A clinic found the child no longer on',
  again: 'A clinic found the child again on',
}

const actionEvent = (action: ClinicAction, today: Day): ChildEvent =>
  action.closedOn === null
    ? event(
        action.dueOn,
        `Action of a clinic due: ${action.action}`,
        `Owner: ${action.owner}`,
        action.dueOn < today ? 'overdue' : 'due',
      )
    : event(
        action.closedOn,
        `Action of a clinic closed: ${action.action}`,
        `By ${formatDay(action.dueOn)}; ${action.outcome}`,
      )
