import {
  CELL_KINDS,
  formatKind,
  templateTitle,
  type CaptureColumn,
  type CaptureTemplate,
} from '../standards/capture/template.ts'
import { CAPTURE_TEMPLATES } from '../standards/capture/templates.ts'
import { keysOf } from '../standards/table.ts'
import { sourceTable } from '../intake/index.ts'
import { Button } from '../ui/components/button.tsx'
import { SummaryList } from '../ui/components/summary-list.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { DATA_CRUMB } from '../dataset/index.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'

const TITLE = 'Templates for data that no standard has'
const CRUMBS = [DATA_CRUMB]
const addressOf = ({ name }: CaptureTemplate) => `/data/templates/${name}`

export const TemplatesPage = ({ frame }: { frame: FrameProps }) => (
  <Page frame={frame} title={TITLE} section="/data" breadcrumbs={CRUMBS}>
    <PageHeading
      title={TITLE}
      sentence={{
        bold: `${CAPTURE_TEMPLATES.length} small tables are for data that no national standard has.`,
        rest: 'Fill in those you have data for, and load them with your other files.',
      }}
    />
    <p class="govuk-body">
      Each file has its headers and nothing else. Fill it in with a spreadsheet and save it as CSV, or put
      several on the sheets of one workbook. Columns may be in any order. Leave blank what is not known. Do
      not write names: use codes for workers and roles for other people.
    </p>
    <RecordTable
      caption="The templates"
      head={[
        { text: 'Template' },
        { text: 'What it is for' },
        { text: 'One row is' },
        { text: 'Measures and pages it is for' },
        { text: 'Columns', format: 'numeric' },
        { text: 'File' },
      ]}
      rows={CAPTURE_TEMPLATES.map((template) => [
        { html: <a href={addressOf(template)}>{templateTitle(template)}</a> },
        { text: template.purpose },
        { text: template.row },
        { text: template.feeds.join(', ') },
        { text: String(Object.keys(template.columns).length), format: 'numeric' },
        {
          html: (
            <a href={`${addressOf(template)}.csv`} download={`${template.name}.csv`}>
              {template.name}.csv
            </a>
          ),
        },
      ])}
    />
  </Page>
)

export const TemplatePage = ({ frame, template }: { frame: FrameProps; template: CaptureTemplate }) => {
  const keys = keysOf(sourceTable(`capture/${template.name}`))
  return (
    <Page
      frame={frame}
      title={templateTitle(template)}
      section="/data"
      breadcrumbs={[...CRUMBS, { text: TITLE, href: '/data/templates' }]}
    >
      <PageHeading
        caption="Template"
        title={templateTitle(template)}
        sentence={{ bold: `One row is ${inSentence(template.row)}`, rest: template.purpose }}
      />
      <Button text={`Download ${template.name}.csv`} href={`${addressOf(template)}.csv`} />
      <SummaryList
        rows={[
          { key: { text: 'Measures and pages it is for' }, value: { text: template.feeds.join(', ') } },
          { key: { text: 'What makes a row unique' }, value: { text: template.key.join(', ') } },
          ...(template.order.length === 0
            ? []
            : [{ key: { text: 'Days that follow each other' }, value: { text: formatOrder(template) } }]),
        ]}
      />
      <RecordTable
        caption="Columns"
        head={[
          { text: 'Column' },
          { text: 'What it says' },
          { text: 'Written as' },
          { text: 'Must be filled' },
          { text: 'Example' },
        ]}
        rows={Object.entries(template.columns).map(([name, column]) => [
          { html: <code>{name}</code> },
          { text: column.means },
          { text: describeWritten(column) },
          { text: describeRequired(name, column, keys) },
          { text: column.example },
        ])}
      />
    </Page>
  )
}

const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Without what its row is about, a row is set aside; any other blank is noted. */
const describeRequired = (name: string, { isRequired }: CaptureColumn, keys: readonly string[]): string =>
  keys.includes(name) ? 'Yes, or the row is set aside' : isRequired ? 'Yes' : 'No'

const formatOrder = ({ order }: CaptureTemplate): string =>
  order.map(([earlier, later]) => `${earlier}, then ${later}`).join('; ')

/** How a cell of the column is written, without the marks that the handbook puts round code. */
function describeWritten({ kind, allowed, mayLieAhead }: CaptureColumn): string {
  if (kind === 'code') return `One of: ${allowed.join(', ')}`
  const ahead = mayLieAhead ? '; it may still be to come' : ''
  return `${formatKind(kind)}: ${CELL_KINDS[kind].reads.replaceAll('`', '')}${ahead}`
}
