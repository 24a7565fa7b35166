import { formatMonth } from '../../platform/day.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Table, type TableCell } from '../../ui/components/table.tsx'
import { statedFigure } from '../../ui/stated-figure.ts'
import {
  formatFigure,
  formatValue,
  needsActionOf,
  type BehindFigure,
  type Point,
} from '../../measures/index.ts'
import { capital } from '../../platform/words.ts'
import { CaseLink } from './case-link.tsx'
import { countsOf } from './case-words.ts'
import { openCount, type CompanionRow } from './measure-sentence.ts'
import { REPORTED_COLUMNS, reportedCells, Restated } from './measure-reported.tsx'
import type { SeriesState } from './measure-state.ts'

const FIRST_SHOWN = 8

interface MonthsProps {
  state: SeriesState
  companions: readonly CompanionRow[]
  behind: BehindFigure
  all: boolean
}

/** The numbers of the chart, newest first; each count opens its list. */
export function Months({ state, companions, behind, all }: MonthsProps) {
  const { mayOpen, words } = behind
  const { series, points } = state
  const newest = points.toReversed()
  const shown = all ? newest : newest.slice(0, FIRST_SHOWN)
  const pair = series.denominator !== null
  const unmet = unmetAction(series)
  const isReported = points.some(({ reported }) => reported)
  const head: TableCell[] = [
    { text: 'Month' },
    ...(pair ? [numeric(headOf(series.kind)), numeric('Of')] : []),
    ...(unmet ? [numeric(capital(unmet.words))] : []),
    ...(isReported ? ['Now', ...REPORTED_COLUMNS] : ['Figure']).map(numeric),
    ...companions.map(({ companion }) => numeric(companion.column)),
  ]
  return (
    <section id="months">
      <h2>Month by month</h2>
      {mayOpen ? null : (
        <p class="wm-note">Your role sees counts only, so figures do not open lists of {words.many}.</p>
      )}
      <ScrollRegion label="Month by month">
        <Table
          caption={`${series.title}, newest month first`}
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={head}
          rows={shown.map((point) => [
            {
              html: (
                <>
                  <span class="wm-nowrap">{formatMonth(point.period)}</span>
                  {point.provisional ? <span class="wm-secondary"> provisional</span> : null}
                </>
              ),
            },
            ...(pair ? partCells(state, point, behind) : []),
            ...needingCells(state, point, behind),
            figureCell(state, point, behind),
            ...(isReported ? reportedCells(series, point) : []),
            ...companions.map((companion) => companionCell(companion, point, mayOpen)),
          ])}
        />
      </ScrollRegion>
      <Restated series={series} points={shown} />
      <p>
        {newest.length > shown.length ? (
          <>
            <a href="?months=all#months">Show all {newest.length} months</a>
            {' · '}
          </>
        ) : null}
        Download as <a href={`/measures/${series.id}.xlsx`}>Excel</a> or{' '}
        <a href={`/measures/${series.id}.csv`}>CSV</a>. These files are for the council: they show small
        numbers. To publish figures, take the <a href={`/measures/${series.id}.csv?for=public`}>public CSV</a>
        .
      </p>
    </section>
  )
}

const numeric = (text: string): TableCell => ({ text, format: 'numeric' })
const headOf = (kind: string) => (kind === 'rate' ? 'Met' : 'Sum')

function partCells({ series }: SeriesState, point: Point, { mayOpen, words }: BehindFigure): TableCell[] {
  const cell = (count: number | null, met: 'yes' | 'all', word: string): TableCell => ({
    format: 'numeric',
    html:
      count === null ? (
        '–'
      ) : series.kind !== 'rate' && met === 'yes' ? (
        count.toLocaleString('en-GB', { maximumFractionDigits: 1 })
      ) : (
        <CaseLink
          question={{ series: series.id, period: point.period, met }}
          may={mayOpen && count > 0 && (met === 'yes' || countsOf(series, point).all === count)}
          label={`${count.toLocaleString('en-GB')} ${word} in ${formatMonth(point.period)}: the ${words.many}`}
        >
          {count.toLocaleString('en-GB')}
        </CaseLink>
      ),
  })
  return [cell(point.numerator, 'yes', 'met'), cell(point.denominator, 'all', 'counted')]
}

/** Of a share whose cases that are not met need action: how many, and the list of them. */
function needingCells({ series }: SeriesState, point: Point, { mayOpen, words }: BehindFigure): TableCell[] {
  const action = unmetAction(series)
  if (!action) return []
  const count = countsOf(series, point).no
  return [
    {
      format: 'numeric',
      html:
        count === null ? (
          '–'
        ) : (
          <CaseLink
            question={{ series: series.id, period: point.period, met: 'no' }}
            may={mayOpen && count > 0}
            label={`${count.toLocaleString('en-GB')} ${action.words} in ${formatMonth(point.period)}: the ${words.many}`}
          >
            {count.toLocaleString('en-GB')}
          </CaseLink>
        ),
    },
  ]
}

function unmetAction(series: SeriesState['series']) {
  const action = needsActionOf(series)
  return series.kind === 'rate' && action?.met === 'no' ? action : null
}

function figureCell({ series }: SeriesState, point: Point, { mayOpen, words }: BehindFigure): TableCell {
  if (point.hidden) return { format: 'numeric', text: 'c' }
  if (point.value === null) return { format: 'numeric', text: point.denominator ? 'hidden' : '–' }
  if (series.denominator !== null)
    return {
      format: 'numeric',
      html: <b {...statedFigure(series.id, point.period)}>{formatFigure(point, series)}</b>,
    }
  return {
    format: 'numeric',
    html: (
      <span {...statedFigure(series.id, point.period)}>
        <CaseLink
          question={{ series: series.id, period: point.period, met: series.kind === 'count' ? 'yes' : 'all' }}
          may={mayOpen && point.value !== 0}
          label={`${formatFigure(point, series)} in ${formatMonth(point.period)}: the ${words.many}`}
        >
          {formatFigure(point, series)}
        </CaseLink>
      </span>
    ),
  }
}

function companionCell({ companion, row }: CompanionRow, { period }: Point, mayOpen: boolean): TableCell {
  const { series } = row
  const found = row.points.find((point) => point.period === period)
  const stated = statedFigure(series.id, period)
  if (found?.hidden) return { format: 'numeric', text: 'c' }
  if (companion.part !== 'stock') {
    const value = found?.value ?? null
    const none = companion.part === 'cohort' ? 'not yet known' : '–'
    if (value === null) return { format: 'numeric', text: none }
    return { format: 'numeric', html: <span {...stated}>{formatValue(value, series)}</span> }
  }
  const open = openCount(found)
  return {
    format: 'numeric',
    html:
      open === null ? (
        '–'
      ) : (
        <CaseLink
          question={{ series: series.id, period, met: 'yes' }}
          may={mayOpen && open > 0}
          label={`${open.toLocaleString('en-GB')} ${companion.undone?.short ?? ''} at the end of ${formatMonth(period)}: the children`}
        >
          {open.toLocaleString('en-GB')}
        </CaseLink>
      ),
  }
}
