import type { Month } from '../../platform/day.ts'
import { describePublished, describeSimilar } from '../benchmarks/describe-published.ts'
import { formatLimit } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import {
  Changing,
  LatestFigure,
  NeedsAction,
  RowSparkline,
  describeConfidence,
  formatShare,
  WillMeet,
  pageSentence,
  OtherDays,
} from './row-parts.tsx'
import type { SectionsProps } from './tracker-table.tsx'

/** The tracker on a phone: the same words in the same order. The first group is open; the others open at a touch. */
export const TrackerCards = ({ sections, month, mayOpen }: SectionsProps) => (
  <>
    {sections.map((section, index) => (
      <details class="wm-group-card" id={`list-${section.id}`} open={index === 0}>
        <summary>
          {section.rows.length} {section.title.charAt(0).toLowerCase() + section.title.slice(1)}
        </summary>
        {section.means ? <p class="wm-note">{section.means}</p> : null}
        <ul class="wm-cards">
          {section.rows.map((row) => (
            <TrackerCard row={row} month={month} mayOpen={mayOpen.has(row.id)} />
          ))}
        </ul>
      </details>
    ))}
  </>
)

const TrackerCard = ({ row, month, mayOpen }: { row: TrackerRow; month: Month | null; mayOpen: boolean }) => (
  <li>
    <p class="wm-card__name">
      <a href={`/measures/${row.series.id}`}>{row.title}</a> <span>{row.ref}</span>
    </p>
    <div class="wm-card__line">
      <span>
        <LatestFigure row={row} month={month} />{' '}
        <span class="wm-secondary">
          {row.target === null ? 'no target' : `target ${formatLimit(row.target, row.series)}`}
        </span>
      </span>
      <RowSparkline row={row} width={150} height={40} />
    </div>
    <div class="wm-card__marks">
      <Changing spc={row.spc} available={row.available} />
      {row.target === null ? null : <WillMeet row={row} />}
    </div>
    <p>
      {pageSentence(row)} <NeedsAction row={row} mayOpen={mayOpen} />
    </p>
    <OtherDays row={row} />
    <p class="wm-note">{describeBeside(row)}</p>
  </li>
)

/** "England 81.5% in 2014-15. Confidence: high, 97%." */
function describeBeside(row: TrackerRow): string {
  const { comparison, confidence } = row
  const unit = comparison?.unit
  const base = unit === 'per 10,000' ? ' per 10,000' : ''
  const published = [
    comparison === null
      ? null
      : `England ${describePublished(comparison, comparison.unit)}${base} in ${comparison.period}`,
    row.neighbours.median === null
      ? null
      : `similar councils ${describeSimilar(row)}${base} in ${row.neighbours.period}`,
  ].filter((part) => part !== null)
  return [
    published.length > 0 ? `${published.join(', ')}.` : null,
    confidence.complete === null
      ? null
      : `Confidence: ${describeConfidence(confidence.complete).toLowerCase()}, ${formatShare(confidence.complete)}.`,
  ]
    .filter((part) => part !== null)
    .join(' ')
}
