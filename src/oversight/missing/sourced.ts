import {
  childQuestion,
  holds,
  type ChildQuestion,
  type Refuse,
  type SealedSnapshot,
  type SnapshotRows,
} from '../../dataset/index.ts'
import type { Person } from '../../access/index.ts'
import { childRef, withinScope } from '../../measures/index.ts'
import { ageOn, type Day } from '../../platform/day.ts'
import { FROM_KEPT_FILE } from '../../standards/capture/template-rows.ts'
import { wordsOf } from '../child/code-words.ts'
import type { Moment } from './moment.ts'

/** One time that a child was missing, as the files of the load have it. Child-level. */
export interface SourcedEpisode {
  childId: string
  episode: string
  missingFrom: Moment
  reportedAt: Moment
  reportedBy: string
  recordedAt: Moment
  returnedAt: Moment
  offeredAt: Moment
  isAccepted: boolean | null
  heldAt: Moment
  interviewer: string | null
  isIndependent: boolean | null
  team: string
  worker: string
  /** "case system", "notifications file", "interviews file" */
  sources: readonly string[]
}

/** A child of whom there is something to say: who holds them, how old they are, where they live. Child-level. */
export interface KnownChild {
  childId: string
  ref: string
  age: number | null
  team: string
  worker: string
  livesAt: string
  /** From home, of a placement outside the area; null of one inside, or where the files do not say. */
  milesAway: number | null
  isCared: boolean
  /** Given to the person who asks, to chair or to audit. */
  isGiven: boolean
}

export interface SourcedMissing {
  asAt: Day
  episodes: readonly SourcedEpisode[]
  children: ReadonlyMap<string, KnownChild>
}

interface EpisodeRow {
  child_id: string
  episode: string
  missing_from: string | null
  reported_at: string | null
  reported_by: string | null
  recorded_at: string | null
  back_at: string | null
  offered_at: string | null
  accepted: boolean | null
  held_at: string | null
  interviewer: string | null
  independent: boolean | null
  team: string | null
  worker: string | null
  from_case_system: boolean
  from_notifications: boolean
  from_interviews: boolean
}

/* Of the council's own files: what is kept in Waymark is read where it is kept. */
const EPISODES = `
with reported as (select * from missing_notifications where not ${FROM_KEPT_FILE}),
heard as (select * from return_interviews where not ${FROM_KEPT_FILE}),
listed as (select * from missing_episodes where type is null or type = 'missing'),
named as (
    select child_key, episode from reported where episode is not null
    union select child_key, episode from heard where episode is not null
    union select child_key, episode_id from listed
)
select
    p.person_id as child_id, e.episode,
    coalesce(r.missing_from, cast(l.start_date as timestamp)) as missing_from,
    r.reported_at, r.reported_by, r.recorded_at,
    coalesce(h.returned_at, r.returned_at, cast(l.end_date as timestamp)) as back_at,
    h.offered_at, h.accepted, h.held_at, h.interviewer, h.independent, h.team, h.worker,
    l.episode_id is not null as from_case_system,
    r.missing_notification_id is not null as from_notifications,
    h.return_interview_id is not null as from_interviews
from named e
join person p on p.child_key = e.child_key
left join reported r on r.child_key = e.child_key and r.episode = e.episode
left join heard h on h.child_key = e.child_key and h.episode = e.episode
left join listed l on l.child_key = e.child_key and l.episode_id = e.episode
where coalesce(r.missing_from, cast(l.start_date as timestamp)) >= cast($since as timestamp)
order by missing_from, child_id, episode`

const childrenSql = (given: string) => `
select p.person_id as child_id, p.child_key, p.dob, a.team, a.worker, c.team as care_team, c.worker as care_worker,
    c.child_key is not null as is_cared, l.placement_type, l.location, cast(l.distance as double) as distance, ${given} as is_given
from person p
left join (
    select child_key, max(team) as team, max(worker) as worker
    from allocation, extract x where from_date <= x.as_at and to_date >= x.as_at group by child_key
) a on a.child_key = p.child_key
left join (
    select child_key, max(team) as team, max(worker) as worker
    from cla_periods, extract x
    where start_date <= x.as_at and (end_date is null or end_date > x.as_at) group by child_key
) c on c.child_key = p.child_key
left join (
    select child_key, placement_type, location, distance
    from cla_placement, extract x
    where start_date <= x.as_at and (end_date is null or end_date > x.as_at)
    qualify row_number() over (partition by child_key order by start_date desc) = 1
) l on l.child_key = p.child_key
where p.person_id in (select unnest(string_split($children, chr(10))))`

