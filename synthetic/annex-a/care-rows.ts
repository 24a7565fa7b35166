import { publishedCode } from '../../src/standards/code-sets.ts'
import type { DayNumber } from '../day-number.ts'
import type { CarePeriod, ChildLog } from '../event-log.ts'
import { opening, yesNo, yesNoUnknown, type AnnexARow } from './annex-a-row.ts'
import { daysOf, knownDay, latestBy, wasGoingOn, type ExtractView } from '../extract-view.ts'

/** List 8: a row for each period of care that touched the months written. Child-level. */
export function childInCareRows(child: ChildLog, view: ExtractView): AnnexARow[] {
  return child.care
    .filter(({ started, ended }) => wasGoingOn(view, started, ended))
    .map((period, index) => rowOf(child, period, child.care[index - 1] ?? null, view))
}

function rowOf(child: ChildLog, period: CarePeriod, before: CarePeriod | null, view: ExtractView): AnnexARow {
  const endedOn = knownDay(view, period.ended)
  const last = Math.min(endedOn ?? view.asAt, view.asAt)
  const yearAgo = view.asAt - 365
  const current = period.placements.findLast(({ from }) => from <= last) ?? period.placements[0]!
  const status = period.statuses.findLast(({ from }) => from <= last) ?? period.statuses[0]!
  const inYear = (days: readonly DayNumber[]) => days.filter((day) => day > yearAgo && day <= last).length
  const missing = period.missing.filter(({ from }) => from > yearAgo && from <= last)
  const interview = missing.at(-1)?.interview ?? null
  const started = period.started.on
  return [
    ...opening(child, view),
    yesNo(child.isUnaccompanied && (endedOn === null || endedOn > yearAgo)),
    yesNo(child.isDisabled),
    started,
    publishedCode('category_of_need', period.needCode),
    yesNo(before?.ended != null && before.ended.on > started - 365),
    status.from,
    publishedCode('legal_status', status.status),
    latestBy(daysOf(period.reviews), view, endedOn),
    latestBy(daysOf(period.visits), view, endedOn),
    publishedCode('permanence_plan', period.permanencePlan),
    latestBy(period.officerContacts, view, endedOn),
    latestBy(period.healthChecks, view, endedOn),
    latestBy(period.dentalChecks, view, endedOn),
    Math.max(1, placementsInYear(period, yearAgo, last)),
    endedOn,
    endedOn === null ? null : publishedCode('reason_ceased_looked_after', period.endReason),
    current.from,
    publishedCode('placement_type', current.type),
    publishedCode('placement_provider', current.provider),
    current.postcode,
    current.urn === '' ? null : current.urn,
    publishedCode('placement_location', current.isOutside ? 'out' : 'in'),
    current.authority,
    missing.length,
    inYear(period.absent),
    interview ? yesNoUnknown(interview.wasOffered) : null,
    interview && interview.wasAccepted !== null ? yesNo(interview.wasAccepted) : null,
    period.position.team,
    view.workerOf(period.position),
  ]
}

/** Placements begun in the year, and the one it began with. */
const placementsInYear = ({ placements }: CarePeriod, yearAgo: DayNumber, last: DayNumber): number =>
  placements.filter(({ from }, index) => {
    const next = placements[index + 1]?.from ?? Infinity
    return from <= last && next > yearAgo
  }).length
