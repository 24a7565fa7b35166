import type { Day } from '../../platform/day.ts'
import { reasonOfFile } from './absence-reason.ts'
import {
  MEETING_KINDS,
  type Came,
  type ChildAtMeeting,
  type Meeting,
  type MeetingChild,
  type MeetingKind,
} from './meeting.ts'

/** A child's row of the council's file. Child-level. */
export interface FiledRow {
  meeting: string
  childId: string
  ref: string
  kind: string | null
  bookedOn: Day
  heldOn: Day | null
  team: string | null
  worker: string | null
  attended: boolean | null
  instead: string | null
  missedBecause: string | null
  chairHadOn: Day | null
  sharedOn: Day | null
  chair: string | null
}

/** A child of a meeting that was booked in Waymark. Child-level. */
export interface OwnRow {
  record: MeetingChild
  ref: string
  team: string | null
  worker: string | null
}

type PlacedChild = Omit<Meeting, 'children'> & { child: ChildAtMeeting }

const keyOf = (meeting: string, childId: string): string => JSON.stringify([meeting, childId])
const dayKey = (childId: string, bookedOn: Day): string => JSON.stringify([childId, bookedOn])

/**
 * One meeting from the rows of its children. The council's file says which meetings there are, and when; what was recorded in
 * Waymark of who came and when the report was shared comes first, as it does in a load (`keptFirst` of the template). A
 * booking of Waymark's that the file has since brought, for the same child and day, is there once.
 */
export function meetingsFrom(
  filed: readonly FiledRow[],
  own: readonly OwnRow[],
  kept: readonly MeetingChild[],
  refOf: (meeting: string) => string,
): Meeting[] {
  const byMeeting = new Map(kept.map((record) => [keyOf(record.meeting, record.childId), record]))
  const byDay = new Map(
    kept.flatMap((record) =>
      record.keptHere === 'yes' ? [[dayKey(record.childId, record.bookedOn), record] as const] : [],
    ),
  )
  const recordOf = ({ meeting, childId, bookedOn }: FiledRow): MeetingChild | null =>
    byMeeting.get(keyOf(meeting, childId)) ?? byDay.get(dayKey(childId, bookedOn)) ?? null
  const fromFile = filed.flatMap((row) => fromFiled(row, recordOf(row), refOf))
  const used = new Set(fromFile.flatMap(({ child }) => child.record?.id ?? []))
  const fromRecords = own.filter(({ record }) => !used.has(record.id)).map((row) => fromOwn(row, refOf))
  return [...Map.groupBy([...fromFile, ...fromRecords], ({ ref }) => ref).values()].map((rows) => {
    const { child: _child, ...first } = rows[0]!
    const timed = rows.find(({ startsAt }) => startsAt !== null) ?? first
    const placed = rows.find(({ place }) => place !== null) ?? first
    return {
      ...first,
      startsAt: timed.startsAt,
      place: placed.place,
      children: rows
        .map(({ child }) => child)
        .toSorted((left, right) => (left.childId < right.childId ? -1 : 1)),
    }
  })
}

const kindOf = (code: string | null): MeetingKind | null =>
  (Object.keys(MEETING_KINDS) as MeetingKind[]).find((kind) => MEETING_KINDS[kind].code === code) ?? null

const CAME_BY_CODE: Readonly<Record<string, Came>> = {
  'duty worker': 'duty',
  'team manager': 'manager',
  'another worker': 'another',
  nobody: 'nobody',
}

function cameIn({ heldOn, attended, instead }: FiledRow): ChildAtMeeting['came'] {
  if (heldOn === null || attended === null) return null
  return attended ? 'whole' : instead === null ? 'unsaid' : (CAME_BY_CODE[instead] ?? 'unsaid')
}

function fromFiled(
  row: FiledRow,
  record: MeetingChild | null,
  refOf: (meeting: string) => string,
): PlacedChild[] {
  const kind = kindOf(row.kind)
  if (kind === null) return []
  const heldOn = record?.heldOn ?? row.heldOn
  // The time that was written down was that of another day, if the file has moved the meeting since.
  const timed = record !== null && record.bookedOn === row.bookedOn ? record : null
  return [
    {
      meeting: row.meeting,
      ref: refOf(row.meeting),
      kind,
      bookedOn: heldOn ?? row.bookedOn,
      startsAt: timed?.startsAt || null,
      place: timed?.place || null,
      chair: row.chair ?? (record?.chair || null),
      keptHere: false,
      child: {
        childId: row.childId,
        ref: row.ref,
        team: row.team,
        worker: row.worker,
        sharedOn: record?.sharedOn ?? row.sharedOn,
        chairHadOn: record?.chairHadOn ?? row.chairHadOn,
        heldOn,
        came: record?.came ?? cameIn(row),
        recordedOn: record?.recordedOn ?? null,
        ...reasonOf(record, reasonOfFile(row.missedBecause)),
        record,
      },
    },
  ]
}

/** What was answered in Waymark, or the reason that the file gives. */
const reasonOf = (record: MeetingChild | null, filed: string | null) => ({
  missed: record?.missed || filed,
  missedWords: record?.missedWords ?? '',
  answeredOn: record?.answeredOn ?? null,
  answeredBy: record?.answeredBy ?? '',
})

const fromOwn = ({ record, ref, team, worker }: OwnRow, refOf: (meeting: string) => string): PlacedChild => ({
  meeting: record.meeting,
  ref: refOf(record.meeting),
  kind: record.kind,
  bookedOn: record.heldOn ?? record.bookedOn,
  startsAt: record.startsAt || null,
  place: record.place || null,
  chair: record.chair || null,
  keptHere: true,
  child: {
    childId: record.childId,
    ref,
    team,
    worker,
    sharedOn: record.sharedOn,
    chairHadOn: record.chairHadOn,
    heldOn: record.heldOn,
    came: record.came,
    recordedOn: record.recordedOn,
    ...reasonOf(record, null),
    record,
  },
})
