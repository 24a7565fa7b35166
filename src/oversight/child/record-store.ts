import type { SealedSnapshot, SnapshotRows } from '../../dataset/index.ts'
import { aboutChild } from '../../measures/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Lane } from './event.ts'
import { listsOfChild } from './child-lists.ts'
import { inOrder, type ChildRecord } from './record.ts'
import { readChildRows, type Table } from './rows.ts'
import { buildTimeline, lastSeenOn } from './timeline.ts'

interface PersonRow {
  person_id: string
  sex: string | null
  ethnicity: string | null
  dob: Day | null
  expected_dob: Day | null
  disability: string | null
}

/** Which table each lane begins with: without it the lane is not in the source. */
const LANE_TABLES: Readonly<Partial<Record<Lane, Table>>> = {
  Worker: 'allocation',
  'Contacts and referrals': 'referrals',
  'Early help': 'early_help_episodes',
  Need: 'cin_episodes',
  Assessment: 'cin_assessments',
  'Section 47 and conferences': 's47_enquiry',
  'Child protection': 'cp_plans',
  'In our care': 'cla_periods',
  Health: 'cla_health',
  'Leaving care': 'care_leavers',
  Adoption: 'permanence',
  'Missing and return interviews': 'missing_episodes',
  'Management oversight': 'management_oversight',
}

export const childRecord = (snapshot: SealedSnapshot, ref: string) =>
  aboutChild(snapshot, ref, (rows, { childKey }) => readChild(snapshot, rows, childKey))

/** Child-level. */
export async function readChild(
  { id, asAt }: Pick<SealedSnapshot, 'id' | 'asAt'>,
  from: SnapshotRows,
  childKey: number,
): Promise<ChildRecord> {
  const [person] = await from.all<PersonRow>('select * from person where child_key = $child', {
    child: childKey,
  })
  if (!person) throw new Error(`Snapshot ${id} has rows of a child who is not in it`)
  const rows = await readChildRows(from, childKey)
  const { events, spells } = buildTimeline(rows, asAt)
  const held = rows.allocation.find(
    (row) => row.from_date <= asAt && (row.to_date === null || row.to_date >= asAt),
  )
  return {
    personId: person.person_id,
    asAt,
    birthOn: person.dob,
    expectedOn: person.expected_dob,
    sex: person.sex,
    ethnicity: person.ethnicity,
    disability: person.disability,
    allocation: held ? { worker: held.worker, team: held.team } : null,
    lastSeenOn: lastSeenOn(rows, asAt),
    events: inOrder(events),
    spells,
    lists: await listsOfChild(from, childKey),
    notInSource: await lanesNotInSource(from),
  }
}

async function lanesNotInSource(from: SnapshotRows): Promise<Lane[]> {
  const carried = await from.all<{ table_name: string }>(
    'select distinct table_name from source_field where present',
  )
  const tables = new Set(carried.map((row) => row.table_name))
  return (Object.keys(LANE_TABLES) as Lane[]).filter((lane) => !tables.has(LANE_TABLES[lane]!))
}
