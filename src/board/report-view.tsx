import type { Child } from 'hono/jsx'
import { ScrollRegion } from '../ui/charts/figure.tsx'
import { ChartPicture } from './report-chart.tsx'
import {
  lineGroups,
  printed,
  type Line,
  type Piece,
  type Report,
  type ReportBlock,
  type ReportChart,
  type ReportSection,
  type ReportTable,
  type Sentence,
} from './report.ts'

/** How a sentence is drawn: plainly, or with its marks. `unit` is its place in the block. */
export type DrawSentence = (sentence: Sentence, unit: number) => Child

/** Where a report is read: on a page of ours, where a figure leads to what is behind it, or in a file of its own. */
export type Reading = 'page' | 'file'

const styled = (piece: Piece, inside: Child): Child => {
  const bold = piece.bold ? <b>{inside}</b> : inside
  return piece.italic ? <em>{bold}</em> : bold
}

/** One piece without any mark of doubt. */
export function PlainPiece({ piece, reading }: { piece: Piece; reading: Reading }) {
  if (piece.kind !== 'bound') return <>{styled(piece, printed(piece))}</>
  return reading === 'page' && piece.href ? (
    <a class="wm-bound" href={piece.href}>
      {piece.shown}
    </a>
  ) : (
    <b>{piece.shown}</b>
  )
}

export const plainly =
  (reading: Reading): DrawSentence =>
  (sentence) => (
    <>
      {sentence.map((piece) => (
        <PlainPiece piece={piece} reading={reading} />
      ))}
    </>
  )

const Sentences = ({ line, first, draw }: { line: Line; first: number; draw: DrawSentence }) => (
  <>
    {line.sentences.map((sentence, index) => (
      <>
        {index > 0 ? ' ' : ''}
        {draw(sentence, first + index)}
      </>
    ))}
  </>
)

const TextView = ({ lines, draw }: { lines: readonly Line[]; draw: DrawSentence }) => (
  <>
    {lineGroups(lines).map((group) => {
      const items = group.lines.map((entry) => <Sentences {...entry} draw={draw} />)
      if (group.form === 'paragraph') return <p>{items}</p>
      const listed = items.map((item) => <li>{item}</li>)
      return group.form === 'step' ? <ol>{listed}</ol> : <ul>{listed}</ul>
    })}
  </>
)

const isNumeric = (table: ReportTable, column: number) => table.numeric.includes(column)

function TableView({ table, draw }: { table: ReportTable; draw: DrawSentence }) {
  if (table.rows.length === 0) return <p>{table.caption}: there are none yet.</p>
  return (
    <ScrollRegion label={table.caption}>
      <table class="govuk-table">
        <caption class="govuk-table__caption">{table.caption}</caption>
        <thead class="govuk-table__head">
          <tr>
            {table.head.map((text, column) => (
              <th
                scope="col"
                class={`govuk-table__header${isNumeric(table, column) ? ' govuk-table__header--numeric' : ''}`}
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((piece, column) =>
                column === 0 ? (
                  <th scope="row" class="govuk-table__cell wm-plain-head">
                    {draw([piece], 0)}
                  </th>
                ) : (
                  <td
                    class={`govuk-table__cell${isNumeric(table, column) ? ' govuk-table__cell--numeric' : ''}`}
                  >
                    {draw([piece], 0)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

const ChartView = ({ chart, id, reading }: { chart: ReportChart; id: string; reading: Reading }) => (
  <figure class="wm-figure-box">
    <figcaption>{chart.caption}</figcaption>
    <ChartPicture chart={chart} id={id} drawing="wide" />
    {reading === 'page' ? <ChartPicture chart={chart} id={id} drawing="narrow" /> : null}
    {reading === 'page' ? (
      <p class="wm-note">
        Shaded: the usual range. Hollow: a month whose figure may still move.{' '}
        <a href={`/measures/${chart.series}`}>Same numbers as a table</a>.
      </p>
    ) : (
      <p class="wm-note">Shaded: the usual range. Hollow: a month whose figure may still move.</p>
    )}
  </figure>
)

export function BlockView(props: { block: ReportBlock; draw: DrawSentence; reading: Reading }) {
  const { block, draw, reading } = props
  const { content } = block
  if (content.kind === 'chart') return <ChartView chart={content} id={block.id} reading={reading} />
  if (content.kind === 'table') return <TableView table={content} draw={draw} />
  return <TextView lines={content.lines} draw={draw} />
}

/** `3.1  Caseloads (R1)` */
export const headingText = (section: ReportSection): string =>
  section.recommendation ? `${section.heading} (${section.recommendation.ref})` : section.heading

export function SectionHeading({ section }: { section: ReportSection }) {
  const Heading = `h${Math.min(section.level, 3) + 1}` as 'h2'
  return (
    <Heading class="wm-report__heading" id={section.id}>
      <span class="wm-report__number">{section.number}</span> {headingText(section)}
    </Heading>
  )
}

/** The whole report, read plainly. */
export const ReportBody = ({ report, reading }: { report: Report; reading: Reading }) => (
  <>
    {report.sections.map((section) => (
      <section class="wm-report__section">
        <SectionHeading section={section} />
        {section.blocks.map((block) => (
          <BlockView block={block} draw={plainly(reading)} reading={reading} />
        ))}
      </section>
    ))}
  </>
)

/** Where each hand-typed figure comes from, in order; the report closes with it. */
export function typedSources(report: Report): { figure: string; source: string }[] {
  const found = new Map<string, string>()
  for (const section of report.sections)
    for (const { content } of section.blocks)
      if (content.kind === 'text')
        for (const piece of content.lines.flatMap((line) => line.sentences.flat()))
          if (piece.kind === 'typed' && piece.source) found.set(piece.key, piece.source.source)
  return [...found].map(([figure, source]) => ({ figure, source }))
}
