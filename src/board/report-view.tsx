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

/** Draws a sentence, with or without review marks. `unit` is its index in the block. */
export type DrawSentence = (sentence: Sentence, unit: number) => Child

/** On a page a figure links to its source; a file has no links. */
type Medium = 'page' | 'file'

const styled = (piece: Piece, inside: Child): Child => {
  const bold = piece.bold ? <b>{inside}</b> : inside
  return piece.italic ? <em>{bold}</em> : bold
}

export function PlainPiece({ piece, medium }: { piece: Piece; medium: Medium }) {
  if (piece.kind !== 'bound') return <>{styled(piece, printed(piece))}</>
  return medium === 'page' && piece.href ? (
    <a class="wm-bound" href={piece.href} data-figure={piece.ref} data-state={piece.state}>
      {piece.shown}
    </a>
  ) : (
    <b>{piece.shown}</b>
  )
}

const drawPlain =
  (medium: Medium): DrawSentence =>
  (sentence) => (
    <>
      {sentence.map((piece) => (
        <PlainPiece piece={piece} medium={medium} />
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

const ChartView = ({ chart, id, medium }: { chart: ReportChart; id: string; medium: Medium }) => (
  <figure class="wm-figure-box">
    <figcaption>{chart.caption}</figcaption>
    <ChartPicture chart={chart} id={id} drawing="wide" />
    {medium === 'page' ? <ChartPicture chart={chart} id={id} drawing="narrow" /> : null}
    {medium === 'page' ? (
      <p class="wm-note">
        Shaded: the usual range. Hollow: a month whose figure may still move.{' '}
        <a href={`/measures/${chart.series}`}>Same numbers as a table</a>.
      </p>
    ) : (
      <p class="wm-note">Shaded: the usual range. Hollow: a month whose figure may still move.</p>
    )}
  </figure>
)

export function BlockView(props: { block: ReportBlock; draw: DrawSentence; medium: Medium }) {
  const { block, draw, medium } = props
  const { content } = block
  if (content.kind === 'chart') return <ChartView chart={content} id={block.id} medium={medium} />
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

/** The whole report without review marks. */
export const ReportBody = ({ report, medium }: { report: Report; medium: Medium }) => (
  <>
    {report.sections.map((section) => (
      <section class="wm-report__section">
        <SectionHeading section={section} />
        {section.blocks.map((block) => (
          <BlockView block={block} draw={drawPlain(medium)} medium={medium} />
        ))}
      </section>
    ))}
  </>
)

/** The source of each hand-typed figure, in order, as listed at the end of the report. */
export function typedSources(report: Report): { figure: string; source: string }[] {
  const found = new Map<string, string>()
  for (const section of report.sections)
    for (const { content } of section.blocks)
      if (content.kind === 'text')
        for (const piece of content.lines.flatMap((line) => line.sentences.flat()))
          if (piece.kind === 'typed' && piece.source) found.set(piece.key, piece.source.source)
  return [...found].map(([figure, source]) => ({ figure, source }))
}
