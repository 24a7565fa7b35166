import {
  accessMigrations,
  operator,
  saveCouncil,
  UNNAMED_COUNCIL,
  type Person,
  allow,
} from '../../src/access/index.ts'
import { boardMigrations, type BoardDeps } from '../../src/board/index.ts'
import type { SealedSnapshot } from '../../src/dataset/snapshots/sealed.ts'
import { performanceMigrations } from '../../src/performance/migrations.ts'
import { seriesOf } from '../../src/measures/catalogue/catalogue.ts'
import type { MeasureFigures, Point } from '../../src/measures/figures/figure.ts'
import { installPlan } from '../../src/plan/index.ts'
import { planMigrations } from '../../src/plan/migrations.ts'
import { monthsFrom, stoppedClock, type Day, type Month } from '../../src/platform/day.ts'
import type { Migrations } from '../../src/platform/migrate.ts'
import type { Records } from '../../src/platform/records.ts'

export const boardWorldMigrations: Migrations = {
  ...accessMigrations,
  ...performanceMigrations,
  ...planMigrations,
  ...boardMigrations,
}

/** A council with data as at 31 January 2015, whose figures a test may move. */
export interface BoardWorld {
  deps: BoardDeps
  /** Sets one month of a series: its numerator and denominator, or a count alone. */
  move(seriesId: string, month: Month, numerator: number, denominator?: number | null): void
}

const MONTHS = monthsFrom('2013-02', '2015-01')
const AS_AT: Day = '2015-01-31'

/** Assessments in time: month by month inside a range of some 82% to 97%, as shares of 1,000. */
const IN_TIME = [
  872, 909, 921, 889, 917, 893, 876, 862, 913, 930, 897, 854, 888, 916, 934, 903, 923, 907, 882, 869, 915,
  929, 894, 840,
]
const RATES: Readonly<Record<string, number>> = {
  'as-cohort-45wd': 764,
  'as-child-seen.seen': 931,
  's47-icpc-15wd.s47': 632,
  'fd-rereferrals': 214,
  'as-open-review-points.gt45': 268,
}
const COUNTS: Readonly<Record<string, number>> = {
  'fd-referrals': 1114,
  'cp-rate.open': 412,
  'lac-number.all': 655,
}

function point(period: Month, numerator: number, denominator: number | null): Point {
  return {
    period,
    split: null,
    numerator,
    denominator,
    value: denominator === null ? numerator : Math.round((10000 * numerator) / denominator) / 100,
    provisional: period === '2015-01',
  }
}

function inventedPoints(): Map<string, Point[]> {
  const points = new Map<string, Point[]>()
  points.set(
    'as-completed-45wd.from_start',
    MONTHS.map((month, at) =>
      month === '2015-01' ? point(month, 600, 714) : point(month, IN_TIME[at]!, 1000),
    ),
  )
  for (const [id, share] of Object.entries(RATES)) {
    points.set(
      id,
      MONTHS.map((month, at) => point(month, share + (at % 3), 1000)),
    )
  }
  for (const [id, count] of Object.entries(COUNTS)) {
    points.set(
      id,
      MONTHS.map((month, at) => point(month, count - 23 + at, null)),
    )
  }
  points.set('wf-caseload.mean', [{ ...point('2015-01', 5216, 276), value: 18.9 }])
  points.set('wf-caseload.max', [{ ...point('2015-01', 0, 276), numerator: null, value: 50 }])
  return points
}

export function boardWorld(
  records: Records,
  councils: readonly string[] = ['norchester'],
  tableDays?: MeasureFigures['tableDays'],
): BoardWorld {
  const points = inventedPoints()
  const snapshot = {
    id: '2015-01-31-test',
    asAt: AS_AT,
    loadedAt: '2015-02-04T09:00:00Z',
    sources: ['annex-a'],
  } as unknown as SealedSnapshot
  return {
    deps: {
      records,
      clock: stoppedClock('2015-02-05'),
      pool: { current: (council) => Promise.resolve(councils.includes(council) ? snapshot : null) },
      measures: {
        figureReader: () => ({
          figures: (id): Promise<MeasureFigures> => {
            const definition = seriesOf(id)!
            const found = points.get(definition.id) ?? []
            return Promise.resolve({
              id: definition.id,
              asAt: AS_AT,
              snapshot: snapshot.id,
              version: definition.version,
              unit: definition.unit,
              available: found.length > 0,
              why: found.length > 0 ? null : 'This source does not hold it.',
              points: found,
              ...(tableDays && { tableDays }),
            })
          },
        }),
        trackerRows: () => Promise.resolve([]),
      },
    },
    move(seriesId, month, numerator, denominator = null) {
      const series = points.get(seriesOf(seriesId)!.id)!
      const at = series.findIndex(({ period }) => period === month)
      series[at] = point(month, numerator, denominator)
    },
  }
}

export const someone = (council: string, role: Person['role']): Person => ({
  id: `per_${council}_${role}`,
  council,
  name: role === 'programme_manager' ? 'Programme manager' : role,
  role,
  scope: { kind: 'none' },
})

/** The council, and a plan with the seven recommendations and two actions under R3. */
export async function settle({ deps }: BoardWorld, council = 'norchester'): Promise<void> {
  const { records, clock } = deps
  await saveCouncil(records, clock, { ...UNNAMED_COUNCIL, id: council, name: 'Norchester City Council' })
  await installPlan(records, allow(operator(council), 'plan:write'), clock, {
    themes: [{ ref: 'T1', title: 'Practice quality and capacity' }],
    recommendations: [1, 2, 3, 4, 5, 6, 7].map((number) => ({
      ref: `R${number}`,
      theme: 'T1',
      title: `Recommendation ${number}`,
      asked: 'Something',
      source: 'priority_and_immediate' as const,
    })),
    actions: [
      {
        ref: '1.1',
        recommendation: 'R1',
        title: 'Review every caseload',
        owner: 'Heads of service',
        dueOn: '2015-03-31',
      },
      {
        ref: '3.2',
        recommendation: 'R3',
        title: 'Drift lists answered',
        owner: 'Heads of service',
        dueOn: '2015-02-27',
      },
    ],
    milestones: [],
    measures: [],
    evidence: [],
    ratings: [{ action: '3.2', rating: 'amber', reason: 'Answers are slow' }],
    changes: [],
  })
}
