import type { AcceptedRow } from '../tables/accepted-row.ts'
import { daysOutOfOrder } from '../tables/day-order.ts'
import type { LineProblems } from './line-problems.ts'
import type { Block, ModuleRows } from './module-rows.ts'

/** The number that each block of a module is given, counted for each child from 1. */
const OWN_NUMBER: Readonly<Record<string, string>> = {
  CINdetails: 'CINdetailsID',
  Assessments: 'AssessmentID',
  ChildProtectionPlans: 'CPPID',
}

/**
 * Makes rows of all the blocks of one child, in the order in which they opened: numbers them, sets aside those that say
 * the same as an earlier one and those without their key. Nothing is kept from child to child. Child-level.
 */
export function rowsOfChild(
  blocks: readonly Block[],
  problems: LineProblems,
  onRow: (row: AcceptedRow) => void,
): void {
  const child = blocks.find(isIdentified)?.values['LAchildID'] ?? null
  const numbers = new Map<ModuleRows, number>()
  const repeats = repeatsIn(blocks)
  for (const block of blocks) {
    const { rows, values, details, plan, line } = block
    const { module, sheet } = rows
    if (module.subject !== null) values['LAchildID'] = child
    if (details) values['CINdetailsID'] = details.kept.values['CINdetailsID']!
    if (plan) values['CPPID'] = plan.kept.values['CPPID']!
    const isRepeated = repeats.describeTheSame(block)
    const number = OWN_NUMBER[sheet]
    if (number !== undefined) {
      const count = (numbers.get(rows) ?? 0) + 1
      numbers.set(rows, count)
      values[number] = count
    }
    if (isRepeated) {
      const says = `says the same as line ${block.kept.line}, so it was set aside`
      problems.say('warning', 'row-repeated', { line, sheet }, says)
    }
    if (isRepeated || !hasItsKeys(block, problems)) {
      rows.quarantined += 1
      continue
    }
    for (const { field, value, says } of daysOutOfOrder(module, values))
      problems.say('warning', 'days-out-of-order', { line, sheet, field, value }, says)
    rows.accepted += 1
    onRow({ table: module.table, file: problems.file, sheet, row: line, values })
  }
}

const isIdentified = ({ rows, values }: Block): boolean =>
  rows.sheet === 'ChildIdentifiers' && values['LAchildID'] !== null

function hasItsKeys(
  { rows: { module, sheet }, values, line, isKeyUnread }: Block,
  problems: LineProblems,
): boolean {
  const { subject, eventDate } = module
  const missing =
    subject !== null && values[subject] === null
      ? subject
      : eventDate !== null && values[eventDate] === null
        ? eventDate
        : null
  if (missing === null) return true
  if (!isKeyUnread) {
    const says = `'${missing}' is blank, so the row was set aside`
    problems.say('warning', 'key-missing', { line, sheet, field: missing }, says)
  }
  return false
}

/** Is in no value: between them it keeps `a, bc` from `ab, c`. */
const APART = '\u0000'

/** Tells blocks of one child that say the same, before either has a number of its own; most children have one of a kind. */
function repeatsIn(blocks: readonly Block[]): { describeTheSame(block: Block): boolean } {
  const amounts = new Map<ModuleRows, number>()
  for (const { rows } of blocks) amounts.set(rows, (amounts.get(rows) ?? 0) + 1)
  const first = new Map<string, Block>()
  return {
    describeTheSame(block) {
      if (amounts.get(block.rows) === 1) return false
      const text = block.rows.sheet + APART + Object.values(block.values).join(APART)
      const earlier = first.get(text)
      if (earlier === undefined) {
        first.set(text, block)
        return false
      }
      block.kept = earlier
      return true
    },
  }
}
