import { svgPicture } from '../platform/documents/svg-picture.ts'
import { writeWord, type WordBlock, type WordRun } from '../platform/documents/word.ts'
import { chartSvg } from '../ui/charts/chart-svg.tsx'
import type { IssueMark } from './issue-store.ts'
import { chartAlt, ChartPicture } from './report-chart.tsx'
import { reportFacts, reportTitle, describeIssue } from './report-html.tsx'
import { headingText, typedSources } from './report-view.tsx'
import { lineGroups, printed, type Line, type Report, type ReportBlock } from './report.ts'

const runsOf = (line: Line): WordRun[] =>
  line.sentences.flatMap((sentence, index) => [
    ...(index > 0 ? [{ text: ' ' }] : []),
    ...sentence.map((piece) => ({
      text: printed(piece),
      bold: piece.bold || piece.kind === 'bound',
      italic: piece.italic,
    })),
  ])

const textBlocks = (lines: readonly Line[]): WordBlock[] =>
  lineGroups(lines).map((group): WordBlock => {
    const items = group.lines.map(({ line }) => runsOf(line))
    return group.form === 'paragraph'
      ? { kind: 'paragraph', runs: items.flat() }
      : { kind: 'list', numbered: group.form === 'step', items }
  })

function wordBlocks(block: ReportBlock): WordBlock[] {
  const { content } = block
  if (content.kind === 'text') return textBlocks(content.lines)
  if (content.kind === 'table') {
    if (content.rows.length === 0) {
      return [{ kind: 'paragraph', runs: [{ text: `${content.caption}: there are none yet.` }] }]
    }
    return [
      {
        kind: 'table',
        caption: content.caption,
        columns: content.head.map((text, column) => ({
          text,
          share: column === 0 ? 3 : 1.2,
          numeric: content.numeric.includes(column),
        })),
        rows: content.rows.map((row) => row.map(printed)),
      },
    ]
  }
  const svg = chartSvg(<ChartPicture chart={content} id={block.id} drawing="wide" />)
  return [
    { kind: 'picture', picture: svgPicture(svg), caption: content.caption, alt: chartAlt(content) },
    { kind: 'note', text: 'Shaded: the usual range. Hollow: a month whose figure may still move.' },
  ]
}

/** The report as a Word document. */
export function reportWord(report: Report, issue: IssueMark | null): Promise<Buffer> {
  const sources = typedSources(report)
  return writeWord({
    title: reportTitle(report),
    subject: report.subject,
    author: report.author,
    footer: `${report.council}. ${issue ? `Report ${issue.number}` : `Draft ${report.version}, not issued`}`,
    blocks: [
      { kind: 'title', text: report.subject },
      ...reportFacts(report).map(({ name, value }): WordBlock => ({
        kind: 'paragraph',
        runs: [{ text: `${name}: `, bold: true }, { text: value }],
      })),
      ...report.sections.flatMap((section): WordBlock[] => [
        {
          kind: 'heading',
          level: section.level >= 3 ? 3 : section.level === 2 ? 2 : 1,
          text: `${section.number}  ${headingText(section)}`,
        },
        ...section.blocks.flatMap(wordBlocks),
      ]),
      ...(sources.length > 0
        ? [
            { kind: 'heading', level: 1, text: 'Sources of figures that are not measures' } as const,
            {
              kind: 'list',
              numbered: false,
              items: sources.map(({ figure, source }) => [{ text: `“${figure}”: ${source}` }]),
            } as const,
          ]
        : []),
      { kind: 'note', text: describeIssue(report, issue) },
    ],
  })
}
