import type { Month } from '../../src/platform/day.ts'
import { storyPosts } from '../capture/story/post-story.ts'
import { birthday, firstOfMonth, monthNumberOf, numberOf, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import type { Workforce } from '../simulation/workforce.ts'
import type { AreaCount } from './area-count.ts'
import { holderOf } from './caseload-count.ts'
import type { KnownChild, Spell } from './known-child.ts'
import { openTally, type SeriesTruth, type TruthPoint } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** The council whose posts to come are told, and the day of which they are. */
const STORY = { code: '999', asAt: numberOf('2015-01-31') }
/** Month ends that the templates hold, the last day's own included. */
const MONTHS_CAPTURED = 24
/** Who works with children and is no social worker. */
const OTHER_ROLES = ['personal adviser', 'early help worker', 'business support officer']

/** Children whom nobody holds; and posts: who is in them, who left. */
export function countWorkforce(
  months: TruthMonths,
  view: ExtractView,
  plan: CouncilPlan,
  workforce: Workforce,
): AreaCount {
  const last = months.names.length - 1
  const unallocated = openTally(months, {
    id: 'wf-unallocated',
    kind: 'count',
    counts: 'open children whom nobody holds',
    note: 'On the day of the extract alone.',
  })
  return {
    child(child) {
      const work = weightiest(child, view)
      if (work && !holderOf(child, view)) unallocated.add(last, work.position.team)
    },
    truths: () => [unallocated.truth(last, last), ...postTruths(months, view, plan, workforce)],
  }
}

/** What is open for a child on the day of the extract, the weightiest and of these the latest; null for nothing. */
function weightiest(child: KnownChild, { asAt }: ExtractView): Spell | null {
  const adultOn = birthday(child.log.bornOn, 18)
  const kinds: readonly (readonly Spell[])[] = [
    adultOn > asAt ? child.care : [],
    child.plans,
    child.needs,
    child.assessments,
  ]
  for (const kind of kinds) {
    const open = kind.filter(({ until }) => until === null)
    if (open.length > 0) return open.reduce((best, next) => (next.from > best.from ? next : best))
  }
  return null
}

/** One spell in a post; `to` is the first day on which it is over, null while it goes on. */
interface PostSpell {
  team: string
  state: string
  from: DayNumber
  to: DayNumber | null
  hasLeft: boolean
  createdOn: DayNumber
}

function postTruths(
  months: TruthMonths,
  view: ExtractView,
  plan: CouncilPlan,
  workforce: Workforce,
): SeriesTruth[] {
  const all = [...spellsOf(workforce, view), ...storyOf(plan, view)]
  const from = Math.max(view.from, firstOfMonth(monthNumberOf(view.asAt) - MONTHS_CAPTURED + 1))
  const spells = all.filter((spell) => spell.from <= view.asAt && (spell.to === null || spell.to > from))
  // A file of posts speaks from the first spell that ended in it.
  const speaksFrom = Math.min(...spells.map(({ to }) => (to ?? Infinity) - 1))
  const postsOn = (day: DayNumber) =>
    spells.filter(
      (spell) => spell.from <= day && (spell.to === null || spell.to > day) && spell.createdOn <= day,
    )
  const inState = (posts: readonly PostSpell[], ...states: string[]) =>
    posts.filter(({ state }) => states.includes(state))
  const eachMonth = months.names.flatMap((period, index) => {
    const last = months.lastDays[index]!
    return last < speaksFrom ? [] : [{ period, posts: postsOn(last) }]
  })
  const turnover = months.names.flatMap((period, index) => {
    if (months.firstDays[index]! - 365 < speaksFrom) return []
    const first = firstOfMonth(monthNumberOf(months.firstDays[index]!) - 11)
    const last = months.lastDays[index]!
    const above = inState(spells, 'permanent').filter(
      ({ to, hasLeft }) => hasLeft && to !== null && to - 1 >= first && to - 1 <= last,
    )
    return [{ period, above, below: inState(postsOn(last), 'permanent') }]
  })
  return [
    seriesOf(
      'wf-vacancy.all',
      'posts that nobody permanent is in, of all posts',
      eachMonth.map(({ period, posts }) => ({
        period,
        above: posts.filter(({ state }) => state !== 'permanent'),
        below: posts,
      })),
    ),
    seriesOf(
      'wf-vacancy.uncovered',
      'posts that nobody is in, of all posts',
      eachMonth.map(({ period, posts }) => ({ period, above: inState(posts, 'vacant'), below: posts })),
    ),
    seriesOf(
      'wf-agency',
      'posts that an agency worker is in, of those filled',
      eachMonth.map(({ period, posts }) => ({
        period,
        above: inState(posts, 'agency'),
        below: inState(posts, 'permanent', 'agency', 'peripatetic'),
      })),
    ),
    seriesOf(
      'wf-turnover',
      'permanent workers who left in twelve months, over those in post at the end',
      turnover,
    ),
  ]
}

/** Posts over posts, for the council and for each team that has any, month by month. */
function seriesOf(
  id: string,
  counts: string,
  shown: readonly { period: Month; above: readonly PostSpell[]; below: readonly PostSpell[] }[],
): SeriesTruth {
  const teams = new Set(shown.flatMap(({ above, below }) => [...above, ...below].map(({ team }) => team)))
  return {
    id,
    kind: 'ratio',
    counts,
    sources: ['capture'],
    points: [null, ...[...teams].sort()].flatMap((team) =>
      shown.map(({ period, above, below }): TruthPoint => {
        const count = (posts: readonly PostSpell[]) =>
          posts.filter((post) => team === null || post.team === team).length
        const [part, whole] = [count(above), count(below)]
        const value = whole === 0 ? null : Math.round((10_000 * part) / whole) / 100
        return { period, team, numerator: part, denominator: whole, value }
      }),
    ),
  }
}

function spellsOf({ posts, workers }: Workforce, { asAt }: ExtractView): PostSpell[] {
  const byCode = new Map(workers.map((worker) => [worker.code, worker]))
  /** A worker's first post is their own; in any other they stand in next to it. */
  const own = new Map<string, string>()
  return posts.flatMap(({ code, team, role, occupants, createdOn }) =>
    occupants.flatMap((occupancy): PostSpell[] => {
      const worker = occupancy.worker === null ? null : byCode.get(occupancy.worker)!
      const stateOf = () => {
        if (!worker) return 'vacant'
        if (worker.isAgency) return 'agency'
        if (worker.isPeripatetic) return 'peripatetic'
        if (!own.has(worker.code)) own.set(worker.code, code)
        return own.get(worker.code) === code ? 'permanent' : 'shared'
      }
      const state = stateOf()
      if (OTHER_ROLES.includes(role)) return []
      const to = occupancy.to !== null && occupancy.to <= asAt ? occupancy.to : null
      const hasLeft = to !== null && worker?.leftOn != null && worker.leftOn <= to
      return [{ team, state, from: Math.max(occupancy.from, createdOn), to, hasLeft, createdOn }]
    }),
  )
}

/** The posts of the investment case and those that lead, as they were reported. */
const storyOf = ({ code }: CouncilPlan, view: ExtractView): PostSpell[] =>
  code !== STORY.code || view.asAt !== STORY.asAt
    ? []
    : [...storyPosts(view)]
        .filter(({ role }) => !OTHER_ROLES.includes(role))
        .map(({ team, state, from_on, to_on, created_on }) => ({
          team,
          state,
          from: from_on,
          to: to_on === null ? null : to_on + 1,
          hasLeft: false,
          createdOn: created_on,
        }))
