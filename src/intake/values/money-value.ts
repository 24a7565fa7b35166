import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { clean, putRight, unknown, type Reading } from './reading.ts'

const POUNDS = /^(-?)£?\s*(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})0*)?$/
/** As ledgers write what comes back. */
const IN_BRACKETS = /^\(\s*(.+?)\s*\)$/
const PLAIN = /^-?\d+(\.\d{1,2})?$/

/**
 * Pounds as whole pence, below zero where money comes back: `£1,200.50` is 120050 and `(500)` is -50000. Parts of a
 * penny are no money.
 */
export function readMoney(cell: RawCell): Reading<number> {
  if (typeof cell === 'number') return inPence(cell)
  const text = cellText(cell).trim()
  const bracketed = IN_BRACKETS.exec(text)
  const parts = POUNDS.exec(bracketed?.[1] ?? text)
  const signs = [bracketed, parts?.[1], parts?.[2]].filter(Boolean).length
  if (!parts || signs > 1) return NO_MONEY
  const pence = Number(parts[3]!.replaceAll(',', '')) * 100 + Number((parts[4] ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(pence)) return TOO_LARGE
  const value = signs === 1 && pence !== 0 ? -pence : pence
  return PLAIN.test(text)
    ? clean(value)
    : putRight(value, 'number-tidied', `is '${text}', read as ${value / 100}`)
}

/** What a spreadsheet holds is a fraction that may miss the penny by a hair. */
function inPence(pounds: number): Reading<number> {
  const pence = Math.round(pounds * 100)
  if (!Number.isSafeInteger(pence)) return TOO_LARGE
  return Math.abs(pence / 100 - pounds) < 1e-6 ? clean(pence) : NO_MONEY
}

const NO_MONEY = unknown('number-unreadable', 'is not an amount in pounds and pence')
const TOO_LARGE = unknown('number-too-large', 'is larger than any amount that belongs there')
