import { csvRows, FileFault } from '../../intake/index.ts'
import type { Pass } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import { dayFrom } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, changeRecord, listRecords, recordTransaction } from '../../records/index.ts'
import { dayOf, isMoment, type Moment } from './moment.ts'
import type { keepPolice } from './permissions.ts'
import { policeReport, type PoliceReport } from './police.ts'

/** One line of the list that the police send. */
type PoliceLine = Pick<PoliceReport, 'policeRef' | 'childId' | 'missingFrom'>

export const POLICE_COLUMNS = ['police_ref', 'child_id', 'missing_from'] as const

/** The lines of the police's CSV file; or what is wrong with it, in sentences that name the rows. */
export function readPoliceList(
  bytes: Uint8Array,
  today: string,
): { ok: true; lines: PoliceLine[] } | { ok: false; faults: string[] } {
  let rows: string[][]
  try {
    rows = csvRows(bytes)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { ok: false, faults: [`This is not a CSV file that we can read: ${error.message}`] }
  }
  const [head = [], ...body] = rows
  const names = head.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'))
  const missing = POLICE_COLUMNS.filter((column) => !names.includes(column))
  if (missing.length > 0)
    return {
      ok: false,
      faults: [
        `The first row must name the columns ${POLICE_COLUMNS.join(', ')}: ${missing.join(', ')} not found`,
      ],
    }
  const cell = (cells: readonly string[], column: (typeof POLICE_COLUMNS)[number]) =>
    cells[names.indexOf(column)]?.trim() ?? ''
  const faults: string[] = []
  const lines: PoliceLine[] = []
  const seen = new Set<string>()
  for (const [index, cells] of body.entries()) {
    if (cells.every((text) => text.trim() === '')) continue
    const line = {
      policeRef: cell(cells, 'police_ref'),
      childId: cell(cells, 'child_id'),
      missingFrom: momentIn(cell(cells, 'missing_from')),
    }
    const fault = faultOf(line, today, seen)
    seen.add(line.policeRef)
    if (fault) faults.push(`Row ${index + 2}: ${fault}`)
    else lines.push(line)
  }
  if (faults.length === 0 && lines.length === 0)
    return { ok: false, faults: ['The file has column names and nothing under them'] }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, lines }
}

function faultOf(line: PoliceLine, today: string, seen: ReadonlySet<string>): string | null {
  if (line.policeRef === '') return 'the police number is empty'
  if (seen.has(line.policeRef)) return `the police number ${line.policeRef} is in the file twice`
  if (line.childId === '') return 'the child’s number is empty'
  if (!isMoment(line.missingFrom)) return 'missing from must be a day and time, like 09/01/2015 21:30'
  if (dayOf(line.missingFrom) > today) return 'missing from is a day that has not come'
  return null
}

/** `2015-01-09T21:30`, `2015-01-09 21:30` and `9/1/2015 21:30`; what is none of these as it is. */
function momentIn(text: string): Moment {
  const [on = '', time] = text.split(/[T ]+/)
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(on)
  const day = british ? dayFrom(Number(british[3]), Number(british[2]), Number(british[1])) : on
  if (day === null) return text
  return time ? `${day}T${time.slice(0, 5).padStart(5, '0')}` : day
}

/** Keeps the police's list: new numbers are added, those that are known are put right. Answers how many of each. */
export const keepPoliceList = (
  records: Records,
  pass: Pass<typeof keepPolice>,
  clock: Clock,
  lines: readonly PoliceLine[],
): Promise<{ added: number; changed: number }> =>
  recordTransaction(records, pass, clock, policeReport, async (open) => {
    const known = new Map(
      (await listRecords(open.records, pass, policeReport)).map((report) => [report.policeRef, report]),
    )
    let [added, changed] = [0, 0]
    for (const line of lines) {
      const before = known.get(line.policeRef)
      if (!before) {
        await addRecord(open, policeReport, { ...line, cause: null })
        added += 1
      } else if (before.childId !== line.childId || before.missingFrom !== line.missingFrom) {
        await changeRecord(open, policeReport, before.id, null, line)
        changed += 1
      }
    }
    return { added, changed }
  })
