import { formatDay, formatMonth } from '../../platform/day.ts'
import { describeFieldShort, type SeriesDefinition } from '../../measures/index.ts'
import { capital } from '../../platform/words.ts'

export const Definition = ({ series }: { series: SeriesDefinition }) => {
  const lines: readonly (readonly [string, string | null])[] = [
    ['Asks', series.asks],
    ['Counts as met', series.numerator],
    ['Out of', series.denominator],
    ['Leaves out', series.leavesOut],
    ['Clock', series.clock],
    [
      'Source of the standard',
      [series.standard, series.source]
        .filter((words) => words && words !== 'none')
        .map(capital)
        .join('. '),
    ],
    ['Needs', series.needs.map(describeFieldShort).join('; ')],
    [
      'Version',
      `${series.version}, from ${formatDay(series.versionFrom)}. Look again: ${formatMonth(series.lookAgain)}`,
    ],
  ]
  return (
    <section id="definition">
      <h2>What is counted</h2>
      <p>
        <a href={`/handbook/measures/${series.measure}`}>
          The handbook: its clock, its traps and what it needs
        </a>
      </p>
      <dl class="wm-definition">
        {lines.map(([name, words]) =>
          words && words !== 'none' ? (
            <>
              <dt>{name}</dt>
              <dd>{capital(words)}</dd>
            </>
          ) : null,
        )}
      </dl>
    </section>
  )
}
