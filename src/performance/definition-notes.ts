import { formatDay, formatMonth } from '../platform/day.ts'
import { capital } from '../platform/words.ts'
import { describeFieldShort, type SeriesDefinition } from '../measures/index.ts'

/** What a measure counts, for a reader: each line a name and a text. */
export function definitionNotes(series: SeriesDefinition): (readonly [name: string, text: string])[] {
  const lines: readonly (readonly [string, string | null])[] = [
    ['Measure', series.label ? `${series.title}, ${series.label}` : series.title],
    ...definitionLines(series),
    ['Notes', series.notes.join(' ') || null],
  ]
  return lines.flatMap(([name, text]) => (text && text !== 'none' ? [[name, capital(text)] as const] : []))
}

export const definitionLines = (
  series: SeriesDefinition,
): (readonly [name: string, text: string | null])[] => [
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
