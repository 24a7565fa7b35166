import { allow, operator } from '../../access/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { listRecords } from '../../records/index.ts'
import { rowsOfTemplate, type TemplateRows } from '../../standards/capture/template-rows.ts'
import {
  MISSING_NOTIFICATIONS,
  RETURN_INTERVIEWS,
} from '../../standards/capture/templates/missing-templates.ts'
import {
  missingEpisode,
  onOrBefore,
  RETURN_HOURS,
  returnStep,
  type MissingEpisode,
  type ReturnStep,
} from './episode.ts'
import { elapsedHours, hasHour, type Moment } from './moment.ts'

/** A day alone is written with its midnight, which the measures take as a day without an hour. */
const written = (moment: Moment): string => (hasHour(moment) ? moment : `${moment}T00:00`)

/**
 * Times missing and what followed, as they were at the end of a day, in the form of the two capture templates. Those whom
 * another council placed here are that council's to interview, and measures count children looked after by us: the others
 * are left out.
 */
export async function missingRows(records: Records, council: string, asAt: Day): Promise<TemplateRows[]> {
  const pass = allow(operator(council), 'cases:read')
  const episodes = (await listRecords(records, pass, missingEpisode))
    .filter(({ cared, missingFrom }) => cared === 'ours' && onOrBefore(missingFrom, asAt))
    .toSorted((left, right) => compare(left.missingFrom + left.id, right.missingFrom + right.id))
  const steps = Map.groupBy(
    (await listRecords(records, pass, returnStep)).filter(({ at }) => onOrBefore(at, asAt)),
    ({ episodeId }) => episodeId,
  )
  const back = episodes.filter(({ returnedAt }) => onOrBefore(returnedAt, asAt))
  return [
    rowsOfTemplate(
      MISSING_NOTIFICATIONS,
      episodes
        .filter(({ reportedAt }) => onOrBefore(reportedAt, asAt))
        .map((episode) => ({
          episode: episode.episode,
          child_id: episode.childId,
          missing_from: written(episode.missingFrom),
          reported_at: written(episode.reportedAt),
          reported_by: episode.reportedBy,
          recorded_at: onOrBefore(episode.recordedAt, asAt) ? written(episode.recordedAt) : '',
          returned_at: onOrBefore(episode.returnedAt, asAt) ? written(episode.returnedAt) : '',
        })),
    ),
    rowsOfTemplate(
      RETURN_INTERVIEWS,
      back.map((episode) => interviewRow(episode, steps.get(episode.id) ?? [])),
    ),
  ]
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

function interviewRow(episode: MissingEpisode, steps: readonly ReturnStep[]) {
  const order = steps.toSorted((left, right) => compare(left.at + left.id, right.at + right.id))
  const held = order.find(({ kind }) => kind === 'held')
  const isAccepted = order.some(({ kind }) => kind === 'held' || kind === 'booked')
  const isDeclined = order.some(({ kind }) => kind === 'declined')
  const offers = order.filter(({ kind }) => kind !== 'unable')
  return {
    episode: episode.episode,
    child_id: episode.childId,
    returned_at: written(episode.returnedAt),
    offered: offers.length > 0,
    offered_at: offers[0] ? written(offers[0].at) : '',
    accepted: isAccepted ? true : isDeclined ? false : '',
    held_at: held ? written(held.at) : '',
    within_72_hours: held ? elapsedHours(episode.returnedAt, held.at) <= RETURN_HOURS : '',
    independent: held ? held.independent === 'yes' : '',
    interviewer: held?.interviewer ?? '',
    team: episode.team === '' ? 'Not recorded' : episode.team,
    worker: episode.worker,
  }
}
