import {
  CELL_KINDS,
  formatKind,
  type CaptureColumn,
  type CaptureTemplate,
  type CellKind,
} from './template.ts'

/** The handbook's page of the capture templates, in Markdown. */
export function templatePage(templates: readonly CaptureTemplate[]): string {
  const lines = [
    '# Capture templates',
    '',
    'No standard carries who came to a conference, when a report was shared, what a panel thought of it, or what a post costs.',
    'Each such thing has a small CSV of its own, empty but for its headers: under *Data*, *Load files*, *Templates for what no*',
    '*file carries*, or by `waymark templates NAME --out FILE`. Fill in the columns and load the file, alone or with any other;',
    'a workbook with such sheets reads as well. The invented council writes them all in `capture/`.',
    '',
    'A file is known by its headers: all of them, in any order, case or spacing, or most of them when it bears the template’s',
    'name. A column that is left out is unknown; one that is added is left out, and said. Text is UTF-8. A cell is quoted when it',
    'holds a comma, a quotation mark or a line break. A blank says that it is not known, has not happened, or does not apply.',
    'Nobody is named: workers are codes, others are roles.',
    '',
    '| kind of cell | is written as |',
    '|---|---|',
    ...Object.entries(CELL_KINDS).map(
      ([kind, { reads }]) => `| ${formatKind(kind as CellKind)} | ${reads} |`,
    ),
    '',
    '| file | one row is |',
    '|---|---|',
    ...templates.map(({ name, row }) => `| [\`${name}.csv\`](#${name}) | ${row} |`),
  ]
  for (const template of templates) lines.push('', ...section(template))
  return lines.join('\n') + '\n'
}

function section({ name, purpose, row, feeds, key, columns }: CaptureTemplate): string[] {
  return [
    `## ${name}`,
    '',
    `${purpose} ${row}`,
    '',
    `Feeds: ${feeds.map(describeFeed).join(', ')}.`,
    '',
    `Rows are told apart by ${key.map((column) => `\`${column}\``).join(', ')}.`,
    '',
    '| column | kind | must be filled | says | example |',
    '|---|---|---|---|---|',
    ...Object.entries(columns).map(
      ([column, spec]) =>
        `| \`${column}\` | ${formatKind(spec.kind)} | ${spec.isRequired ? 'yes' : ''} | ${spec.means}${describeAllowed(spec)} | ${spec.example} |`,
    ),
  ]
}

/** Measures are ids, in code; rooms and lists are words. */
const describeFeed = (feed: string) => (/^[a-z0-9-]+$/.test(feed) ? `\`${feed}\`` : feed)

const describeAllowed = ({ allowed }: CaptureColumn) =>
  allowed.length === 0 ? '' : `. One of: ${allowed.map((word) => `*${word}*`).join(', ')}`
