import { describePublished, describeSimilar } from '../benchmarks/describe-published.ts'
import { formatDayOfYear, formatMonth, formatMonthName } from '../../platform/day.ts'
import { formatFigure, formatLimit, type Point, type SeriesDefinition } from '../../measures/index.ts'
import { statedFigure } from '../../ui/stated-figure.ts'
import { pathAt } from '../tracker/target-path.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { CaseLink } from './case-link.tsx'
import { countsOf } from './case-words.ts'
import { Changing, ConfidenceText, WillMeet } from './row-parts.tsx'

function PathNow({ row: { latest, path, series } }: { row: TrackerRow }) {
  const asked = latest ? pathAt(path, latest.period) : null
  return asked === null || !latest ? null : (
    <span class="wm-path-now">
      Agreed path: {formatLimit(asked, series)} in {formatMonthName(latest.period)}
    </span>
  )
}

/** The figures of the latest month, in one row. */
export function Facts({ row, mayOpen }: { row: TrackerRow; mayOpen: boolean }) {
  const { latest, series } = row
  if (!latest) return null
  return (
    <dl class="wm-facts">
      <LatestFact series={series} latest={latest} mayOpen={mayOpen} />
      {row.target !== null ? (
        <div>
          <dt>Target</dt>
          <dd>
            {formatLimit(row.target, series)}
            {row.targetBy ? ` by ${formatDayOfYear(row.targetBy)}` : ''}
            <PathNow row={row} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{row.target !== null ? 'Is it changing? Will it meet the target?' : 'Is it changing?'}</dt>
        <dd class="wm-facts__marks">
          <Changing spc={row.spc} available={row.available} />
          {row.target !== null ? <WillMeet row={row} /> : null}
        </dd>
      </div>
      <PublishedFacts row={row} />
      {row.confidence.complete !== null ? (
        <div>
          <dt>Confidence: records complete</dt>
          <dd>
            <ConfidenceText row={row} />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

interface LatestFactProps {
  series: SeriesDefinition
  latest: Point
  mayOpen: boolean
}

function LatestFact({ series, latest, mayOpen }: LatestFactProps) {
  const question = (met: 'yes' | 'all') => ({ series: series.id, period: latest.period, met })
  const { numerator, denominator } = latest
  const stated = statedFigure(series.id, latest.period)
  const counts = countsOf(series, latest)
  return (
    <div>
      <dt>
        {formatMonth(latest.period)}
        {latest.provisional ? ', provisional' : ''}
      </dt>
      <dd>
        {denominator === null && latest.value !== null && series.kind === 'count' ? (
          <span class="wm-figure" {...stated}>
            <CaseLink question={question('yes')} may={mayOpen && latest.value > 0}>
              {formatFigure(latest, series)}
            </CaseLink>
          </span>
        ) : (
          <span class="wm-figure" {...stated}>
            {formatFigure(latest, series)}
          </span>
        )}{' '}
        {series.kind === 'rate' && numerator !== null && denominator !== null ? (
          <span class="wm-nowrap" {...stated}>
            <CaseLink question={question('yes')} may={mayOpen && numerator > 0}>
              {numerator.toLocaleString('en-GB')}
            </CaseLink>{' '}
            of{' '}
            <CaseLink question={question('all')} may={mayOpen && denominator > 0}>
              {denominator.toLocaleString('en-GB')}
            </CaseLink>
          </span>
        ) : denominator !== null && denominator > 0 ? (
          <span class="wm-nowrap">
            {'from '}
            <CaseLink question={question('all')} may={mayOpen && counts.all === denominator}>
              {denominator.toLocaleString('en-GB')}
            </CaseLink>
            {series.kind === 'mean' && series.over === 'workers' ? ' workers' : null}
          </span>
        ) : null}
      </dd>
    </div>
  )
}

const PublishedFacts = ({ row }: { row: TrackerRow }) => (
  <>
    {row.england.value !== null ? (
      <div>
        <dt>England, {row.england.period?.replace('-', ' to 20')}</dt>
        <dd>
          {row.comparison ? describePublished(row.comparison, row.comparison.unit) : ''}
          {row.comparison?.unit === 'per 10,000' ? ' per 10,000' : ''}
        </dd>
      </div>
    ) : null}
    {row.per10k ? (
      <div>
        <dt>Ours, a year</dt>
        <dd>
          {row.per10k.toLocaleString('en-GB', { maximumFractionDigits: 0 })} per 10,000
          {row.populationYear ? `, by the population of mid-${row.populationYear}` : ''}
        </dd>
      </div>
    ) : null}
    {row.neighbours.median !== null ? (
      <div>
        <dt>Similar councils, {row.neighbours.period?.replace('-', ' to 20')}</dt>
        <dd>{describeSimilar(row)}</dd>
      </div>
    ) : null}
  </>
)
