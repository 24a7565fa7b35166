import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../src/platform/errors.ts'
import { openCouncilCount, type CouncilCount, type CountedCouncil } from './calibration/council-count.ts'
import type { WrittenFile } from './files/written-file.ts'
import type { CouncilPlan } from './plans/council-plan.ts'
import { councilsOf, type CouncilSize } from './plans/sizes.ts'
import { simulateCouncil, type Listeners } from './simulate-council.ts'
import { openFaults } from './messy/planting.ts'
import { readMe } from './read-me.ts'
import type { Workforce } from './simulation/workforce.ts'
import { passesOf, type WrittenParts } from './writers.ts'

/** What is to be invented, and where it goes. */
export interface GenerationRequest extends WrittenParts {
  size: CouncilSize
  seed: number
  /** Months shown; null for those of the size. */
  months: number | null
  /** A folder that is empty or not there yet; null to write nothing. */
  out: string | null
  /** Whether the events are counted, for the calibration report. */
  isCounted: boolean
}

/** How far a generation has come. */
export interface GenerationProgress {
  council: string
  /** Of how many councils, from 1. */
  number: number
  of: number
  pass: number
  passes: number
  families: number
}

export interface GeneratedCouncil {
  code: string
  name: string
  /** Null where nothing was written. */
  folder: string | null
  /** Children in the event log: known, or the subject of a contact alone. */
  children: number
  files: readonly WrittenFile[]
  counted: CountedCouncil | null
}

/**
 * Invents councils and writes their files, one council after another, a family at a time. Throws Refused when the
 * folder has something in it, and the signal's reason when it is cancelled; then nothing is left behind.
 */
export async function* generate(
  request: GenerationRequest,
  onProgress: (progress: GenerationProgress) => void = () => {},
  signal?: AbortSignal,
): AsyncGenerator<GeneratedCouncil> {
  const { out, size, seed, months } = request
  const isNew = out !== null && (await isNewFolder(out))
  const { plans, count } = councilsOf(size, seed, months)
  let number = 0
  try {
    for (const plan of plans) {
      number += 1
      const say = (pass: number, passes: number, families: number) =>
        onProgress({ council: plan.name, number, of: count, pass, passes, families })
      const folder = out === null || count === 1 ? out : join(out, plan.code)
      yield await makeCouncil(plan, folder, request, say, signal)
    }
  } catch (error) {
    if (out !== null) await leaveAsFound(out, isNew)
    throw error
  }
}

async function makeCouncil(
  plan: CouncilPlan,
  folder: string | null,
  request: GenerationRequest,
  say: (pass: number, passes: number, families: number) => void,
  signal: AbortSignal | undefined,
): Promise<GeneratedCouncil> {
  if (folder !== null) await mkdir(folder, { recursive: true })
  const faults = folder !== null && request.isMessy ? openFaults(folder, plan.seed) : null
  const passes = folder === null ? [() => []] : passesOf(plan, folder, request, faults)
  let files: WrittenFile[] = []
  let children = 0
  const counts: CouncilCount[] = []
  for (const [pass, openWriters] of passes.entries()) {
    const createWriters = (workforce: Workforce): Listeners => {
      const writers = openWriters(workforce)
      if (!request.isCounted || pass > 0) return { writers }
      const watcher = openCouncilCount(plan, workforce)
      counts.push(watcher)
      return { writers, watcher }
    }
    const describeFamilies = (families: number) => say(pass + 1, passes.length, families)
    const simulated = await simulateCouncil(plan, createWriters, describeFamilies, signal)
    children = simulated.children
    files.push(...simulated.files)
  }
  if (faults) files = [...(await faults.rework(files)), faults.close()]
  if (folder !== null) await writeFile(join(folder, 'README.txt'), readMe(plan, request, files))
  return { code: plan.code, name: plan.name, folder, children, files, counted: counts[0]?.close() ?? null }
}

/** False when an empty folder is there already. Throws Refused when there is anything else. */
async function isNewFolder(out: string): Promise<boolean> {
  const there = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    if (error.code === 'ENOTDIR') throw new Refused(`${out} is a file. Name a folder with --out.`)
    throw error
  })
  if (there?.length) throw new Refused(`${out} is not empty. Name a new or empty folder with --out.`)
  return there === null
}

async function leaveAsFound(out: string, isNew: boolean): Promise<void> {
  if (isNew) return rm(out, { recursive: true, force: true })
  const there = await readdir(out).catch(() => [])
  for (const name of there) await rm(join(out, name), { recursive: true, force: true })
}
