import { allow, may, type Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import { formatCount } from '../../platform/words.ts'
import { listRecords } from '../../records/index.ts'
import { countedStandards } from './meeting-read.ts'
import { MEETING_KINDS, type MeetingKind } from './meeting.ts'
import { reportStandard, standardFor, type Standard } from './report-standard.ts'

const KINDS = Object.keys(MEETING_KINDS) as MeetingKind[]

/** The standards that the figures of a snapshot were worked out with, of the council's own. */
async function standardsIn(snapshot: SealedSnapshot): Promise<Standard[]> {
  const rows = await countedStandards(snapshot)
  return rows.flatMap(({ kind: code, workingDays, fromOn }) => {
    const kind = KINDS.find((one) => MEETING_KINDS[one].code === code)
    return kind ? [{ kind, workingDays, fromOn }] : []
  })
}

/** A kind of meeting for which the figures count other days than the diary, and the first day of which that is so. */
export interface Differing {
  kind: MeetingKind
  from: Day
  counted: number
  set: number
}

/**
 * Where the figures were worked out with other standards than those that are set: one was set, or changed, after the load. Of
 * each kind the first day on which they differ, among meetings that the figures may have: up to the day of the figures.
 */
export function differingStandards(
  counted: readonly Standard[],
  set: readonly Standard[],
  asAt: Day,
): Differing[] {
  return KINDS.flatMap((kind) => {
    const days = [...counted, ...set].filter((standard) => standard.kind === kind).map(({ fromOn }) => fromOn)
    const from = days
      .filter((day) => day <= asAt)
      .toSorted()
      .find((day) => standardFor(counted, kind, day) !== standardFor(set, kind, day))
    return from === undefined
      ? []
      : [{ kind, from, counted: standardFor(counted, kind, from), set: standardFor(set, kind, from) }]
  })
}

/** The same of the figures in use; empty where they agree. */
export const findDiffering = async (
  snapshot: SealedSnapshot,
  set: readonly Standard[],
): Promise<Differing[]> => differingStandards(await standardsIn(snapshot), set, snapshot.asAt)

/** "for meetings from 1 January 2015 the figures count 3 working days before an initial conference, and 4 are set" */
export const describeDiffering = ({ kind, from, counted, set }: Differing): string =>
  `for meetings from ${formatDay(from)} the figures count ${formatCount(counted, 'working day')} before ${kind === 'initial' ? 'an' : 'a'} ${MEETING_KINDS[kind].words.toLowerCase()}, and ${set} ${set === 1 ? 'is' : 'are'} set`

/** Kinds of meetings of which a series counts whether the report came in time. */
const COUNTED: Readonly<Record<string, MeetingKind>> = {
  'cp-report-shared': 'initial',
  'cp-report-shared.icpc': 'initial',
  'cp-report-shared.rcpc': 'review',
  'lac-review-sw.report': 'care',
}

/** By which standard a measure of reports counts, for its page. */
export async function standardsOfMeasure(
  { records, pool }: Pick<Services, 'records' | 'pool'>,
  person: Person,
  { id }: { id: string },
): Promise<{ href: string; text: string; note: string }[]> {
  const kind = COUNTED[id]
  const snapshot = kind && may(person, 'figures:read') ? await pool.current(person.council) : null
  if (!kind || !snapshot) return []
  const set = await listRecords(records, allow(person, 'figures:read'), reportStandard)
  const differing = (await findDiffering(snapshot, set)).find((one) => one.kind === kind)
  const days = standardFor(await standardsIn(snapshot), kind, snapshot.asAt)
  return [
    {
      href: '/report-standards',
      text: 'By when reports must reach families',
      note: differing
        ? `${describeDiffering(differing)}: that comes with the next load`
        : `${formatCount(days, 'working day')} before the meeting at the day of the figures`,
    },
  ]
}
