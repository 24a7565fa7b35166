import type { Checked } from './errors.ts'

const LONGEST_REASON = 500

/** A reason that stands on record for good. `ask` is the message when there is none: "Enter why …". */
export function readReason(typed: string, ask: string): Checked<string> {
  const reason = typed.trim().replaceAll(/\s+/g, ' ')
  if (reason === '') return { ok: false, errors: { reason: ask } }
  if (reason.length > LONGEST_REASON) {
    return { ok: false, errors: { reason: `The reason must be ${LONGEST_REASON} characters or fewer` } }
  }
  return { ok: true, value: reason }
}
