import type { SeriesDefinition } from '../../measures/index.ts'
import { definitionLines } from '../definition-notes.ts'
import { capital } from '../../platform/words.ts'

export const Definition = ({ series }: { series: SeriesDefinition }) => {
  const lines = definitionLines(series)
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
