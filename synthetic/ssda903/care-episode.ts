import type { DayNumber } from '../day-number.ts'
import type { CarePeriod, Placement } from '../event-log.ts'
import { knownDay, type ExtractView } from '../extract-view.ts'

/** Part of a period of care in which neither the legal status nor the placement changed. */
export interface CareEpisode {
  from: DayNumber
  /** The day it ended, which is that on which the next begins; null while it goes on. */
  to: DayNumber | null
  /** Bare code: S, or L, P, T, B, U by what changed. */
  reasonBegan: string
  /** X1 when another follows; null while it goes on. */
  reasonCeased: string | null
  status: string
  placement: Placement
  /** The placement's place among the period's, from 1. */
  placementNumber: number
  /** Why the placement changed when this ended; null where it did not. */
  changeReason: string | null
}

/**
 * A period of care cut at each change of legal status or placement, as far as it is known: each episode ends on the
 * day that the next begins, and the last with the period.
 */
export function careEpisodes(period: CarePeriod, view: ExtractView): CareEpisode[] {
  const { statuses, placements } = period
  const begun = period.started.on
  const ended = knownDay(view, period.ended)
  const episodes: CareEpisode[] = []
  for (const from of [begun, ...changesWithin(period, begun, ended ?? view.asAt + 1)]) {
    const status = (statuses.findLast((spell) => spell.from <= from) ?? statuses[0]!).status
    const index = Math.max(
      0,
      placements.findLastIndex((spell) => spell.from <= from),
    )
    const placement = placements[index]!
    const before = episodes.at(-1)
    const reasonBegan = before ? whatChanged(before, status, placement) : 'S'
    if (reasonBegan === null) continue
    if (before) {
      before.to = from
      before.reasonCeased = 'X1'
      before.changeReason = before.placement === placement ? null : before.placement.changeReason
    }
    episodes.push({
      from,
      to: ended,
      reasonBegan,
      reasonCeased: ended === null ? null : period.endReason,
      status,
      placement,
      placementNumber: index + 1,
      changeReason: null,
    })
  }
  return episodes
}

/** Days after the first and before `end` on which a status or placement begins, each once, in order. */
function changesWithin({ statuses, placements }: CarePeriod, begun: DayNumber, end: DayNumber): DayNumber[] {
  const days = [...statuses, ...placements].map(({ from }) => from)
  return [...new Set(days.filter((day) => day > begun && day < end))].sort((a, b) => a - b)
}

/** Null when nothing did. */
function whatChanged(before: CareEpisode, status: string, placement: Placement): string | null {
  const isOtherStatus = before.status !== status
  if (before.placement === placement) return isOtherStatus ? 'L' : null
  const isSameCarer = before.placement.changeReason === 'PLACE'
  if (isOtherStatus) return isSameCarer ? 'U' : 'B'
  return isSameCarer ? 'T' : 'P'
}
