import type { Position } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import type { SeriesTruth, TruthKind, TruthPoint } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const NOTE = 'On the day of the extract alone; everyone counts as full-time.'

/** The children that workers hold on the day of the extract. What is kept is one number for each worker and team. */
export function countCaseloads(months: TruthMonths, view: ExtractView): AreaCount {
  /** By worker, then by team. */
  const held = new Map<string, Map<string, number>>()
  return {
    child(child) {
      const holder = holderOf(child, view)
      if (!holder) return
      const teams = held.get(holder.worker) ?? new Map<string, number>()
      held.set(holder.worker, teams.set(holder.team, (teams.get(holder.team) ?? 0) + 1))
    },
    truths() {
      const workers = [...held.values()].map(workerOf)
      const teams = [...new Set(workers.flatMap(({ children }) => [...children.keys()]))].sort()
      const period = months.names.at(-1)!
      const over = (
        id: string,
        kind: TruthKind,
        counts: string,
        figure: (holders: readonly Worker[]) => number,
      ): SeriesTruth => ({
        id: `wf-caseload.${id}`,
        kind,
        counts,
        note: NOTE,
        points: [null, ...teams].flatMap((team): TruthPoint[] => {
          const holders = workers.filter(({ mainTeam }) => team === null || mainTeam === team)
          // A team whose only children are held by workers of other teams has no worker to take a figure over.
          if (holders.length === 0 && team !== null) return []
          return [
            {
              period,
              team,
              numerator: null,
              denominator: holders.length,
              value: holders.length === 0 ? null : figure(holders),
            },
          ]
        }),
      })
      return [
        {
          id: 'wf-caseload.mean',
          kind: 'mean',
          counts: 'children held by a named worker, for each worker who holds one or more',
          note: NOTE,
          points: [null, ...teams].map((team) => ({ period, team, ...meanOf(workers, team) })),
        },
        over('median', 'median', 'workers by the children they hold: the middle one', nearestRank(0.5)),
        over(
          'p90',
          'percentile',
          'workers by the children they hold: the one at nine tenths',
          nearestRank(0.9),
        ),
        over('max', 'maximum', 'workers by the children they hold: the most', nearestRank(1)),
      ]
    },
  }
}

interface Worker {
  /** Children by the team that holds them. */
  children: ReadonlyMap<string, number>
  total: number
  /** The team in which the worker holds most children; of equals, the first by name. */
  mainTeam: string
}

function workerOf(children: ReadonlyMap<string, number>): Worker {
  const byMost = [...children].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return {
    children,
    total: byMost.reduce((sum, [, count]) => sum + count, 0),
    mainTeam: byMost[0]![0],
  }
}

/** Children over workers. A worker who holds children in two teams is in each for the share of children held there. */
function meanOf(workers: readonly Worker[], team: string | null) {
  let children = 0
  let fullTime = 0
  for (const worker of workers) {
    const here = team === null ? worker.total : (worker.children.get(team) ?? 0)
    if (here === 0) continue
    children += here
    fullTime += here / worker.total
  }
  return {
    numerator: children,
    denominator: Number(fullTime.toFixed(4)),
    value: fullTime === 0 ? null : twoPlaces(children / fullTime),
  }
}

/** A half goes up, although shares of workers do not add up to whole ones in their last bits. */
const twoPlaces = (value: number): number => Math.floor(value * 100 + 0.500_001) / 100

/** The least that so large a share of the workers hold, or fewer. */
const nearestRank =
  (share: number) =>
  (workers: readonly Worker[]): number => {
    const totals = workers.map(({ total }) => total).sort((a, b) => a - b)
    return totals[Math.ceil(share * totals.length) - 1]!
  }

/**
 * One worker for each child: the first, of care, plan, episode of need, assessment, section 47 enquiry and leaving
 * care, that is open on the day and that someone holds. Of two of one kind, the one that began last.
 */
export function holderOf(child: KnownChild, view: ExtractView): { worker: string; team: string } | null {
  const { asAt } = view
  const goesOn = ({ until }: { until: number | null }) => until === null
  // An enquiry is open until its conference is held, or it is concluded that there need be none.
  const enquiries = child.enquiries.filter(
    ({ until, conferenceOn, event }) =>
      conferenceOn === null && (event.conference !== null || until === null),
  )
  const { leaver } = child.log
  const leaving =
    leaver && leaver.from <= asAt && leaver.until > asAt
      ? [{ from: leaver.from, position: leaver.position }]
      : []
  const kinds: readonly { from: number; position: Position }[][] = [
    child.care.filter(goesOn),
    child.plans.filter(goesOn),
    child.needs.filter(goesOn),
    child.assessments.filter(goesOn),
    enquiries,
    leaving,
  ]
  for (const open of kinds) {
    let latest: { from: number; worker: string; team: string } | null = null
    for (const { from, position } of open) {
      const worker = view.workerOf(position)
      if (worker !== null && (!latest || from > latest.from)) latest = { from, worker, team: position.team }
    }
    if (latest) return latest
  }
  return null
}
