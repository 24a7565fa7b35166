import { join } from 'node:path'
import { monthOf } from '../src/platform/day.ts'
import { openAnnexAWriter } from './annex-a/writer.ts'
import type { AnnexAWindow } from './annex-a/list-window.ts'
import { openCaptureWriter } from './capture/writer.ts'
import { openCinCensusWriter } from './cin-census/writer.ts'
import { lastExtract, monthlyExtracts, type ExtractDay, type ExtractRhythm } from './extract-days.ts'
import { viewOn } from './extract-view.ts'
import type { CouncilWriter, WriterSetting, WrittenFile } from './files/written-file.ts'
import type { Faults } from './messy/planting.ts'
import type { CouncilPlan } from './plans/council-plan.ts'
import type { Workforce } from './simulation/workforce.ts'
import { openSsdWriter } from './ssd/writer.ts'
import { openSsda903Writer } from './ssda903/writer.ts'
import { openTruthWriter } from './truth/writer.ts'

/** What can be written. `capture` is what no standard carries, in Waymark's own templates. */
export type GeneratedFormat = 'annex-a' | 'ssd' | 'cin-census' | 'ssda903' | 'capture'
export const GENERATED_FORMATS: readonly GeneratedFormat[] = [
  'annex-a',
  'ssd',
  'cin-census',
  'ssda903',
  'capture',
]

export interface WrittenParts {
  formats: readonly GeneratedFormat[]
  extracts: ExtractRhythm
  window: AnnexAWindow
  /** Whether faults are planted, as real files have them. */
  isMessy: boolean
}

/** Opens writers, all of which are then handed the same families. */
type OpenWriters = (workforce: Workforce) => CouncilWriter[]

/** Extracts that are written in one pass, so that what is kept of them does not grow with the months. */
const EXTRACTS_AT_ONCE = 6

/**
 * The passes in which a council's files are written: each lives every family again. The first writes the files of the
 * last day; others, six at a time, the extract of each month in a folder of its own.
 */
export function passesOf(
  plan: CouncilPlan,
  folder: string,
  parts: WrittenParts,
  faults: Faults | null,
): OpenWriters[] {
  const isMonthly = parts.extracts === 'monthly' && parts.formats.includes('annex-a')
  const last: OpenWriters = (workforce) =>
    lastDayWriters(settingOf(plan, folder, workforce, lastExtract(plan)), parts, isMonthly, faults)
  const months = isMonthly ? monthlyExtracts(plan) : []
  const passes = [last]
  for (let from = 0; from < months.length; from += EXTRACTS_AT_ONCE) {
    const some = months.slice(from, from + EXTRACTS_AT_ONCE)
    passes.push((workforce) =>
      some.flatMap((day) => extractWriters(plan, folder, workforce, day, parts, faults)),
    )
  }
  return passes
}

const settingOf = (
  plan: CouncilPlan,
  folder: string,
  workforce: Workforce,
  { asAt, recordedTo }: ExtractDay,
): WriterSetting => ({ folder, plan, workforce, view: viewOn(plan, workforce, asAt, recordedTo) })

function lastDayWriters(
  setting: WriterSetting,
  parts: WrittenParts,
  isMonthly: boolean,
  faults: Faults | null,
): CouncilWriter[] {
  const year = lastFullYear(setting.plan)
  const open: Record<GeneratedFormat, () => CouncilWriter> = {
    'annex-a': () => annexA(setting, parts, faults),
    ssd: () => openSsdWriter(setting),
    'cin-census': () => openCinCensusWriter(setting, { year }),
    ssda903: () => openSsda903Writer(setting, { year }),
    capture: () => openCaptureWriter(setting),
  }
  const formats = parts.formats.filter((format) => !(isMonthly && format === 'annex-a'))
  return [...formats.map((format) => open[format]()), openTruthWriter(setting)]
}

/** The extract of one month, with its own truth next to it. */
function extractWriters(
  plan: CouncilPlan,
  folder: string,
  workforce: Workforce,
  day: ExtractDay,
  parts: WrittenParts,
  faults: Faults | null,
): CouncilWriter[] {
  const own = join('extracts', monthOf(day.asAt))
  const setting = settingOf(plan, join(folder, own), workforce, day)
  const theirs = faults && faultsWithin(own, faults)
  return [annexA(setting, parts, theirs), openTruthWriter(setting)].map((writer) => inFolder(own, writer))
}

const annexA = (setting: WriterSetting, { window }: WrittenParts, faults: Faults | null): CouncilWriter =>
  openAnnexAWriter({ ...setting, window, isWorkbook: window === 'ofsted', isCsvs: true, faults })

/** The same mess, which names the files of a folder by that folder. */
const faultsWithin = (own: string, faults: Faults): Faults => ({
  ...faults,
  annexA: (book) => faults.annexA({ ...book, fileOf: (sheet) => `${own}/${book.fileOf(sheet)}` }),
})

const inFolder = (own: string, writer: CouncilWriter): CouncilWriter => ({
  ...writer,
  close: async () =>
    (await writer.close()).map((written): WrittenFile => ({ ...written, file: `${own}/${written.file}` })),
})

/** The last year to 31 March that is over on the plan's last day: what a census is taken of. */
function lastFullYear({ asAt }: CouncilPlan): number {
  const year = Number(asAt.slice(0, 4))
  return asAt.slice(5) >= '03-31' ? year : year - 1
}
