import { birthday, type DayNumber } from '../day-number.ts'
import type { CarePeriod, ChildLog } from '../event-log.ts'
import { isInPeriod, knownDay } from '../extract-view.ts'
import { careEpisodes, type CareEpisode } from './care-episode.ts'
import type { ReturnRow } from './return-row.ts'
import { backOn } from './missing-days.ts'
import { partKnownDay } from './return-day.ts'
import { byEnd, codeIn, isInYear, type ReturnYear } from './return-year.ts'
import type { WorkerHistory } from './worker-spell.ts'

export function episodeRows(
  child: ChildLog,
  period: CarePeriod,
  returnYear: ReturnYear,
): ReturnRow<'episodes'>[] {
  return careEpisodes(period, returnYear.view)
    .filter(({ to }) => to === null || to >= returnYear.from)
    .map((episode) => episodeRow(child, period, episode, returnYear.year))
}

/** Temporary moves and placements under Z have no provider, postcode or number. */
const HAS_NO_SETTING = /^[TZ]/

function episodeRow(
  child: ChildLog,
  period: CarePeriod,
  episode: CareEpisode,
  year: number,
): ReturnRow<'episodes'> {
  const { placement, changeReason, reasonCeased } = episode
  const hasSetting = !HAS_NO_SETTING.test(placement.type)
  return {
    CHILD: child.id,
    DECOM: episode.from,
    RNE: episode.reasonBegan,
    LS: episode.status,
    CIN: period.needCode,
    PLACE: codeIn(year, 'ssda903_placement_type', placement.type),
    PLACE_PROVIDER: hasSetting ? placement.provider : null,
    DEC: episode.to,
    REC: reasonCeased && codeIn(year, 'ssda903_reason_episode_ceased', reasonCeased),
    REASON_PLACE_CHANGE: changeReason && codeIn(year, 'ssda903_reason_placement_change', changeReason),
    HOME_POST: child.isUnaccompanied ? null : child.postcode,
    PL_POST: hasSetting ? placement.postcode : null,
    URN: hasSetting ? placement.urn : null,
  }
}

export const reviewRows = (
  child: ChildLog,
  period: CarePeriod,
  returnYear: ReturnYear,
): ReturnRow<'reviews'>[] =>
  period.reviews
    .filter(({ on }) => isInYear(returnYear, on))
    .map(({ on, participation }) => ({
      CHILD: child.id,
      DOB: child.bornOn,
      REVIEW: on,
      REVIEW_CODE: participation,
    }))

/** The status ceases at 18. */
export const uascRow = (child: ChildLog, returnYear: ReturnYear): ReturnRow<'uasc'> => ({
  CHILD: child.id,
  SEX: codeIn(returnYear.year, 'ssda903_sex', child.sex),
  DOB: child.bornOn,
  DUC: byEnd(returnYear, birthday(child.bornOn, 18)),
})

/** Asked when a child starts to be looked after: Z1 for one who had no permanent placement before. */
export function previousPermanenceRow(
  child: ChildLog,
  returnYear: ReturnYear,
): ReturnRow<'prev_perm'> | null {
  const period = child.care.findLast((candidate) => isInPeriod(returnYear.view, candidate.started))
  if (!period) return null
  const { previousPermanence: previous } = period
  return {
    CHILD: child.id,
    DOB: child.bornOn,
    PREV_PERM: previous?.option ?? 'Z1',
    LA_PERM: previous?.authority ?? null,
    DATE_PERM: previous && partKnownDay(previous.orderedOn),
  }
}

export function missingRows(
  child: ChildLog,
  period: CarePeriod,
  returnYear: ReturnYear,
): ReturnRow<'missing'>[] {
  const row = (kind: 'M' | 'A', from: DayNumber, to: DayNumber): ReturnRow<'missing'>[] =>
    from > returnYear.view.asAt || to < returnYear.from
      ? []
      : [
          {
            CHILD: child.id,
            DOB: child.bornOn,
            MISSING: kind,
            MIS_START: from,
            MIS_END: byEnd(returnYear, to),
          },
        ]
  return [
    ...period.missing.flatMap((episode) => row('M', episode.from, backOn(episode))),
    // A child who is away without leave is back the same day.
    ...period.absent.flatMap((on) => row('A', on, on)),
  ]
}

export function socialWorkerRows(
  child: ChildLog,
  period: CarePeriod,
  returnYear: ReturnYear,
  history: WorkerHistory,
): ReturnRow<'social_worker'>[] {
  const ended = knownDay(returnYear.view, period.ended)
  return history
    .spells(period.position, period.started.on, ended, whyCareBegan(child, period))
    .filter(({ from, to }) => from <= returnYear.view.asAt && (to === null || to >= returnYear.from))
    .map(({ worker, from, to, reason }) => ({
      CHILD: child.id,
      DOB: child.bornOn,
      SW_ID: worker,
      SW_DECOM: from,
      SW_DEC: byEnd(returnYear, to),
      SW_REASON: reason,
    }))
}

/** The case is handed over where the child was in need before; otherwise the worker is the first. */
export const whyCareBegan = ({ needs }: ChildLog, { started }: CarePeriod): string =>
  needs.some(
    ({ started: since, closed }) => since.on < started.on && (closed === null || closed.on >= started.on),
  )
    ? 'TSPROC'
    : 'FCONTA'
