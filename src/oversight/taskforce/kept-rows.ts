import { allow, operator } from '../../access/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { listRecords } from '../../records/index.ts'
import { rowsOfTemplate, type TemplateRows } from '../../standards/capture/template-rows.ts'
import { TASKFORCE_CASES, TASKFORCE_WORKERS } from '../../standards/capture/templates/taskforce-templates.ts'
import type { Outcome, TaskforceCase } from './taskforce-case.ts'
import { everyCase } from './taskforce-store.ts'
import { taskforceWorker } from './taskforce-worker.ts'

const TRIAGE_CODES: Readonly<Record<NonNullable<TaskforceCase['triage']>, string>> = {
  urgent: 'first',
  soon: 'second',
  routine: 'third',
}
const OUTCOME_CODES: Readonly<Record<Outcome, string>> = {
  close: 'close',
  early_help: 'early help',
  stay: 'go on as child in need',
  enquiry: 'section 47',
  protection: 'child protection',
  care: 'care',
}

/** The frozen lists and the taskforces' workers as they were at the end of a day, in the form of their templates. */
export async function taskforceRows(records: Records, council: string, asAt: Day): Promise<TemplateRows[]> {
  const { taskforces, cases } = await everyCase(records, council)
  const daysAllowed = new Map(taskforces.map(({ id, daysAllowed: days }) => [id, days]))
  const workers = await listRecords(
    records,
    allow(operator(council), taskforceWorker.permissions.read),
    taskforceWorker,
  )
  const by = (day: Day | null) => (day !== null && day <= asAt ? day : null)
  return [
    rowsOfTemplate(
      TASKFORCE_CASES,
      cases
        .filter(({ list, listedOn }) => list === 'frozen' && listedOn <= asAt)
        .toSorted((left, right) => (left.child + left.listedOn < right.child + right.listedOn ? -1 : 1))
        .map((child) => {
          const givenOn = by(child.givenOn)
          const authorisedOn = by(child.authorisedOn)
          return {
            child_id: child.child,
            frozen_on: child.listedOn,
            team: child.team || 'Not recorded',
            worker: child.worker === '' ? null : child.worker,
            open_since: child.openSince,
            last_seen_on: child.lastSeenOn,
            // The template has no word for a child whom nobody has marked: last in order.
            triage: child.triage === null ? 'third' : TRIAGE_CODES[child.triage],
            taskforce_worker: givenOn === null ? null : child.taskforceWorker,
            planned_start_on: givenOn,
            planned_end_on:
              givenOn === null ? null : workingDayAfter(givenOn, daysAllowed.get(child.taskforceId)!),
            started_on: givenOn,
            authorised_on: authorisedOn,
            outcome: authorisedOn !== null && child.outcome !== null ? OUTCOME_CODES[child.outcome] : null,
          }
        }),
    ),
    rowsOfTemplate(
      TASKFORCE_WORKERS,
      workers
        .filter(({ taskforceId, startPlannedOn }) => daysAllowed.has(taskforceId) && startPlannedOn <= asAt)
        .toSorted((left, right) => (left.worker < right.worker ? -1 : 1))
        .map(({ worker, role, manager, startPlannedOn, startedOn }) => ({
          worker,
          role: role === 'team_manager' ? 'team manager' : 'social worker',
          manager: manager === '' ? null : manager,
          start_planned_on: startPlannedOn,
          started_on: by(startedOn),
        })),
    ),
  ]
}
