import { ChartFigure, Panel } from '../../ui/charts/figure.tsx'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { BENCHMARK_LICENCE, type SeriesComparison } from './benchmark.ts'
import { ownYear } from './own-year.ts'
import { formatPeriod } from './published-period.ts'
import {
  describeFirst,
  describePublished,
  formatQuarter,
  formatRank,
  formatUnit,
} from './describe-published.ts'
import { rankAmong, type Standing } from './standing.ts'
import { StripChart } from './strip-chart.tsx'
import { Years } from './years-section.tsx'

export function ComparisonSection({ row }: { row: TrackerRow }) {
  const { compared: comparison, series } = row
  if (!comparison) return null
  const { published, nearest, authority } = comparison
  return (
    <section id="comparison" class="wm-section">
      <h2>How does it compare?</h2>
      {nearest ? (
        <Strip row={row} comparison={comparison} nearest={nearest} />
      ) : (
        <p>There are no figures of other authorities for this year or one before it, so there is no rank.</p>
      )}
      {authority.why ? <p class="wm-note">{authority.why}</p> : null}
      {authority.as !== null && authority.as !== authority.own ? (
        <p class="wm-note">
          Compared with the region and the neighbours of {comparison.nameOf(authority.as)}, as the council has
          asked.
        </p>
      ) : null}
      <Years title={series.title} comparison={comparison} />
      <p class="wm-note">
        {published.isWorkedOut ? 'Worked out from what is published as' : 'Published as'} “{published.title}”.{' '}
        {published.note ? `${published.note} ` : ''}Source: {published.item.source}. {BENCHMARK_LICENCE}
      </p>
      <Also comparison={comparison} />
      {authority.own === null
        ? null
        : comparison.notes.map(({ year, text }) => (
            <p class="wm-note">
              Of {year}: {text}
            </p>
          ))}
    </section>
  )
}

/** Other published items of the same thing, such as the count of a rate. */
function Also({ comparison }: { comparison: SeriesComparison }) {
  const sentences = comparison.also().map(({ title, unit, year, own, england }) => {
    const figures = [
      own ? `${comparison.nameOf(comparison.authority.own ?? '')} ${describePublished(own, unit)}` : null,
      england ? `England ${describePublished(england, unit)}` : null,
    ].filter((part) => part !== null)
    return `${title}, ${year}: ${figures.join(', ')}.`
  })
  return sentences.length === 0 ? null : <p class="wm-note">Also published: {sentences.join(' ')}</p>
}

interface StripProps {
  row: TrackerRow
  comparison: SeriesComparison
  nearest: Standing
}

function Strip({ row, comparison, nearest }: StripProps) {
  const { published, authorities, authority } = comparison
  const { unit } = published.item
  const { england, region, neighbours, own } = nearest
  const now = own ? null : ownYear(row, nearest.year)
  const values = [...authorities.values()].map(({ value }) => value)
  const ours = own
    ? { value: own.value, text: `${comparison.nameOf(authority.own ?? '')} ${describePublished(own, unit)}` }
    : now
      ? { value: now.value, text: `Ours${now.isNow ? ' now' : ''} ${formatNumber(now.value, unit)}` }
      : null
  const sentence = sentenceOf(row, comparison, nearest)
  if (published.isCount) return <p>{sentence}.</p>
  const title = `${published.title}, ${nearest.year}`
  return (
    <ChartFigure
      sentence={sentence}
      note={`Each stroke is one of ${values.length} authorities that publish${neighbours ? '; each dot a statistical neighbour' : ''}. ${describeFirst(row.series.polarity)}.`}
      tableHref="#comparison-years"
      csvHref={`/measures/${row.series.id}/comparison.csv`}
    >
      <Panel name="All authorities." title={title}>
        {(['wide', 'narrow'] as const).map((drawing) => (
          <StripChart
            id={`strip-${drawing}`}
            title={title}
            desc={sentence}
            drawing={drawing}
            values={values}
            neighbours={(neighbours?.members ?? []).flatMap(({ figure }) => (figure ? [figure.value] : []))}
            england={
              england ? { value: england.value, text: `England ${describePublished(england, unit)}` } : null
            }
            region={
              region?.figure
                ? {
                    value: region.figure.value,
                    text: `${region.name} ${describePublished(region.figure, unit)}`,
                  }
                : null
            }
            own={ours}
            say={(value) => `${value.toLocaleString('en-GB')}${unit === '%' ? '%' : ''}`}
          />
        ))}
      </Panel>
    </ChartFigure>
  )
}

const formatNumber = (value: number, unit: string): string => {
  const text = value.toFixed(value >= 100 ? 0 : 1)
  return describePublished({ text, value }, unit)
}

function sentenceOf({ series, ...row }: TrackerRow, comparison: SeriesComparison, nearest: Standing): string {
  const { published, authority, authorities } = comparison
  const { item } = published
  const when = formatPeriod(nearest.year, item.at)
  const { own, rank, neighbours, region, england } = nearest
  const whose = authority.own === authority.as ? 'its' : `${comparison.nameOf(authority.as ?? '')}’s`
  const others = [
    neighbours?.median
      ? `the median of ${whose} neighbours was ${describePublished(neighbours.median, item.unit)} (${neighbours.published} of ${neighbours.of} published)`
      : neighbours
        ? `none of ${whose} neighbours published one`
        : null,
    region?.figure ? `${region.name} ${describePublished(region.figure, item.unit)}` : null,
    england ? `England ${describePublished(england, item.unit)}` : null,
  ].filter((part) => part !== null)
  const beyond = others.length > 0 ? `; ${others.join(', ')}` : ''
  if (own && rank)
    return `${comparison.nameOf(authority.own ?? '')}’s ${describePublished(own, item.unit)}${formatUnit(item.unit)} ${when} was ${formatRank(rank)}, ${formatQuarter(rank)}${beyond}`
  if (own)
    return `${comparison.nameOf(authority.own ?? '')} had ${describePublished(own, item.unit)}${formatUnit(item.unit)} ${when}${beyond}`
  const now = published.isCount ? null : ownYear({ series, ...row }, nearest.year)
  if (authority.own && !now) return `${comparison.nameOf(authority.own)} publishes no figure ${when}${beyond}`
  if (!now)
    return `Of ${authorities.size} authorities ${when}${others.length > 0 ? `: ${others.join(', ')}` : ''}`
  const wouldBe = rankAmong(
    now.value,
    [...authorities.values()].map(({ value }) => value),
    series.polarity,
  )
  const saying = `Ours${now.isNow ? ' now' : ''}, ${formatNumber(now.value, item.unit)}${formatUnit(item.unit)} in ${now.when}`
  return `${saying}, would have been ${formatRank(wouldBe)} ${when}, ${formatQuarter(wouldBe)}${beyond}`
}
