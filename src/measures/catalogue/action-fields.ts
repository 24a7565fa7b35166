import { choiceOf, optional } from '../../platform/definition-file.ts'

/** Sorted by the case's value or by its day. A case without a value never came to its end, so it is the longest of all. */
export const CASE_ORDERS = ['longest', 'shortest', 'earliest', 'latest'] as const
export type CaseOrder = (typeof CASE_ORDERS)[number]

/** What a manager opens first of a figure's cases. */
export interface NeedsAction {
  /** Those that count as met, those that do not, or every one. */
  met: 'yes' | 'no' | 'all'
  order: CaseOrder
  /** After a number: "past day 45". */
  words: string
  /** The field of the dataset in which the case's clock starts, and the column that holds the id of the case. */
  starts: { table: string; column: string; id: string } | null
  /** The last day in time, counted as the case's value is. */
  limit: { days: number; areWorking: boolean } | null
  /** Whether the day of a case is the day by which it was due, and its value the days after it. */
  isDueOnDay: boolean
}

const SIDES: Record<string, NeedsAction['met']> = { met: 'yes', 'not met': 'no', all: 'all' }
const ORDERS: Record<string, CaseOrder> = {
  'longest first': 'longest',
  'highest first': 'longest',
  'shortest first': 'shortest',
  'lowest first': 'shortest',
  'earliest first': 'earliest',
  'latest first': 'latest',
}

function readStarts(text: string): NeedsAction['starts'] {
  const [, table, column, id] = /^([a-z0-9_]+)\.([a-z0-9_]+) by ([a-z0-9_]+)$/.exec(text) ?? []
  return table && column && id ? { table, column, id } : null
}

function readLimit(text: string): NeedsAction['limit'] {
  const [, days, working] = /^(\d+) (working )?days$/.exec(text) ?? []
  return days ? { days: Number(days), areWorking: working !== undefined } : null
}

/** `met, longest first: past day 45`, or `nobody` where a figure asks nothing of anyone. */
export const readNeedsAction = (
  text: string,
  _line: number,
  inner: Pick<NeedsAction, 'starts' | 'limit'> & { due: string | null },
): NeedsAction | 'nobody' | null => {
  if (text === 'nobody') return 'nobody'
  const [, side = '', order = '', words] = /^([a-z ]+), ([a-z ]+): (.+)$/.exec(text) ?? []
  const [met, sorted] = [SIDES[side], ORDERS[order]]
  if (!met || !sorted || !words) return null
  return {
    met,
    order: sorted,
    words,
    starts: inner.starts,
    limit: inner.limit,
    isDueOnDay: inner.due !== null,
  }
}

export const NEEDS_ACTION = {
  written: "what to act on is written 'met, not met or all, in which order first: words', or 'nobody'",
  inner: {
    starts: optional(readStarts),
    limit: optional(readLimit),
    due: optional(choiceOf(['the day'])),
  },
}

/** What one row of a list is, and several: `worker, workers`. */
export function readListed(text: string): { one: string; many: string } | null {
  const [one, many, ...more] = text.split(/,\s*/)
  return one && many && more.length === 0 ? { one, many } : null
}
