/**
 * What reading a cell came to. `finding` says what was wrong, or what was put right on the way; a blank or unreadable
 * cell is null.
 */
export interface Reading<Value> {
  value: Value | null
  finding: Finding | null
}

interface Finding {
  severity: 'warning' | 'note'
  code: string
  /** Ends the sentence that opens `Row 17: 'Date of referral' `. */
  says: string
}

export const clean = <Value>(value: Value): Reading<Value> => ({ value, finding: null })

export const putRight = <Value>(value: Value, code: string, says: string): Reading<Value> => ({
  value,
  finding: { severity: 'note', code, says },
})

export const unknown = (code: string, says: string): Reading<never> => ({
  value: null,
  finding: { severity: 'warning', code, says },
})

export const BLANK: Reading<never> = { value: null, finding: null }
