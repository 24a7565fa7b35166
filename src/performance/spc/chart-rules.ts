import type { Instant } from '../../platform/day.ts'
import type { Checked } from '../../platform/errors.ts'
import type { Rebase } from './rebase.ts'
import { USUAL_RUNS, type RunLengths } from './run-rules.ts'

/** By what a council reads its charts: its run lengths, and where limits start anew. */
export interface ChartRules {
  runLengths: RunLengths
  rebases: readonly Pick<Rebase, 'seriesId' | 'month' | 'cause'>[]
}

/** The rules until a council has chosen its own. */
export const NO_CHART_RULES: ChartRules = { runLengths: USUAL_RUNS, rebases: [] }

/** The run lengths in force, and who set them; null for the usual ones. */
export interface RunLengthSetting {
  runLengths: RunLengths
  set: { at: Instant; by: string } | null
}

export type RunLengthDraft = Readonly<Record<'shift' | 'trend', string>>

/** Shorter runs raise a false alarm every few months; no published rule uses longer ones. */
const SHORTEST = 5
const LONGEST = 12

/** Reads the two lengths of a run, as a form or an argument gives them. */
export function checkRunLengths(draft: RunLengthDraft): Checked<RunLengths> {
  const errors: Record<string, string> = {}
  const read = (name: keyof RunLengths, label: string) => {
    const text = draft[name].trim()
    const length = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
    if (!(length >= SHORTEST && length <= LONGEST))
      errors[name] = `${label} must be a whole number from ${SHORTEST} to ${LONGEST}, like 7`
    return length
  }
  const value = {
    shift: read('shift', 'Points on one side of the average'),
    trend: read('trend', 'Points running up or down'),
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}
