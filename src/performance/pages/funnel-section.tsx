import { ChartFigure, ScrollRegion } from '../../ui/charts/figure.tsx'
import { FunnelChart, type FunnelMark } from '../../ui/charts/funnel-chart.tsx'
import type { Verdict } from '../../ui/charts/verdict.ts'
import { Details } from '../../ui/components/details.tsx'
import { Table } from '../../ui/components/table.tsx'
import { funnelLimits, MIN_PARTS, type Funnel, type FunnelPoint } from '../spc/funnel.ts'
import { formatValue, type SeriesDefinition } from '../../measures/index.ts'
import { describeStanding, type TeamFunnel } from './team-funnel.ts'
import { countInWords } from './number-words.ts'
import { capital, formatCount } from '../../platform/words.ts'

interface FunnelProps {
  series: SeriesDefinition
  team: TeamFunnel
}

/** Small teams are expected to differ more by chance, and the chart shows by how much. */
export const FunnelSection = ({ series, team: { funnel, when } }: FunnelProps) => (
  <section class="wm-section" id="funnel">
    <h2>Do teams differ by more than chance?</h2>
    {funnel ? (
      <Picture series={series} funnel={funnel} when={when} />
    ) : (
      <p>
        Fewer than {countInWords(MIN_PARTS)} teams have figures that may be shown {when}, so they are not
        compared.
      </p>
    )}
  </section>
)

function Picture({ series, funnel, when }: { series: SeriesDefinition; funnel: Funnel; when: string }) {
  const title = `${series.title}, by team, ${when}`
  const format = (value: number) => formatValue(value, series)
  const sentence = funnelSentence(series, funnel, when)
  const marks = funnel.points.map((point): FunnelMark => ({
    cases: point.all,
    value: point.value,
    verdict: verdictOf(series, point),
    small: point.standing === 'small',
    label: point.standing === 'within' ? null : point.name,
  }))
  return (
    <>
      <ChartFigure sentence={sentence} note={noteOf(funnel)} csvHref={`/measures/${series.id}/funnel.csv`}>
        {(['wide', 'narrow'] as const).map((drawing) => (
          <FunnelChart
            id="funnel-chart"
            title={title}
            desc={`${sentence}. The council: ${format(funnel.centre)}.`}
            marks={marks}
            centre={funnel.centre}
            limits={(cases, side) => funnelLimits(funnel, cases, side)}
            lines={{ apart: '1 chart in 20', far: '1 chart in 100' }}
            say={format}
            across={`Cases ${when}`}
            drawing={drawing}
          />
        ))}
      </ChartFigure>
      <Details summaryText="The same numbers as a table">
        <ScrollRegion label="Teams against the council">
          <Table
            caption={title}
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { text: 'Team' },
              { text: 'Met', format: 'numeric' },
              { text: 'Of', format: 'numeric' },
              { text: 'Share', format: 'numeric' },
              { text: 'Against the council' },
            ]}
            rows={funnel.points.map((point) => [
              { text: point.name },
              { text: point.met.toLocaleString('en-GB'), format: 'numeric' },
              { text: point.all.toLocaleString('en-GB'), format: 'numeric' },
              { text: point.standing === 'small' ? '–' : format(point.value), format: 'numeric' },
              { text: describeStanding(point) },
            ])}
          />
        </ScrollRegion>
      </Details>
    </>
  )
}

function funnelSentence(series: SeriesDefinition, { points }: Funnel, when: string): string {
  const judged = points.filter(({ standing }) => standing !== 'small')
  const far = judged.filter(({ standing }) => standing === 'far')
  const apart = judged.filter(({ standing }) => standing === 'apart')
  const name = ({ name, value }: FunnelPoint) => `${name} (${formatValue(value, series)})`
  if (far.length > 0)
    return `${far.map(name).join(', ')} ${far.length === 1 ? 'differs' : 'differ'} from the council by more than chance explains, ${when}`
  if (apart.length > 0)
    return `${apart.map(name).join(', ')} ${apart.length === 1 ? 'is' : 'are'} at the edge of what chance explains, ${when}: look closer before you conclude anything`
  if (judged.length === 0) return `No team has the 10 cases that it takes to be judged, ${when}`
  return `${capital(formatCount(judged.length, 'team', 'teams'))}, and none differs from the council by more than chance explains, ${when}`
}

function noteOf({ dispersion, judged, points }: Funnel): string {
  const spread =
    dispersion >= 1.05
      ? `Teams differ ${dispersion.toFixed(1)} times as much as by chance alone, so the lines are that much wider: they serve different children.`
      : 'Teams differ no more than by chance alone.'
  const small = points.some(({ standing }) => standing === 'small')
    ? ' Hollow: fewer than 10 cases, shown but not judged.'
    : ''
  if (judged === 0) return `Each mark is a team: further right, more cases.${small}`
  const teams =
    judged === 1 ? 'One team is judged' : `${capital(countInWords(judged))} teams are judged at once`
  return `Each mark is a team: further right, more cases. ${teams}, and the lines allow for that: if all worked alike, chance alone would put any of them beyond the dashed lines in 1 chart of 20, beyond the solid lines in 1 of 100. ${spread}${small}`
}

function verdictOf({ polarity }: SeriesDefinition, { standing, direction }: FunnelPoint): Verdict {
  if (standing !== 'far') return 'steady'
  if (polarity === 'neutral') return direction === 'up' ? 'higher' : 'lower'
  return (polarity === 'higher') === (direction === 'up') ? 'improving' : 'worsening'
}
