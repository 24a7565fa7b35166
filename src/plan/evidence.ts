import type { Day, Instant } from '../platform/day.ts'

/** Something that shows that an action was done. Waymark holds where it is, not the document. */
export interface Evidence {
  id: string
  actionId: string
  /** `3.2 E1` */
  ref: string
  /** What it is. */
  title: string
  /** Where it is kept: a reference that a reader with the right can follow. */
  place: string
  /** The day from which it shows what it shows. */
  effectiveOn: Day
  /** The last day on which it still counts; null for what does not go stale. */
  expiresOn: Day | null
  uploadedAt: Instant
  uploadedBy: string
  version: number
}

/** Evidence is stale from the day after its last day. */
export const isStale = (evidence: Pick<Evidence, 'expiresOn'>, today: Day): boolean =>
  evidence.expiresOn !== null && evidence.expiresOn < today

/** It already shows what it shows, and has not gone stale. */
export const inDate = (evidence: Pick<Evidence, 'effectiveOn' | 'expiresOn'>, today: Day): boolean =>
  evidence.effectiveOn <= today && !isStale(evidence, today)

/** The piece in date that goes stale soonest; null when none will. */
export function nextToGoStale<Piece extends Pick<Evidence, 'effectiveOn' | 'expiresOn'>>(
  evidence: readonly Piece[],
  today: Day,
): Piece | null {
  const running = evidence.filter((piece) => piece.expiresOn !== null && inDate(piece, today))
  return running.sort((one, other) => (one.expiresOn! < other.expiresOn! ? -1 : 1))[0] ?? null
}
