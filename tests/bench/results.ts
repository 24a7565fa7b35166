// What the bench finds: a table for people, and JSON that the next run compares itself with.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { format } from 'prettier'

/** A change of more than this against the last run is printed. */
const WORTH_SAYING = 0.2
/** Times below this change by themselves from run to run. */
const LEAST_SECONDS = 0.005

/** What was measured. Seconds are of wall time. */
export interface Result {
  what: string
  size: string
  /** One time, or the median of several. */
  seconds?: number
  /** The 95th percentile of several times. */
  p95?: number
  longest?: number
  /** The peak in MB of the largest process. */
  memory?: number | undefined
  note?: string
  /** The least that the same work can take, measured in the same run. */
  limit?: { what: string; seconds: number }
}

interface KeptResults {
  machine: unknown
  rows: readonly Result[]
}

/** Collects what is measured, and prints it as it comes. */
export function openResults(): {
  rows: Result[]
  add: (row: Result) => void
} {
  const rows: Result[] = []
  return {
    rows,
    add(row) {
      rows.push(row)
      console.error(cellsOf(row).filter(Boolean).join(' | '))
    },
  }
}

export const inUnits = (seconds: number): string => {
  if (seconds >= 1) return `${seconds.toFixed(2)} s`
  const milliseconds = seconds * 1000
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
}

/** The value at a share of the values in their order: 0.5 is the median. */
export const rank = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

/** The median and the 95th percentile of times in seconds. */
export const spread = (times: readonly number[]): { seconds: number; p95: number } => ({
  seconds: rank(times, 0.5),
  p95: rank(times, 0.95),
})

const cellsOf = (row: Result): string[] => [row.what, row.size, figureOf(row), memoryOf(row), limitOf(row)]

const figureOf = ({ seconds, p95, longest, note }: Result): string =>
  [
    seconds === undefined ? '' : inUnits(seconds),
    p95 === undefined ? '' : `p95 ${inUnits(p95)}`,
    longest === undefined ? '' : `longest ${inUnits(longest)}`,
    note ?? '',
  ]
    .filter(Boolean)
    .join(', ')
const memoryOf = ({ memory }: Result): string => (memory === undefined ? '' : `${Math.round(memory)} MB`)
const limitOf = ({ limit, seconds = 0 }: Result): string =>
  limit ? `${limit.what} ${inUnits(limit.seconds)}: ${(seconds / limit.seconds).toFixed(1)} times` : ''

export const machine = () => ({
  cores: cpus().length,
  processor: cpus()[0]!.model.trim(),
  gigabytes: Math.round(totalmem() / 2 ** 30),
  node: process.version,
})

/** The table in Markdown. */
export const tableOf = (rows: readonly Result[]): string =>
  [
    '| what | size | figure | peak memory | limit, in the same run |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${cellsOf(row).join(' | ')} |`),
  ].join('\n')

/** The last run's rows, or none. */
export const readResults = (file: string): KeptResults =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptResults) : { machine: null, rows: [] }

export async function writeResults(file: string, rows: readonly Result[]): Promise<void> {
  const text = JSON.stringify({ machine: machine(), rows })
  writeFileSync(file, await format(text, { parser: 'json', printWidth: 110 }))
}

const COMPARED = [
  { field: 'seconds', name: '' },
  { field: 'p95', name: ', p95' },
  { field: 'memory', name: ', memory' },
] as const

/** A sentence for each figure that is more than a fifth away from that of the last run. */
export function changesSince(last: KeptResults, rows: readonly Result[]): string[] {
  const before = new Map(last.rows.map((row) => [`${row.what} | ${row.size}`, row]))
  return rows.flatMap((row) => {
    const key = `${row.what} | ${row.size}`
    const earlier = before.get(key)
    return COMPARED.flatMap(({ field, name }) => {
      const change = changeOf(field, earlier?.[field], row[field])
      return change === null ? [] : [`${key}${name}: ${change}`]
    })
  })
}

function changeOf(field: string, was: number | undefined, is: number | undefined): string | null {
  if (!was || is === undefined) return null
  if (field !== 'memory' && Math.max(was, is) < LEAST_SECONDS) return null
  const change = is / was - 1
  if (Math.abs(change) <= WORTH_SAYING) return null
  const show = field === 'memory' ? (value: number) => `${Math.round(value)} MB` : inUnits
  return `${show(was)} before, ${show(is)} now, ${Math.abs(Math.round(100 * change))}% ${change > 0 ? 'more' : 'less'}`
}
