import { allow, may, type Person } from '../access/index.ts'
import { boardRoutes, homeRoutes, meetings, sentencesFor, type BoardDeps } from '../board/index.ts'
import { dataRoutes, exportRoutes } from '../loads/web.ts'
import { confidenceRoutes, qualityRoutes } from '../quality/web.ts'
import { figureReader, type SeriesDefinition } from '../measures/index.ts'
import { trackerRows } from '../performance/index.ts'
import { handbookRoutes, measureRoutes, trackerRoutes, type UsedIn } from '../performance/web.ts'
import type { Waymark } from '../main.ts'
import { childRoutes } from '../oversight/index.ts'
import { bindingsOf, planRoutes, type PlanDeps } from '../plan/index.ts'
import type { Room } from './web-deps.ts'

/** What the rooms' pages stand on. */
export type RoomDeps = Pick<Waymark, 'records' | 'pool' | 'clock' | 'log' | 'keepReported'> & {
  config: Pick<Waymark['config'], 'dataDir'>
}

/** The rooms behind the door, each under its own address. What one wants to know of another above it is handed in. */
export function roomsOf({ records, pool, clock, log, config, keepReported: onInUse }: RoomDeps): Room[] {
  const board: BoardDeps = { records, pool, clock, measures: { figureReader, trackerRows } }
  const figureDeps = {
    records,
    pool,
    clock,
    childHref: (ref: string) => `/children/${ref}`,
    usedIn: (person: Person, series: SeriesDefinition) => usedIn(board, person, series),
  }
  return [
    { at: '/', routes: homeRoutes(board) },
    { at: '/tracker', routes: trackerRoutes(figureDeps) },
    { at: '/measures', routes: measureRoutes(figureDeps) },
    { at: '/handbook/measures', routes: handbookRoutes(figureDeps) },
    { at: '/plan', routes: planRoutes({ records, pool, clock, board: boardForPlan(board) }) },
    { at: '/board', routes: boardRoutes(board) },
    { at: '/data', routes: dataRoutes({ records, pool, clock, log, onInUse, dataDir: config.dataDir }) },
    { at: '/data', routes: exportRoutes({ records, pool, clock, dataDir: config.dataDir }) },
    { at: '/data/quality/measures', routes: confidenceRoutes(figureDeps) },
    { at: '/data', routes: qualityRoutes({ records, pool, clock }) },
    { at: '/children', routes: childRoutes({ records, pool, clock }) },
  ]
}

/** What the plan's pages want to know of the Board, a floor above them. */
const boardForPlan = (board: BoardDeps): PlanDeps['board'] => ({
  sentencesFor: (person, recommendation) => sentencesFor(board, person, { recommendation }),
  async lastMeetingOn(person) {
    if (!may(person, 'report:read')) return null
    const held = await meetings(board.records, allow(person, 'report:read'))
    const today = board.clock.today()
    return (
      held
        .map(({ heldOn }) => heldOn)
        .filter((day) => day < today)
        .sort()
        .at(-1) ?? null
    )
  },
})

/** Where a measure is used: the recommendations and actions bound to it, and the sentences that state it. */
async function usedIn(board: BoardDeps, person: Person, series: SeriesDefinition): Promise<UsedIn[]> {
  const places = may(person, 'plan:read')
    ? await bindingsOf(board.records, allow(person, 'plan:read'), series.id)
    : []
  const sentences = await sentencesFor(board, person, { series: series.id })
  const byParagraph = Map.groupBy(sentences, ({ where }) => where)
  return [
    ...places.map(({ recommendation, action }) =>
      action
        ? { text: `Action ${action.ref}`, href: `/plan/actions/${action.id}`, note: action.title }
        : {
            text: `Recommendation ${recommendation.ref}`,
            href: `/plan/recommendations/${recommendation.id}`,
            note: recommendation.title,
          },
    ),
    ...[...byParagraph].map(([where, said]) => ({
      text: `Board report, ${where.toLowerCase()}`,
      href: said[0]!.href,
      ...(said.some(({ settled }) => !settled) && { alert: 'sentence to settle' }),
    })),
  ]
}
