import type { Day } from '../../src/platform/day.ts'
import {
  dayOf,
  firstOfMonth,
  monthNumberOf,
  nextWorking,
  numberOf,
  workingDaysAfter,
  type DayNumber,
} from '../day-number.ts'
import type { Random } from '../random.ts'
import { COHORTS, openAuditDraw, type AuditMonth, type Cohort, type DrawnChild } from './audit-draw.ts'
import { judge, lowered, type Judgement } from './audit-judgement.ts'
import { openCaptureFile, type CaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { AUDIT_ACTIONS, AUDITS } from '../../src/standards/capture/templates/assurance-templates.ts'
import { lastWorking } from './working-days.ts'

/** The Continuous Improvement Framework goes live, and the core audit tool with it. */
const LIVE: Day = '2015-01-19'
/** Audits of each cohort in a month in a city of 118,000 children. */
const CITY_POPULATION = 118_000
const CITY_EACH = 20
/** Of audits, those moderated: a quarter in all. Every inadequate one should be, and so soon not every one is. */
const MODERATED = { inadequate: 0.7, others: 0.24 } as const
/** Before: a few in a month, of what came to hand. */
const CITY_BEFORE = 4

/** Case audits and what they ask for: few and unsystematic until the framework goes live, each month's sample after. */
export function auditPart(setting: CaptureSetting): CapturePart {
  const { folder, drawFor } = setting
  const audits = openCaptureFile(folder, AUDITS)
  const actions = openCaptureFile(folder, AUDIT_ACTIONS)
  const months = auditMonths(setting)
  const draw = openAuditDraw(setting, months)
  return {
    child: (child, _family, holdings) => draw.consider(child.id, holdings),
    close() {
      for (const month of months) {
        let number = 0
        for (const cohort of COHORTS) {
          for (const drawn of draw.drawn(month, cohort)) {
            number += 1
            const id = `AU-${dayOf(month.first).slice(0, 7)}-${String(number).padStart(2, '0')}`
            writeAudit(setting, { audits, actions }, { id, month, cohort, drawn, random: drawFor(id) })
          }
        }
      }
      return [audits.close(), actions.close()]
    },
  }
}

function auditMonths({ plan, view, from, drawFor }: CaptureSetting): AuditMonth[] {
  const live = numberOf(LIVE)
  const share = plan.population / CITY_POPULATION
  const cityShare = Math.ceil(CITY_EACH * share)
  const months: AuditMonth[] = []
  for (let month = monthNumberOf(from) + 1; month <= monthNumberOf(view.asAt); month += 1) {
    const first = firstOfMonth(month)
    const isLive = view.asAt >= live && month >= monthNumberOf(live)
    const random = drawFor(`audits of ${first}`)
    const few = () => Math.round(CITY_BEFORE * share * random.next() + random.next() * 0.45)
    const before = () => ({ 'child in need': few(), 'child protection': few(), 'looked after': 0 })
    months.push({
      first,
      isLive,
      wanted: isLive
        ? { 'child in need': cityShare, 'child protection': cityShare, 'looked after': cityShare }
        : before(),
    })
  }
  return months
}

interface Audit {
  id: string
  month: AuditMonth
  cohort: Cohort
  drawn: DrawnChild
  random: Random
}

interface AuditFiles {
  audits: CaptureFile<typeof AUDITS>
  actions: CaptureFile<typeof AUDIT_ACTIONS>
}

function writeAudit(
  setting: CaptureSetting,
  files: AuditFiles,
  { id, month, cohort, drawn, random }: Audit,
): void {
  const { view } = setting
  const { isLive } = month
  const dueOn = lastWorking(firstOfMonth(monthNumberOf(month.first) + 1) - 1)
  const opens = Math.max(nextWorking(month.first), isLive ? numberOf(LIVE) : 0)
  const isOnTime = random.chance(isLive ? 0.72 : 0.5)
  const doneOn = isOnTime
    ? lastWorking(random.between(Math.min(opens + 1, dueOn), dueOn))
    : workingDaysAfter(dueOn, random.between(1, 12))
  const judgement = judge(random, cohort)
  const moderatedOn = workingDaysAfter(doneOn, random.between(0, 2))
  const share = judgement.first === 'inadequate' ? MODERATED.inadequate : MODERATED.others
  const isModerated = isLive && random.chance(share)
  const byNow = (day: DayNumber) => (day <= view.asAt ? day : null)
  const completedOn = byNow(doneOn)
  const wasModeratedOn = completedOn !== null && isModerated ? byNow(moderatedOn) : null
  const firstGrade = completedOn === null ? null : judgement.first
  const moderatedGrade = wasModeratedOn === null ? null : judgement.moderated
  const finalGrade = moderatedGrade ?? firstGrade
  const part = (index: number) => (isLive && completedOn !== null ? judgement.parts[index]! : null)
  const isUnsafe = finalGrade === 'inadequate' || firstGrade === 'inadequate'
  const auditor = random.weighted({
    'team manager': 40,
    'service manager': 30,
    'practice lead': 20,
    'independent reviewing officer': 10,
  })
  files.audits.row({
    audit: id,
    month: month.first,
    child_id: drawn.childId,
    cohort,
    team: drawn.team,
    worker: drawn.worker,
    tool: isLive ? 'core audit tool 3' : 'team’s own form',
    auditor,
    due_on: dueOn,
    completed_on: completedOn,
    seen_and_heard: part(0),
    assessment: part(1),
    plan: part(2),
    review: part(3),
    management_oversight: part(4),
    recording: part(5),
    difference_made: part(6),
    first_grade: firstGrade,
    moderated_on: wasModeratedOn,
    moderated_grade: moderatedGrade,
    final_grade: finalGrade,
    safety_checked_on:
      isLive && isUnsafe ? (firstGrade === 'inadequate' ? completedOn : wasModeratedOn) : null,
  })
  if (isLive && completedOn !== null) writeActions(setting, files, id, judgement, completedOn, random)
}

function writeActions(
  { view }: CaptureSetting,
  { actions }: AuditFiles,
  id: string,
  { first, moderated }: Judgement,
  raisedOn: DayNumber,
  random: Random,
): void {
  const grade = lowered(first, moderated)
  const count = { outstanding: 0, good: 1, 'requires improvement': 2, inadequate: 3 }[grade]
  for (let action = 1; action <= count; action += 1) {
    const isSafety = first === 'inadequate' && action === 1
    const dueOn = workingDaysAfter(raisedOn, isSafety ? 1 : 20)
    const takes = isSafety ? random.weighted({ '0': 50, '1': 40, '3': 10 }) : String(random.between(4, 30))
    const closedOn = workingDaysAfter(raisedOn, Number(takes))
    const isClosed = closedOn <= view.asAt && random.chance(0.85)
    const about = isSafety
      ? 'see the child'
      : random.pick(['plan', 'assessment', 'recording', 'supervision', 'visit pattern'] as const)
    const owner = random.chance(0.7) ? 'social worker' : 'team manager'
    // Someone above the owner looks at the evidence.
    const verifier =
      isClosed && random.chance(0.7) && owner === 'social worker' ? 'team manager' : 'service manager'
    actions.row({
      audit: id,
      action,
      kind: isSafety ? 'immediate safety' : 'other',
      about,
      owner,
      raised_on: raisedOn,
      due_on: dueOn,
      closed_on: isClosed ? closedOn : null,
      verified_by: isClosed ? verifier : null,
    })
  }
}
