import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { lastExtract } from '../../synthetic/extract-days.ts'
import { viewOn, type ExtractView } from '../../synthetic/extract-view.ts'
import type { ChildLog, FamilyLog } from '../../synthetic/event-log.ts'
import type { CouncilWriter, WriterSetting, WrittenFile } from '../../synthetic/files/written-file.ts'
import type { CouncilPlan } from '../../synthetic/plans/council-plan.ts'
import {
  adoptersOfFamily,
  adoptersWithoutChild,
  simulateFamilies,
  workforceOf,
} from '../../synthetic/simulation/council-simulation.ts'
import type { Workforce } from '../../synthetic/simulation/workforce.ts'

/** A council that was lived once, with one format of it in a temporary folder. */
export interface WrittenCouncil {
  /** The folder that its files are in. */
  folder: string
  plan: CouncilPlan
  workforce: Workforce
  view: ExtractView
  children: ChildLog[]
  files: readonly WrittenFile[]
  text(file: string): string
  header(file: string): string[]
  /** Rows by column; the file is read once. */
  rows(file: string): Record<string, string>[]
  remove(): void
}

/** Lives the council as a generation does, each family before its adopters, and writes it with what `open` opens. */
export async function writtenCouncil(
  plan: CouncilPlan,
  open: (setting: WriterSetting) => CouncilWriter,
): Promise<WrittenCouncil> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-written-'))
  const workforce = workforceOf(plan)
  const { asAt, recordedTo } = lastExtract(plan)
  const view = viewOn(plan, workforce, asAt, recordedTo)
  const families: FamilyLog[] = []
  const writer = open({ folder, plan, workforce, view })
  for (const family of simulateFamilies(plan, workforce)) {
    families.push(family)
    writer.family(family)
    for (const adopter of adoptersOfFamily(plan, family)) writer.adopter(adopter)
  }
  for (const adopter of adoptersWithoutChild(plan)) writer.adopter(adopter)
  const files = await writer.close()
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const read = new Map<string, Record<string, string>[]>()
  return {
    folder,
    plan,
    workforce,
    view,
    children: families.flatMap(({ children }) => children),
    files,
    text,
    header: (file) => text(file).split('\r\n')[0]!.split(','),
    rows(file) {
      const rows = read.get(file) ?? parse(text(file), { columns: true })
      read.set(file, rows)
      return rows
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
