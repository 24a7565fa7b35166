import { Panel, ScrollRegion } from '../../ui/charts/figure.tsx'
import { Details } from '../../ui/components/details.tsx'
import { Table, type TableCell } from '../../ui/components/table.tsx'
import type { SeriesComparison } from './benchmark.ts'
import { describePublished } from './describe-published.ts'
import type { Standing } from './standing.ts'
import { YearsChart, type YearLine } from './years-chart.tsx'

/** The published years as a picture and as a table. */
export function Years({ title, comparison }: { title: string; comparison: SeriesComparison }) {
  const { published } = comparison
  const years = comparison.years()
  const lines = linesOf(comparison, years)
  return (
    <div id="comparison-years">
      {published.isCount ? null : (
        <Panel name="By year." title={published.title}>
          {(['wide', 'narrow'] as const).map((drawing) => (
            <YearsChart
              id={`years-${drawing}`}
              title={`${title}: published figures by year`}
              desc={lines
                .map(({ name, values }) => `${name}: ${values.at(-1) ?? 'not published'} in the last year.`)
                .join(' ')}
              drawing={drawing}
              years={years.map(({ year }) => String(year))}
              lines={lines}
              unit={published.item.unit}
            />
          ))}
        </Panel>
      )}
      <YearsTable comparison={comparison} years={years} lines={lines} />
    </div>
  )
}

interface YearsTableProps {
  comparison: SeriesComparison
  years: readonly Standing[]
  lines: readonly YearLine[]
}

const cell = (text: string | null): TableCell => ({ text: text ?? 'not published', format: 'numeric' })

function YearsTable({ comparison, years, lines }: YearsTableProps) {
  const { published, authority } = comparison
  const { at: period, unit } = published.item
  const isRanked = authority.own !== null && !published.isCount
  const head: TableCell[] = [
    { text: period === 'september' ? '30 September' : period === 'march' ? '31 March' : 'Year to March' },
    ...lines.map(({ name }): TableCell => ({ text: name, format: 'numeric' })),
    ...(isRanked ? [{ text: 'Place', format: 'numeric' }] : []),
  ]
  return (
    <Details summaryText="The published years as a table">
      <ScrollRegion label="Published figures by year">
        <Table
          caption={`${published.title}, by year`}
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={head}
          rows={years
            .toReversed()
            .map((standing) => [
              { text: String(standing.year) },
              ...lines.map((line) => cell(describeStanding(standing, line, unit))),
              ...(isRanked
                ? [cell(standing.rank ? `${standing.rank.place} of ${standing.rank.of}` : null)]
                : []),
            ])}
        />
      </ScrollRegion>
    </Details>
  )
}

function describeStanding(standing: Standing, { kind }: YearLine, unit: string): string | null {
  const { own, england, region, neighbours } = standing
  const figure = { own, england, region: region?.figure, neighbours: neighbours?.median }[kind]
  if (!figure) return null
  const many = kind === 'neighbours' && neighbours ? ` (${neighbours.published} of ${neighbours.of})` : ''
  return `${describePublished(figure, unit)}${many}`
}

/** The lines that have any figure at all, the council's first. */
function linesOf({ authority, nameOf }: SeriesComparison, years: readonly Standing[]): YearLine[] {
  const valuesOf = (figure: (standing: Standing) => { value: number } | null | undefined) =>
    years.map((standing) => figure(standing)?.value ?? null)
  const region = years.find(({ region: found }) => found)?.region?.name ?? 'Region'
  const lines: YearLine[] = [
    { kind: 'own', name: nameOf(authority.own ?? ''), values: valuesOf(({ own }) => own) },
    {
      kind: 'neighbours',
      name: 'Neighbours’ median',
      values: valuesOf(({ neighbours }) => neighbours?.median),
    },
    { kind: 'region', name: region, values: valuesOf(({ region: found }) => found?.figure) },
    { kind: 'england', name: 'England', values: valuesOf(({ england }) => england) },
  ]
  return lines.filter(({ values }) => values.some((value) => value !== null))
}
