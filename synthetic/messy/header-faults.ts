import type { Random } from '../random.ts'
import { FAULT_COLUMNS, type FaultColumn } from './annex-a-column.ts'
import type { Expectation } from './planted.ts'

/** How a list's headers drift from those that Ofsted publishes. */
interface HeaderFault {
  id: string
  says: string
  expect: Expectation
  /** Lists in which it can be; it takes one of them. */
  lists: readonly number[]
  /** Null leaves the header as it is. */
  rename(header: string): string | null
  /** How many headers of the list it may touch. */
  most: number
}

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const CHILDREN = ALL.slice(0, 10)

/** Names that are told by a table; other headers are left. */
const byTable = (table: Readonly<Record<string, string>>) => (header: string) => table[header] ?? null

const SHORTER = {
  'Child Unique ID': 'Child ID',
  'Age of Child (Years)': 'Age',
}
const OLDER = {
  'Strategy discussion initiating Section 47 Enquiry Start Date': 'Section 47 Enquiry Start Date',
  'Was an Initial Child Protection Conference deemed unnecessary?':
    'Initial Child Protection Conference Not Required',
  'What is the permanence plan for this child?': 'Plan for Child to be Reunified with Their Family',
}
/** Names that a script gives its columns, where they are not the header run together. */
const COMPACT: Readonly<Record<string, string>> = {
  'Age of Child (Years)': 'Age',
  'Does the Child have a Disability': 'HasDisability',
  'Strategy discussion initiating Section 47 Enquiry Start Date': 'StratDiscussionDate',
  'Was an Initial Child Protection Conference deemed unnecessary?': 'InitialCPConfUnnecessary',
  'Date of Initial Child Protection Conference': 'InitialCPConfDate',
  'Did the Initial Child Protection Conference Result in a Child Protection Plan': 'CPConfResultInCPPlan',
  'Number of Section 47 Enquiries in the last 12 months': 'NumberS47s12m',
  'Number of ICPCs in the last 12 months': 'NumberICPCs12m',
  'Number of Referrals in Last 12 Months': 'ReferralsLast12Months',
  'Date of referral': 'ReferralDate',
  'Referral NFA?': 'ReferralNFA',
}

/** Each is met in every extract: it takes one of its lists, by chance. */
export const HEADER_FAULTS: readonly HeaderFault[] = [
  {
    id: 'header-compact',
    says: 'The names that a script gives its columns, without spaces.',
    expect: 'accepted',
    lists: [3, 5],
    rename: (header) => COMPACT[header] ?? header.replaceAll(/[^A-Za-z0-9]/g, ''),
    most: Infinity,
  },
  {
    id: 'header-older',
    says: 'A header as an older template had it.',
    expect: 'repaired',
    lists: [5, 8],
    rename: byTable(OLDER),
    most: 2,
  },
  {
    id: 'header-shorter',
    says: 'A shorter name for a header.',
    expect: 'repaired',
    lists: CHILDREN,
    rename: byTable(SHORTER),
    most: 2,
  },
  {
    id: 'header-case',
    says: 'A header in another case.',
    expect: 'accepted',
    lists: ALL,
    rename: (header) => header.toUpperCase(),
    most: 3,
  },
  {
    id: 'header-spaces',
    says: 'A header with spaces doubled and at its end.',
    expect: 'accepted',
    lists: ALL,
    rename: (header) => (header.includes(' ') ? `${header.replace(' ', '  ')} ` : null),
    most: 2,
  },
  {
    id: 'header-hard-space',
    says: 'A header with a non-breaking space.',
    expect: 'accepted',
    lists: ALL,
    rename: (header) => (header.includes(' ') ? header.replace(' ', '\u00a0') : null),
    most: 1,
  },
  {
    id: 'header-bracket',
    says: 'A header with a bracket too many.',
    expect: 'repaired',
    lists: [7, 8, 9],
    rename: (header) => (header.endsWith('(Y/N)') ? `${header})` : null),
    most: 1,
  },
  {
    id: 'header-quotes',
    says: 'A header with straight quotes for curly ones.',
    expect: 'accepted',
    lists: [4, 8],
    rename: (header) => (/[‘’]/.test(header) ? header.replaceAll(/[‘’]/g, "'") : null),
    most: 2,
  },
  {
    id: 'header-mojibake',
    says: 'A header whose curly quotes were read in the wrong encoding.',
    expect: 'repaired',
    lists: [4, 8],
    rename: (header) => (/[‘’]/.test(header) ? header.replaceAll('‘', 'â€˜').replaceAll('’', 'â€™') : null),
    most: 1,
  },
]

/** The headers of each list as they are written, and which fault wrote them. */
export interface DriftedHeader {
  column: FaultColumn
  written: string
  fault: HeaderFault | null
}

/** Lets each fault loose on one of its lists. Headers that one has touched are left by the next. */
export function driftedHeaders(random: Random): ReadonlyMap<number, readonly DriftedHeader[]> {
  const lists = new Map<number, DriftedHeader[]>(
    [...FAULT_COLUMNS].map(([list, columns]) => [
      list,
      columns.map((column) => ({ column, written: column.header, fault: null })),
    ]),
  )
  // Those with few places to stand take theirs first; the whole list that one rewrites comes last.
  const fewestFirst = HEADER_FAULTS.toSorted(
    (a, b) => Number(a.most === Infinity) - Number(b.most === Infinity) || a.lists.length - b.lists.length,
  )
  for (const fault of fewestFirst) {
    const suited = fault.lists.filter((list) => lists.get(list)!.some((header) => suits(header, fault)))
    const headers = lists.get(random.pick(suited))!
    let left = fault.most
    for (const header of headers) {
      if (left === 0 || !suits(header, fault)) continue
      header.written = fault.rename(header.column.header)!
      header.fault = fault
      left -= 1
    }
  }
  return lists
}

function suits({ column, fault: already }: DriftedHeader, fault: HeaderFault): boolean {
  if (already) return false
  const written = fault.rename(column.header)
  return written !== null && written !== column.header
}
