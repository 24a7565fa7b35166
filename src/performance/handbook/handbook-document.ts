import { formatDay, formatMonth } from '../../platform/day.ts'
import { HANDBOOK_ORDER, PUBLISHED_ITEMS, type MeasureFile } from '../../measures/index.ts'
import { describeArea } from '../pages/area.ts'
import { capital } from '../../platform/words.ts'
import { formatClock, workOut } from './clock.ts'
import { DISCLOSURE, describeShown } from './handbook-entry.ts'

/** The handbook of measures as Markdown, by the name of the file: one page for each area, and a list of them all. */
export function handbookDocuments(): ReadonlyMap<string, string> {
  const areas = Map.groupBy(HANDBOOK_ORDER, ({ area }) => area)
  return new Map([
    ['README.md', documentOf([...listOf(areas)])],
    ...[...areas].map(
      ([area, measures]) =>
        [
          `${area}.md`,
          documentOf([`# ${describeArea(area)}`, '', PRINTED, ...measures.flatMap(sectionOf)]),
        ] as const,
    ),
  ])
}

const PRINTED = '*Printed from the headers in `src/measures/definitions/`: change them, not this page.*'

const documentOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`
const cell = (text: string): string => text.replaceAll('|', '\\|')
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${heads.join(' | ')} |`,
  `|${heads.map(() => '---').join('|')}|`,
  ...rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`),
]

function listOf(areas: ReadonlyMap<string, readonly MeasureFile[]>): string[] {
  return [
    '# Measures',
    '',
    PRINTED,
    '',
    'Who sees small numbers is a rule that each measure names:',
    '',
    ...table(['rule', 'what it says'], Object.entries(DISCLOSURE)),
    ...[...areas].flatMap(([area, measures]) => [
      '',
      `## ${describeArea(area)}`,
      '',
      ...table(
        ['measure', 'id', 'what it asks'],
        measures.map(({ id, series: [first] }) => [
          `[${first!.definition.title}](${area}.md#${id})`,
          `\`${id}\``,
          first!.definition.asks,
        ]),
      ),
    ]),
  ]
}

function sectionOf({ id, series, handbook }: MeasureFile): string[] {
  const { title, asks } = series[0]!.definition
  return [
    '',
    `<a id="${id}"></a>`,
    `## ${title}`,
    '',
    `\`${id}\` ${asks} ${capital(handbook.why)}.`,
    '',
    ...table(
      ['series', 'counts as met', 'out of', 'shown as'],
      series.map(({ definition }) => [
        `${capital(definition.label || definition.title)} (\`${definition.id}\`)`,
        capital(definition.numerator),
        definition.denominator ? capital(definition.denominator) : '–',
        describeShown(definition),
      ]),
    ),
    '',
    ...linesOf({ series, handbook }),
    '',
    ...table(
      ['what can go wrong', 'our rule'],
      handbook.traps.map(({ trap, rule }) => [trap, rule]),
    ),
  ]
}

function linesOf({ series, handbook }: Pick<MeasureFile, 'series' | 'handbook'>): string[] {
  const { definition } = series[0]!
  const { standard, startingPoint, clocks } = handbook
  const benchmarks = series.flatMap((one) => one.benchmarks.map(({ name }) => PUBLISHED_ITEMS[name]!.title))
  const readWith = series.flatMap(
    (one) => one.companions?.readWith.map((companion) => companion.series) ?? [],
  )
  const lines: readonly (readonly [name: string, text: string])[] = [
    ['Put in a month by', definition.placedBy],
    ['Leaves out', definition.leavesOut],
    ['Clock', definition.clock],
    ['For example', clocks.map((clock) => formatClock(workOut(clock))).join(' ')],
    ['Standard', [standard.status, standard.text].filter((text) => text !== '').join('. ')],
    ['Source', [...new Set([definition.source, ...standard.sources])].join('; ')],
    [
      'Needs',
      [...new Set(series.flatMap(({ definition: { needs } }) => needs))]
        .map((field) => `\`${field}\``)
        .join(', '),
    ],
    ['Not held', definition.notHeld ?? ''],
    ['Read with', [...new Set(readWith)].map((found) => `\`${found}\``).join(', ')],
    ['Compared with', [...new Set(benchmarks)].join('; ')],
    ['Can be read by', handbook.breakdowns.join(', ')],
    [
      'A target might start at',
      startingPoint ? `green from ${startingPoint.green}, amber from ${startingPoint.amber}` : '',
    ],
    ['Small numbers', `rule ${definition.smallNumbers}`],
    [
      'Version',
      `${definition.version}, from ${formatDay(definition.versionFrom)}; to be looked at again in ${formatMonth(definition.lookAgain)}`,
    ],
  ]
  return lines
    .filter(([, text]) => text !== '' && text !== 'none')
    .map(([name, text]) => `- **${name}**: ${text}`)
}
