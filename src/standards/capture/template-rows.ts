import { toCsv, type CsvValue } from '../../platform/csv.ts'
import type { CaptureTemplate } from './template.ts'
import { EVERY_TEMPLATE } from './templates.ts'

/** Rows in the form of one capture template: cells as `CELL_KINDS` says that they are written; a yes or no is true or false. */
export interface TemplateRows {
  /** The template's name: `return-interviews`. */
  template: string
  rows: readonly Readonly<Record<string, CsvValue>>[]
}

/** Rows of a template whose columns are known: one that it lacks is a fault of types. */
export const rowsOfTemplate = <const Template extends Pick<CaptureTemplate, 'name' | 'columns'>>(
  template: Template,
  rows: readonly Readonly<Partial<Record<keyof Template['columns'] & string, CsvValue>>>[],
): TemplateRows => ({ template: template.name, rows })

/** How the files are named that Waymark writes from its own records. No file that is sent may have such a name. */
const KEPT = 'kept in Waymark, '

export const isKeptFile = (file: string): boolean => file.startsWith(KEPT)

/** The same in SQL, of a table whose rows say the file they are from. */
export const FROM_KEPT_FILE = `coalesce(starts_with(file, '${KEPT}'), false)`

/** A file in the form of a template, of what is kept in Waymark. */
export interface KeptFile {
  file: string
  text: string
}

/** One file for each template of which there are rows. Asking for a template that there is not is our fault. */
export function keptFiles(answers: readonly TemplateRows[]): KeptFile[] {
  const byTemplate = Map.groupBy(answers, ({ template }) => template)
  return [...byTemplate].flatMap(([name, some]) => {
    const template = EVERY_TEMPLATE.find((known) => known.name === name)
    if (!template) throw new Error(`There is no capture template ${name}`)
    const columns = Object.keys(template.columns)
    const rows = some.flatMap((answer) => answer.rows)
    if (rows.length === 0) return []
    const text = toCsv(
      columns,
      rows.map((row) => columns.map((column) => row[column])),
    )
    return [{ file: `${KEPT}${name}.csv`, text }]
  })
}