interface ChildRow {
  child_id: string
  child_key: number
  dob: Day | null
  team: string | null
  worker: string | null
  care_team: string | null
  care_worker: string | null
  is_cared: boolean
  is_given: boolean
  placement_type: string | null
  location: string | null
  distance: number | null
}

/**
 * Times missing that the files have since a day, and the children in them and in `others`. `select` makes the answer for
 * the person who asks, and `shown` says which children are in it.
 */
export const fromMissingFiles = <Answer>(
  snapshot: SealedSnapshot,
  { since, others }: { since: Day; others: readonly string[] },
  select: (sourced: SourcedMissing, refuse: Refuse) => Answer,
  shown: (answer: Answer) => readonly string[],
): ChildQuestion<Answer> =>
  childQuestion(
    snapshot,
    async (rows, person, refuse) => {
      const episodes = await episodesSince(rows, since)
      const ids = [...new Set([...others, ...episodes.map(({ childId }) => childId)])]
      const children = await childrenOf(snapshot, rows, person, ids)
      return select({ asAt: snapshot.asAt, episodes, children }, refuse)
    },
    shown,
  )

async function episodesSince(rows: SnapshotRows, since: Day): Promise<SourcedEpisode[]> {
  if (!(await holds(rows, 'missing_notifications')) || !(await holds(rows, 'missing_episodes'))) return []
  const found = await rows.all<EpisodeRow>(EPISODES, { since })
  return found.map((row) => ({
    childId: row.child_id,
    episode: row.episode,
    missingFrom: momentIn(row.missing_from),
    reportedAt: momentIn(row.reported_at),
    reportedBy: row.reported_by ?? '',
    recordedAt: momentIn(row.recorded_at),
    returnedAt: momentIn(row.back_at),
    offeredAt: momentIn(row.offered_at),
    isAccepted: row.accepted,
    heldAt: momentIn(row.held_at),
    interviewer: row.interviewer,
    isIndependent: row.independent,
    team: row.team ?? '',
    worker: row.worker ?? '',
    sources: [
      ...(row.from_case_system ? ['case system'] : []),
      ...(row.from_notifications ? ['notifications file'] : []),
      ...(row.from_interviews ? ['interviews file'] : []),
    ],
  }))
}

export async function childrenOf(
  snapshot: SealedSnapshot,
  rows: SnapshotRows,
  person: Person,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownChild>> {
  if (ids.length === 0) return new Map()
  const isGiving = person.scope.kind === 'chaired' || person.scope.kind === 'drawn'
  const given = isGiving ? withinScope(person) : { sql: 'false', parameters: {} }
  const found = await rows.all<ChildRow>(childrenSql(given.sql), {
    children: ids.join('\n'),
    ...given.parameters,
  })
  return new Map(
    found.map((row) => [
      row.child_id,
      {
        childId: row.child_id,
        ref: childRef(snapshot, row.child_key),
        age: row.dob === null || row.dob > snapshot.asAt ? null : ageOn(row.dob, snapshot.asAt),
        team: row.care_team ?? row.team ?? '',
        worker: row.care_worker ?? row.worker ?? '',
        livesAt: row.placement_type === null ? '' : wordsOf('placement_type', row.placement_type),
        milesAway:
          row.location === 'OUT' && row.distance !== null ? Math.max(1, Math.round(row.distance)) : null,
        isCared: row.is_cared,
        isGiven: row.is_given,
      },
    ]),
  )
}

/** A day without an hour is kept as its midnight. */
const midnight = /T00:00(?::00)?$/
const momentIn = (text: string | null): Moment =>
  text === null ? '' : midnight.test(text) ? text.slice(0, 10) : text.slice(0, 16)
