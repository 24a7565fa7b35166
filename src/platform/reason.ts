import type { Checked } from './errors.ts'

const MAX_REASON = 500

/** A reason that is kept for ever. `ask` is the message when it is empty: "Enter why …". */
export function readReason(typed: string, ask: string): Checked<string> {
  const reason = typed.trim().replaceAll(/\s+/g, ' ')
  if (reason === '') return { ok: false, errors: { reason: ask } }
  if (reason.length > MAX_REASON) {
    return { ok: false, errors: { reason: `The reason must be ${MAX_REASON} characters or fewer` } }
  }
  return { ok: true, value: reason }
}
