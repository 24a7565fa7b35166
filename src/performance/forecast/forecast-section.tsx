import { monthOf, formatMonth } from '../../platform/day.ts'
import { ChartFigure, Panel, ScrollRegion } from '../../ui/charts/figure.tsx'
import { Details } from '../../ui/components/details.tsx'
import { Table } from '../../ui/components/table.tsx'
import { boundsOf, formatLimit, formatValue } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { FanChart } from './fan-chart.tsx'
import type { FanMonth } from './forecast.ts'
import { forecastOfRow } from './row-forecast.ts'
import { describeForecast } from './describe-forecast.ts'

/** The answer alone, for the side of a page, with the way to how it was found. */
export function ForecastAnswer({ row }: { row: TrackerRow }) {
  const { series, target, targetBy, spc } = row
  if (target === null || row.points.length === 0) return null
  return (
    <p>
      {describeForecast(forecastOfRow(row), { series, target, targetBy, spc }).answer}{' '}
      <a href="#forecast">How that is worked out</a>
    </p>
  )
}

/** When the target will be met at the recent rate: the sentence, the futures as a picture, and the same as a table. */
export function ForecastSection({ row }: { row: TrackerRow }) {
  const { series, target, targetBy, spc } = row
  if (target === null || row.points.length === 0) return null
  const found = forecastOfRow(row)
  const { answer, rest } = describeForecast(found, { series, target, targetBy, spc })
  const fan = found.state === 'none' ? [] : found.fan
  const last = fan.at(-1)
  return (
    <section id="forecast" class="wm-section">
      <h2>At the recent rate</h2>
      <p>
        <b>{answer}</b> {rest}
      </p>
      {last ? (
        <>
          <ChartFigure
            sentence={`By ${formatMonth(last.month)} the figure is likely to be about ${formatValue(last.middle, series)}, and in four futures of five between ${formatValue(last.low, series)} and ${formatValue(last.high, series)}`}
            note="Pale: where four futures in five lie, each month with the two before it. Dotted: the middle of them. It holds while the recent rate goes on; a change of course ends it. Provisional months are left out."
            tableHref="#forecast-table"
          >
            <Panel name="Ahead." title={series.asks}>
              {(['wide', 'narrow'] as const).map((drawing) => (
                <FanChart
                  id={`forecast-${drawing}`}
                  title={`${series.title}: the months known, and those ahead at the recent rate`}
                  desc={answer}
                  drawing={drawing}
                  known={row.points
                    .slice(drawing === 'wide' ? 0 : -12)
                    .filter(({ provisional, period }) => !provisional && period < last.month)
                    .map(({ period, value }) => ({ month: period, value }))}
                  fan={fan}
                  target={{ value: target, text: `Target ${formatLimit(target, series)}` }}
                  targetBy={
                    fan.find(({ month }) => targetBy !== null && month === monthOf(targetBy))?.month ?? null
                  }
                  say={(value) => formatValue(value, series)}
                  unit={series.unit === '%' ? '%' : ''}
                  bounds={boundsOf(series)}
                />
              ))}
            </Panel>
          </ChartFigure>
          <ForecastTable series={series} fan={fan} />
        </>
      ) : null}
    </section>
  )
}

const ForecastTable = ({ series, fan }: { series: TrackerRow['series']; fan: readonly FanMonth[] }) => (
  <div id="forecast-table">
    <Details summaryText="The months ahead as a table">
      <ScrollRegion label="The months ahead">
        <Table
          caption="Each month with the two before it, at the recent rate"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: 'Month' },
            { text: 'One in ten below', format: 'numeric' },
            { text: 'Likely', format: 'numeric' },
            { text: 'One in ten above', format: 'numeric' },
          ]}
          rows={fan.map(({ month, low, middle, high }) => [
            { text: formatMonth(month) },
            ...[low, middle, high].map((value) => ({
              text: formatValue(value, series),
              format: 'numeric',
            })),
          ])}
        />
      </ScrollRegion>
    </Details>
  </div>
)
