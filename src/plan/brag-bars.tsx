import { formatDayOfYear, type Day } from '../platform/day.ts'
import { ORANGE, ORANGE_EDGE, DARK_BLUE, GREEN, INK, RED } from '../ui/charts/colour.ts'
import { BragWord } from './brag-word.tsx'
import { filterHref, WHOLE_PLAN } from './plan-filter.ts'
import { bragCounts } from './plan-sentence.ts'
import { actionsOf, type PlanTree } from './plan-tree.ts'
import { BRAG_WORDS, BRAGS, type Brag } from './rating.ts'

const COLOURS: Record<Brag, { fill: string; stroke?: string }> = {
  red: { fill: RED },
  amber: { fill: ORANGE, stroke: ORANGE_EDGE },
  green: { fill: GREEN },
  blue: { fill: DARK_BLUE },
}

/** How many actions have each rating; the upright line is how many had it at the last Board. */
export function BragBars({ tree, lastBoardOn }: { tree: PlanTree; lastBoardOn: Day | null }) {
  const now = bragCounts(tree)
  const then = lastBoardOn === null ? null : bragCounts(tree, lastBoardOn)
  const most = Math.max(1, ...BRAGS.flatMap((brag) => [now[brag], then?.[brag] ?? 0]))
  const unrated = actionsOf(tree).length - BRAGS.reduce((sum, brag) => sum + now[brag], 0)
  return (
    <div>
      <table class="wm-brag-bars">
        <caption class="govuk-visually-hidden">Actions by rating</caption>
        <tbody>
          {BRAGS.map((brag) => (
            <BragRow brag={brag} now={now[brag]} then={then?.[brag] ?? null} most={most} />
          ))}
        </tbody>
      </table>
      <p class="wm-note">
        {lastBoardOn === null
          ? 'No Board has met yet to compare with. '
          : `Upright line: at the Board of ${formatDayOfYear(lastBoardOn)}. `}
        Blue is embedded: delivered, and its measure has held for the months agreed.
        {unrated > 0 ? ` Not rated yet: ${unrated}.` : null}
      </p>
    </div>
  )
}

interface BragRowProps {
  brag: Brag
  now: number
  then: number | null
  /** The longest bar of all. */
  most: number
}

function BragRow({ brag, now, then, most }: BragRowProps) {
  const x = (count: number) => Math.round((count / most) * 400)
  return (
    <tr>
      <th scope="row">
        <BragWord rating={brag} />
      </th>
      <td class="wm-brag-bars__count">
        <a href={filterHref(WHOLE_PLAN, { ratings: [brag] })}>
          {now}
          <span class="govuk-visually-hidden"> {BRAG_WORDS[brag].toLowerCase()}</span>
        </a>
        {then === null ? null : <span class="govuk-visually-hidden">, {then} at the last Board</span>}
      </td>
      <td class="wm-brag-bars__bar">
        <svg width="420" height="26" viewBox="0 0 420 26" aria-hidden="true" class="wm-chart">
          <rect
            class={brag === 'amber' ? 'wm-orange' : undefined}
            x="1"
            y="7"
            width={x(now)}
            height="12"
            {...COLOURS[brag]}
          />
          {then === null ? null : <path d={`M${x(then) + 1} 3v20`} stroke={INK} stroke-width="2" />}
        </svg>
      </td>
    </tr>
  )
}
