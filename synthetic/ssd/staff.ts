import { numberOf, dayOf, type DayNumber } from '../day-number.ts'
import type { Day } from '../../src/platform/day.ts'
import type { ChildLog, Position } from '../event-log.ts'
import { knownDay, type ExtractView } from '../extract-view.ts'
import type { WriterSetting } from '../files/written-file.ts'
import type { Worker } from '../simulation/workforce.ts'
import { workerHistory, type WorkerHistory } from '../ssda903/worker-spell.ts'
import type { SsdFiles } from './ssd-files.ts'

/** Workers and teams as the other tables name them; their own rows are written when all are known. */
export interface SsdStaff {
  readonly history: WorkerHistory
  teamId(team: string): string
  /** Who held the place on a day; null when nobody did. */
  workerOn(position: Position, on: DayNumber): string | null
  /** Says that another table names the worker. */
  name(worker: string): string
  /** Counts the child with who held it on the last 30 September. */
  countChild(child: ChildLog): void
  write(files: SsdFiles): void
}

/** What is kept is the codes of workers, with the number of children each held. */
export function ssdStaff({ workforce }: WriterSetting, view: ExtractView): SsdStaff {
  const caseloadDay = lastCaseloadDay(view.asAt)
  const caseloads = new Map<string, number>()
  const named = new Set<string>()
  const teamIds = new Map(workforce.teams.map(({ name }, index) => [name, `T${index + 1}`]))
  const teamId = (team: string): string => {
    const id = teamIds.get(team)
    if (id === undefined) throw new Error(`The workforce has no team called ${team}`)
    return id
  }
  const name = (worker: string): string => {
    named.add(worker)
    return worker
  }
  return {
    history: workerHistory(workforce),
    teamId,
    name,
    workerOn(position, on) {
      const worker = workforce.workerAt(position, on)
      return worker === null ? null : name(worker)
    },
    countChild(child) {
      const position = positionOn(child, caseloadDay, view)
      const worker = position && workforce.workerAt(position, caseloadDay)
      if (worker) caseloads.set(worker, (caseloads.get(worker) ?? 0) + 1)
    },
    write(files) {
      for (const worker of workforce.workers) {
        if (!named.has(worker.code) && !wasThere(worker, view)) continue
        files.row('professionals', {
          prof_professional_id: worker.code,
          prof_staff_id: worker.code,
          // A worker's name is the code. So is the registration: a number might be somebody's.
          prof_professional_name: worker.code,
          prof_social_worker_registration_no: worker.role === 'personal adviser' ? null : worker.code,
          prof_professional_job_title: worker.role,
          prof_professional_caseload: caseloads.get(worker.code) ?? 0,
          prof_professional_department: worker.team,
          prof_full_time_equivalency: worker.fte,
          prof_agency_worker_flag: worker.isAgency ? 'Y' : 'N',
        })
      }
      writeTeams(files, workforce.teams, teamId)
    },
  }
}

const wasThere = ({ startedOn, leftOn }: Worker, { from, asAt }: ExtractView): boolean =>
  startedOn <= asAt && (leftOn === null || leftOn >= from)

function lastCaseloadDay(asAt: DayNumber): DayNumber {
  const year = Number(dayOf(asAt).slice(0, 4))
  const day = numberOf(`${year}-09-30` as Day)
  return day <= asAt ? day : numberOf(`${year - 1}-09-30` as Day)
}

/** Where a child's case lay on a day: in care, else on a plan, in need or leaving care. */
function positionOn(
  { care, plans, needs, leaver }: ChildLog,
  on: DayNumber,
  view: ExtractView,
): Position | null {
  const isOpen = (started: DayNumber | null, ended: DayNumber | null) =>
    started !== null && started <= on && (ended === null || ended > on)
  const open =
    [...care, ...plans].find(({ started, ended }) =>
      isOpen(knownDay(view, started), knownDay(view, ended)),
    ) ??
    needs.find(({ started, closed }) => isOpen(knownDay(view, started), knownDay(view, closed))) ??
    (leaver && isOpen(leaver.from, leaver.until) ? leaver : null)
  return open?.position ?? null
}

/** Each team under its locality, which is a department of its own. */
function writeTeams(
  files: SsdFiles,
  teams: WriterSetting['workforce']['teams'],
  teamId: (team: string) => string,
): void {
  const localities = [...new Set(teams.map(({ locality }) => locality))].filter((name) => name !== '')
  const localityId = (locality: string) => `L${localities.indexOf(locality) + 1}`
  for (const locality of localities) {
    files.row('department', { dept_team_id: localityId(locality), dept_team_name: locality })
  }
  for (const { name, locality } of teams) {
    files.row('department', {
      dept_team_id: teamId(name),
      dept_team_name: name,
      dept_team_parent_id: locality === '' ? null : localityId(locality),
      dept_team_parent_name: locality,
    })
  }
}
