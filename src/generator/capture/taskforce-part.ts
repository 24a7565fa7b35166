import type { Day } from '../../platform/day.ts'
import { numberOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { holdingOn } from './holding.ts'
import { TASKFORCE_CASES, TASKFORCE_WORKERS } from './templates/taskforce-templates.ts'

const STARTS: Day = '2015-02-02'
const FROZEN: Day = '2015-01-30'
const WORKERS = 16
const MANAGERS = 3
/** Five in three weeks for each worker; each is to be authorised within twenty. */
const WORKING_DAYS_EACH = 3
const DAYS_TO_AUTHORISE = 20
const UNSEEN_FOR_LONG = 42
const OPEN_FOR_LONG = 365

interface Listed {
  childId: string
  team: string
  worker: string | null
  openSince: DayNumber
  lastSeenOn: DayNumber | null
  triage: 'first' | 'second' | 'third'
}

const workerCode = (number: number) => `TF-${String(number).padStart(2, '0')}`

/**
 * The taskforce and its frozen list: every child in need, assessed and on no plan for protection nor in care. The list
 * is put in order before it is written, so it is held until the end: the children of one day, however many months.
 */
export function taskforcePart(setting: CaptureSetting): CapturePart {
  const { folder, view, workforce } = setting
  const file = openCaptureFile(folder, TASKFORCE_CASES)
  const workers = openCaptureFile(folder, TASKFORCE_WORKERS)
  const startOn = numberOf(STARTS)
  const started = { start_planned_on: startOn, started_on: startOn <= view.asAt ? startOn : null }
  for (let manager = 1; manager <= MANAGERS; manager += 1) {
    workers.row({ worker: `TFM-${manager}`, role: 'team manager', manager: null, ...started })
  }
  for (let number = 1; number <= WORKERS; number += 1) {
    const manager = `TFM-${1 + (number % MANAGERS)}`
    workers.row({ worker: workerCode(number), role: 'social worker', manager, ...started })
  }
  const frozenOn = numberOf(FROZEN)
  const listed: Listed[] = []
  return {
    child(child) {
      const holding = holdingOn(child, frozenOn, view)
      if (holding?.kind !== 'in need') return
      const need = child.needs.findLast(({ started }) => started.on === holding.since)
      const lastSeenOn = need?.visits.findLast(({ on, wasSeen }) => wasSeen && on <= frozenOn)?.on ?? null
      const isUnseen = lastSeenOn === null || lastSeenOn < frozenOn - UNSEEN_FOR_LONG
      const isLong = holding.since < frozenOn - OPEN_FOR_LONG
      listed.push({
        childId: child.id,
        team: holding.desk.team,
        worker: workforce.workerAt(holding.desk, frozenOn),
        openSince: holding.since,
        lastSeenOn,
        triage: isUnseen ? 'first' : isLong ? 'second' : 'third',
      })
    },
    close() {
      listed.sort(byTriage)
      for (const [place, one] of listed.entries()) {
        const round = Math.floor(place / WORKERS)
        const plannedStart = workingDaysAfter(startOn, round * WORKING_DAYS_EACH)
        file.row({
          child_id: one.childId,
          frozen_on: frozenOn,
          team: one.team,
          worker: one.worker,
          open_since: one.openSince,
          last_seen_on: one.lastSeenOn,
          triage: one.triage,
          taskforce_worker: workerCode(1 + (place % WORKERS)),
          planned_start_on: plannedStart,
          planned_end_on: workingDaysAfter(plannedStart, DAYS_TO_AUTHORISE),
          started_on: null,
          authorised_on: null,
          outcome: null,
        })
      }
      return [workers.close(), file.close()]
    },
  }
}

const ORDER = ['first', 'second', 'third']

/** Open longest first within a triage; brothers and sisters come in together, for their case began on one day. */
const byTriage = (one: Listed, other: Listed): number =>
  ORDER.indexOf(one.triage) - ORDER.indexOf(other.triage) ||
  one.openSince - other.openSince ||
  (one.childId < other.childId ? -1 : 1)
