import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { openCaptureWriter } from '../../synthetic/capture/writer.ts'
import type { AdopterLog } from '../../synthetic/adopter-log.ts'
import type { FamilyLog } from '../../synthetic/event-log.ts'
import { viewOn, type ExtractView } from '../../synthetic/extract-view.ts'
import type { CouncilPlan } from '../../synthetic/plans/council-plan.ts'
import { smallCouncil } from '../../synthetic/plans/small-council.ts'
import {
  simulateAdopters,
  simulateFamilies,
  workforceOf,
} from '../../synthetic/simulation/council-simulation.ts'
import type { Workforce } from '../../synthetic/simulation/workforce.ts'

export type CapturedRow = Readonly<Record<string, string>>

/** An invented council with its capture files, read as any reader of CSV would. */
export interface CapturedCouncil {
  plan: CouncilPlan
  workforce: Workforce
  view: ExtractView
  families: readonly FamilyLog[]
  /** Names of the files, as they lie in `capture/`. */
  files: readonly string[]
  text(file: string): string
  header(template: string): string[]
  rows(template: string): CapturedRow[]
}

export const RECORDED_TO = '2015-02-03'

/** Lives a council and writes its capture files; `change` makes another council of the plan. */
export async function capturedCouncil(
  change: (plan: CouncilPlan) => CouncilPlan = (plan) => plan,
): Promise<CapturedCouncil> {
  const plan = change(smallCouncil(2015))
  const workforce = workforceOf(plan)
  const view = viewOn(plan, workforce, plan.asAt, RECORDED_TO)
  const families = [...simulateFamilies(plan, workforce)]
  const adopters: AdopterLog[] = [...simulateAdopters(plan, families)]
  const folder = mkdtempSync(join(tmpdir(), 'waymark-capture-'))
  try {
    const writer = openCaptureWriter({ folder, plan, workforce, view })
    for (const family of families) writer.family(family)
    for (const adopter of adopters) writer.adopter(adopter)
    await writer.close()
    const texts = new Map<string, string>()
    for (const file of readdirSync(join(folder, 'capture')).sort()) {
      texts.set(file, readFileSync(join(folder, 'capture', file), 'utf8'))
    }
    const text = (file: string) => texts.get(file) ?? ''
    const read = (template: string) => text(`${template}.csv`)
    return {
      plan,
      workforce,
      view,
      families,
      files: [...texts.keys()],
      text,
      header: (template) => parse(read(template), { to_line: 1 })[0] ?? [],
      rows: (template) => parse(read(template), { columns: true }),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
