import { allow, type Person } from '../../access/index.ts'
import { type Day } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import { instantText, listRecords } from '../../records/index.ts'
import type { ChildEvent } from '../child/event.ts'
import { missingEpisode, returnClock, returnStep, STEPS, strategyDiscussion } from './episode.ts'
import { dayOf, formatMoment, momentOf } from './moment.ts'

const event = (on: Day, what: string, note = '', state: ChildEvent['state'] = null): ChildEvent => ({
  on,
  lane: 'Kept in Waymark',
  what,
  note,
  state,
  source: null,
})

/** The times that a child was missing, what followed, and strategy discussions. Child-level. */
export async function missingEvents(
  { records, clock }: Pick<Services, 'records' | 'clock'>,
  person: Person,
  childId: string,
): Promise<ChildEvent[]> {
  const pass = allow(person, 'cases:read')
  const own = (await listRecords(records, pass, missingEpisode)).filter((one) => one.childId === childId)
  const steps = Map.groupBy(await listRecords(records, pass, returnStep), ({ episodeId }) => episodeId)
  const discussions = (await listRecords(records, pass, strategyDiscussion)).filter(
    (held) => held.childId === childId,
  )
  const now = momentOf(instantText(clock.now()))
  return [
    ...own.flatMap((episode) => {
      const after = steps.get(episode.id) ?? []
      const { limit, state } = returnClock(episode, after, now)
      return [
        event(dayOf(episode.missingFrom), 'Missing', `From ${formatMoment(episode.missingFrom)}`),
        ...(episode.returnedAt === ''
          ? []
          : [event(dayOf(episode.returnedAt), 'Back', formatMoment(episode.returnedAt))]),
        ...after.map((step) =>
          event(
            dayOf(step.at),
            `Return interview: ${STEPS[step.kind].toLowerCase()}`,
            step.bookedFor === '' ? '' : `For ${formatMoment(step.bookedFor)}`,
          ),
        ),
        ...(limit !== null && (state === 'running' || state === 'past')
          ? [
              event(
                dayOf(limit),
                'Return interview due',
                `By ${formatMoment(limit)}`,
                state === 'past' ? 'overdue' : 'due',
              ),
            ]
          : []),
      ] satisfies ChildEvent[]
    }),
    ...discussions.map(({ heldOn }) => event(heldOn, 'Strategy discussion about going missing')),
  ]
}
