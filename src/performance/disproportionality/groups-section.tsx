import { formatMonth } from '../../platform/day.ts'
import { ChartFigure, ScrollRegion } from '../../ui/charts/figure.tsx'
import { RatioChart, type RatioLine } from '../../ui/charts/ratio-chart.tsx'
import { Table } from '../../ui/components/table.tsx'
import type { Point, Polarity, SeriesDefinition, Split } from '../../measures/index.ts'
import { compareGroups, GROUP_SPLITS, monthsCompared, type GroupComparison } from './compare-groups.ts'

interface GroupsProps {
  series: SeriesDefinition
  by: Split
  /** Of each value of the split, month by month, as this reader may see them. */
  points: readonly Point[]
}

/** Whether children are treated alike: each group against all the others. For shares alone. */
export function Groups({ series, by, points }: GroupsProps) {
  if (series.kind !== 'rate' || !(GROUP_SPLITS as readonly Split[]).includes(by)) return null
  const months = monthsCompared(series, points)
  const { groups, notRecorded } = compareGroups(months)
  const drawn = groups.filter(({ ratio }) => ratio !== null)
  if (groups.length < 2) return null
  const sentence = sentenceOf(groups, by)
  return (
    <section class="wm-section" id="groups">
      <h2>{sentence}</h2>
      <p>
        {formatMonths(months)} added up: {series.numerator}, of {series.denominator}.{' '}
        {notRecorded > 0
          ? `${notRecorded.toLocaleString('en-GB')} have no ${by} recorded and are left out.`
          : `Each has a ${by} recorded.`}
      </p>
      {drawn.length > 0 ? (
        <ChartFigure
          sentence="How many times as often as for all others together"
          note="The line is the range that chance allows. It is wider the more groups are compared: where no group differs, every line meets the upright line in 19 of 20 such charts. A dot far out with a long line is a small group."
          tableHref="#groups-table"
          csvHref={`/measures/${series.id}.csv?by=${by}`}
        >
          <RatioChart
            id="groups-chart"
            title={`${series.title}, by ${by}`}
            desc={drawn.map((group) => `${group.group}: ${formatTimes(group)}.`).join(' ')}
            lines={drawn.map((group) => lineOf(group, series.polarity))}
          />
        </ChartFigure>
      ) : null}
      <div id="groups-table">
        <ScrollRegion label={`Figures by ${by}`}>
          <Table
            caption={`Each group and all others, ${formatMonths(months)}`}
            head={['Group', 'Of the group', 'Of the others', 'Times as often', 'Is there a difference?'].map(
              (text, index) => ({
                text,
                ...(index > 0 && index < 4 && { format: 'numeric' }),
              }),
            )}
            rows={groups.map((group) => [
              { text: group.group },
              {
                text: `${formatRate(group.rate)} of ${group.cases.toLocaleString('en-GB')}`,
                format: 'numeric',
              },
              {
                text: `${formatRate(group.othersRate)} of ${group.others.toLocaleString('en-GB')}`,
                format: 'numeric',
              },
              { text: group.ratio ? formatTimes(group) : '–', format: 'numeric' },
              { text: VERDICTS[group.verdict] },
            ])}
          />
        </ScrollRegion>
      </div>
    </section>
  )
}

/** The groups that the section says differ from all others. */
export const differingGroups = (series: SeriesDefinition, by: Split, points: readonly Point[]): string[] =>
  series.kind !== 'rate' || !(GROUP_SPLITS as readonly Split[]).includes(by)
    ? []
    : differingIn(compareGroups(monthsCompared(series, points)).groups).map(({ group }) => group)

const differingIn = (groups: readonly GroupComparison[]): GroupComparison[] =>
  groups.filter(({ verdict }) => verdict === 'more often' || verdict === 'less often')

const VERDICTS: Readonly<Record<GroupComparison['verdict'], string>> = {
  'more often': 'More often',
  'less often': 'Less often',
  'no clear difference': 'None that chance would not make',
  'too few': 'Too few to say',
}

const formatRate = (rate: number): string => `${Math.round(rate)}%`

const formatTimes = ({ ratio }: GroupComparison): string =>
  ratio ? `${ratio.value.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})` : ''

function sentenceOf(groups: readonly GroupComparison[], by: Split): string {
  const differing = differingIn(groups)
  if (differing.length > 0)
    return `${differing.map(({ group, verdict }) => `${group}: ${verdict}`).join('; ')} than all others`
  return groups.every(({ verdict }) => verdict === 'too few')
    ? `Too few children in each ${by} to compare`
    : `No ${by} differs from the others by more than chance`
}

function lineOf(group: GroupComparison, polarity: Polarity): RatioLine {
  const { value, low, high } = group.ratio!
  const differs = group.verdict === 'more often' || group.verdict === 'less often'
  const isBetter = (group.verdict === 'more often') === (polarity === 'higher')
  const tone = !differs ? 'none' : polarity === 'neutral' ? 'differs' : isBetter ? 'better' : 'worse'
  return {
    label: group.group,
    value,
    low,
    high,
    tone,
    text: `${formatRate(group.rate)} of ${group.cases.toLocaleString('en-GB')}`,
  }
}

function formatMonths(points: readonly Point[]): string {
  const months = points.map(({ period }) => period).sort()
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return 'No month'
  return first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`
}
