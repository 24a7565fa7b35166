import { workingDaysBetween } from './working-span.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type SeriesTruth, type TruthPoint } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const RANKS = [25, 50, 75, 90] as const

/** How many assessments of one team and month took so many working days. */
type Lengths = Map<number, number>

/** What assessments come to: how long they took, and whether the child turned out not to be in need. */
export function countAssessmentEnds(months: TruthMonths): AreaCount {
  /** By team, then by place; null is the council. */
  const lengths = new Map<string | null, Lengths[]>()
  const bands = openTally(months, {
    id: 'as-duration.bands',
    kind: 'count',
    counts: 'assessments authorised in the month, whatever they took',
  })
  const ofReferrals = openTally(months, {
    id: 'as-outcome-nfa.dfe',
    kind: 'share',
    counts:
      'of referrals received in the month, those assessed and closed as RC8 or RC9, without an enquiry or a plan',
  })
  const ofAssessments = openTally(months, {
    id: 'as-outcome-nfa.local',
    kind: 'share',
    counts:
      'of assessments authorised in the month, those that found no support needed, with no enquiry begun meanwhile',
  })

  function addLength(index: number, team: string, days: number): void {
    if (index < 0) return
    for (const key of [null, team]) {
      let own = lengths.get(key)
      if (!own) lengths.set(key, (own = months.names.map(() => new Map<number, number>())))
      const ofMonth = own[index]!
      ofMonth.set(days, (ofMonth.get(days) ?? 0) + 1)
    }
  }

  return {
    child(child) {
      for (const { from, until, position, event } of child.assessments) {
        if (until === null || until < from) continue
        const index = months.indexOf(until)
        addLength(index, position.team, workingDaysBetween(from, until))
        bands.add(index, position.team)
        const hadEnquiry = child.enquiries.some((enquiry) => enquiry.from >= from && enquiry.from <= until)
        ofAssessments.add(index, position.team, !event.needsSupport && !hadEnquiry)
      }
      for (const { on, isNfa, position } of child.referrals)
        ofReferrals.add(months.indexOf(on), position.team, !isNfa && wasForNothing(child, on))
    },
    truths: () => [
      ...RANKS.map((rank) => percentiles(months, lengths, rank)),
      bands.truth(),
      ofReferrals.truth(),
      ofAssessments.truth(),
    ],
  }
}

function wasForNothing({ needs, assessments, enquiries, plans }: KnownChild, on: number): boolean {
  return needs.some(({ from, until, event: { closeReason } }) => {
    if (from !== on || until === null || until < from) return false
    if (closeReason !== 'RC8' && closeReason !== 'RC9') return false
    const isWithin = ({ from: began }: { from: number }) => began >= from && began <= until
    const hadPlan = plans.some((plan) => plan.from <= until && (plan.until === null || plan.until >= from))
    return assessments.some(isWithin) && !enquiries.some(isWithin) && !hadPlan
  })
}

function percentiles(
  months: TruthMonths,
  lengths: ReadonlyMap<string | null, readonly Lengths[]>,
  rank: number,
): SeriesTruth {
  const teams = [...lengths.keys()].filter((team) => team !== null).sort()
  const none = months.names.map((): Lengths => new Map())
  return {
    id: `as-duration.p${rank}`,
    kind: 'percentile',
    counts: `working days that assessments authorised in the month took: the least that ${rank} in 100 took, or fewer`,
    points: [null, ...teams].flatMap((team) =>
      (lengths.get(team) ?? none).map((ofMonth, index): TruthPoint => {
        const count = [...ofMonth.values()].reduce((sum, many) => sum + many, 0)
        return {
          period: months.names[index]!,
          team,
          numerator: null,
          denominator: count,
          value: count === 0 ? null : atRank(ofMonth, Math.ceil((rank / 100) * count)),
        }
      }),
    ),
  }
}

function atRank(lengths: Lengths, rank: number): number {
  let passed = 0
  for (const [days, many] of [...lengths].sort(([a], [b]) => a - b)) if ((passed += many) >= rank) return days
  return 0
}
