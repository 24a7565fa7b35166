import type { Day } from '../platform/day.ts'
import { day, defineRecord, instant, parent, text, type RecordOf } from '../records/index.ts'
import { actionKind } from './action.ts'
import { PLAN_RECORDS } from './recommendation.ts'

/** Something that shows that an action was done. Waymark holds where it is, not the document. */
export const evidenceKind = defineRecord({
  ...PLAN_RECORDS,
  name: 'evidence',
  table: 'plan_evidence',
  idPrefix: 'evi',
  words: { one: 'evidence', many: 'evidence', a: 'evidence' },
  parents: { actionId: parent(() => actionKind, { label: 'Action', required: 'Choose the action' }) },
  fields: {
    /** `3.2 E1` */
    ref: text({ label: 'Reference', required: 'Enter the reference', hidden: true }),
    title: text({ label: 'What it is', required: 'Enter what it is', historyLabel: 'Title' }),
    /** A reference that a reader with the right can follow. */
    place: text({
      label: 'Where it is kept',
      hint: 'A reference that others can follow. Waymark does not hold the document.',
      required: 'Enter where it is kept',
    }),
    effectiveOn: day({
      label: 'Day from which it counts',
      required: 'Enter the day from which it counts',
      historyLabel: 'Counts from',
    }),
    /** Null for what does not go stale. */
    expiresOn: day({
      label: 'Last day on which it counts',
      hint: 'Leave empty if it does not go stale.',
      historyLabel: 'Counts until',
    }),
    uploadedAt: instant({ label: 'Added at', required: 'Enter when it was added', hidden: true }),
    uploadedBy: text({ label: 'Added by', hidden: true }),
  },
  named: 'title',
  about: ({ actionId }) => actionId,
})
export type Evidence = RecordOf<typeof evidenceKind.fields>

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
  return running.sort((a, b) => (a.expiresOn! < b.expiresOn! ? -1 : 1))[0] ?? null
}
