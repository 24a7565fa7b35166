import type { DayNumber } from '../day-number.ts'
import type { Worker } from '../simulation/workforce.ts'
import { openCaptureFile } from './capture-file.ts'
import { monthEnds, type CapturePart, type CaptureSetting } from './capture-setting.ts'
import type { Holding } from './holding.ts'
import { isCaseholder, isInPost } from './team-line.ts'
import type { CaptureRow } from './capture-row.ts'
import { CASELOAD_ALLOCATION } from '../../src/standards/capture/templates/people-templates.ts'

/** The most children a full-time worker should hold, by kind of team that holds cases, within the limits that councils usually set. */
const CAPS: Readonly<Record<string, number>> = {
  locality: 18,
  disability: 18,
  'court and permanence': 16,
  'leaving care': 20,
}
/** Manchester set 15 for newly qualified workers (Ofsted, December 2017). */
const NEWLY_QUALIFIED_CAP = 15
/** IRO handbook (2010): 50 to 70. */
const OFFICER_CAP = 65
const OFFICERS = 'Independent review'

interface Caseload {
  worker: string | null
  team: string
  kinds: Record<Holding['kind'], number>
  inProceedings: number
}

/** What each worker held at each month end: counted as families come, written when all have. */
export function caseloadPart(setting: CaptureSetting): CapturePart {
  const { folder, workforce, line } = setting
  const file = openCaptureFile(folder, CASELOAD_ALLOCATION)
  const months = monthEnds(setting).map((day) => ({ day, caseloads: new Map<string, Caseload>() }))
  const capOfTeam = new Map(workforce.teams.map(({ name, kind }) => [name, CAPS[kind] ?? null]))
  const caseloadOf = (
    day: DayNumber,
    caseloads: Map<string, Caseload>,
    code: string | null,
    team: string,
  ) => {
    const worker = code === null ? null : line.worker(code)
    const key = code ?? `of ${team}`
    const found = caseloads.get(key) ?? emptyCaseload(code, worker ? line.teamOf(worker, day) : team)
    caseloads.set(key, found)
    return found
  }
  // Workers who could hold children and hold none are there too.
  for (const { day, caseloads } of months) {
    for (const worker of workforce.workers) {
      if (!isCaseholder(worker) || !isInPost(worker, day)) continue
      if (worker.isPeripatetic || capOfTeam.get(worker.team))
        caseloadOf(day, caseloads, worker.code, worker.team)
    }
  }
  return {
    child(child, _family, holdings) {
      for (const [index, { day, caseloads }] of months.entries()) {
        const holding = holdings[index]
        if (!holding) continue
        const { position, kind, isInProceedings, officer } = holding
        const caseload = caseloadOf(day, caseloads, workforce.workerAt(position, day), position.team)
        caseload.kinds[kind] += 1
        if (isInProceedings) caseload.inProceedings += 1
        if (officer !== null) caseloadOf(day, caseloads, officer, OFFICERS).kinds['looked after'] += 1
      }
    },
    close() {
      for (const { day, caseloads } of months) {
        for (const key of [...caseloads.keys()].sort()) {
          const caseload = caseloads.get(key)!
          file.row(rowOf(setting, day, caseload, capOfTeam.get(caseload.team) ?? null))
        }
      }
      return [file.close()]
    },
  }
}

const emptyCaseload = (worker: string | null, team: string): Caseload => ({
  worker,
  team,
  kinds: { 'in assessment': 0, 'in need': 0, 'on a plan': 0, 'looked after': 0, 'leaving care': 0 },
  inProceedings: 0,
})

function rowOf(
  setting: CaptureSetting,
  day: DayNumber,
  { worker: code, team, kinds, inProceedings }: Caseload,
  teamCap: number | null,
): CaptureRow<typeof CASELOAD_ALLOCATION> {
  const worker = code === null ? null : setting.line.worker(code)
  const children = Object.values(kinds).reduce((sum, count) => sum + count, 0)
  const cap = worker && capOf(worker, teamCap, day)
  const plan = cap !== null && children > cap ? overCapPlan(setting, code!, day) : null
  return {
    month_end_on: day,
    worker: code,
    team,
    role: worker?.role ?? null,
    fte: worker?.fte ?? null,
    newly_qualified: worker && isNewlyQualified(worker, day),
    agency: worker?.isAgency ?? null,
    peripatetic: worker?.isPeripatetic ?? null,
    cap,
    children,
    in_assessment: kinds['in assessment'],
    in_need: kinds['in need'],
    on_protection_plan: kinds['on a plan'],
    looked_after: kinds['looked after'],
    in_proceedings: inProceedings,
    leaving_care: kinds['leaving care'],
    over_cap_plan: plan?.words ?? null,
    over_cap_plan_by: plan?.byOn ?? null,
  }
}

const isNewlyQualified = ({ newlyQualifiedUntil }: Worker, day: DayNumber): boolean =>
  newlyQualifiedUntil !== null && newlyQualifiedUntil >= day

/** A part-time worker has that part of the cap, rounded up; roles that hold no children's cases have none. */
function capOf(worker: Worker, teamCap: number | null, day: DayNumber): number | null {
  if (worker.role === 'independent reviewing officer') return Math.ceil(OFFICER_CAP * worker.fte)
  if (teamCap === null || !isCaseholder(worker)) return null
  const cap = isNewlyQualified(worker, day) ? Math.min(teamCap, NEWLY_QUALIFIED_CAP) : teamCap
  return Math.ceil(cap * worker.fte)
}

const OVER_CAP_PLANS = [
  'no new work until within the cap',
  'some to move to colleagues',
  'some to move to the taskforce',
  'work that is done to be closed',
]

/** Plans about caseloads over the cap have been made since workers' caseloads began to be reviewed. */
function overCapPlan({ isStory, view, drawFor }: CaptureSetting, worker: string, day: DayNumber) {
  if (!isStory || day < view.asAt - 62) return null
  const random = drawFor(`over cap ${worker} ${day}`)
  if (!random.chance(0.6)) return null
  return { words: random.pick(OVER_CAP_PLANS), byOn: day + random.pick([13, 20, 27]) }
}
