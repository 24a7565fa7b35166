import type { Day } from '../../platform/day.ts'
import type { RawCell } from '../reading/raw-sheet.ts'
import type { ReadContext } from './read-context.ts'
import type { TableHeader } from './table-header.ts'
import type { Source, TableSpec } from '../../standards/table.ts'
import type { TableReport } from '../intake-report.ts'

/** What Waymark knows of one standard: which files follow it, and what their tables are. */
export interface Standard {
  readonly source: Source
  /** `Annex A` */
  readonly name: string
  readonly tables: readonly TableSpec[]
  /** The table whose header row this is; null when it is none's. Headers decide; the sheet's name where they leave it open. */
  headerOf(cells: readonly RawCell[], sheetName: string): TableHeader | null
  /** The table that a sheet claims to be by its name; null when the name says nothing. */
  named?(sheetName: string): TableSpec | null
  /** A sheet that belongs to the standard's own template and holds no data. */
  isTemplateSheet?(sheetName: string): boolean
  /** Why a file with such a row is another thing of a like name, and must be refused. */
  faultOf?(cells: readonly RawCell[], file: string): Error | null
  /** Of a yearly return: the day it is as at, from the latest day in it. */
  yearEnd?(latest: Day): Day
  /** Of a yearly return: the column whose days lie in its year, by its published name; without one, any column's do. */
  readonly yearColumn?: string
  /** The column in which a return says itself what day it is as at, as a title does. */
  readonly headerDay?: { table: string; key: string }
  /** Its files are as at no day of their own: loaded with others they are as at the day of the source that leads. */
  readonly followsLeader?: true
  readonly xml?: XmlForm
}

/** How a standard reads its files when they are XML. */
export interface XmlForm {
  /** The document element's name: it alone tells which standard it is. */
  readonly root: string
  /**
   * Reads the file piece by piece, never whole. Rows go to `context.onRow`; the number of a row is its line. Throws
   * FileFault for a file that must be refused.
   */
  read(file: XmlFile, context: ReadContext): Promise<TableReport[]>
}

export interface XmlFile {
  file: string
  /** A day that tells the file's age. */
  fileDay: Day | null
  pieces: AsyncIterable<Buffer>
}
