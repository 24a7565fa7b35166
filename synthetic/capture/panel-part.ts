import { dayOf, numberOf, weekdayOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { AdopterLog } from '../adopter-log.ts'
import type { ChildLog } from '../event-log.ts'
import type { Random } from '../random.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { isCaseholder, isInPost } from './team-line.ts'
import type { CaptureRow } from './capture-row.ts'
import {
  ADOPTION_PANEL,
  GRADES,
  type Grade,
} from '../../src/standards/capture/templates/assurance-templates.ts'

type Row = CaptureRow<typeof ADOPTION_PANEL>

/** Reports and presentations are judged from this day on. */
const JUDGED_FROM = numberOf('2015-01-01')
const WEDNESDAY = 3
/** Half of reports were poor before; panel members judge presentations a little more kindly. */
const REPORTS: Record<Grade, number> = {
  outstanding: 3,
  good: 38,
  'requires improvement': 42,
  inadequate: 17,
}
const PRESENTATIONS: Record<Grade, number> = {
  outstanding: 8,
  good: 48,
  'requires improvement': 36,
  inadequate: 8,
}

interface PanelItem {
  kind: Row['kind']
  childId: string | null
  family: string | null
  team: string
  author: string | null
  /** The day of the decision that followed. */
  decidedOn: DayNumber
}

/** What came before the adoption panel: it sits on Wednesdays, a week or more before each decision. */
export function panelPart(setting: CaptureSetting): CapturePart {
  const { folder, view, from, drawFor } = setting
  const file = openCaptureFile(folder, ADOPTION_PANEL)
  const agenda = new Map<DayNumber, number>()
  /** A couple comes one after the other. */
  let lastFamily = ''
  const write = (item: PanelItem) => {
    const label = `panel ${item.kind} ${item.childId ?? item.family} ${item.decidedOn}`
    const random = drawFor(label)
    const agreedOn = wednesdayBefore(item.decidedOn - 5)
    // Put off to a later panel, one in eight: it is on the agenda twice.
    const deferredOn = random.chance(0.12) ? agreedOn - 7 * random.between(2, 4) : null
    for (const panelOn of deferredOn === null ? [agreedOn] : [deferredOn, agreedOn]) {
      if (panelOn < from || panelOn > view.asAt) continue
      const place = (agenda.get(panelOn) ?? 0) + 1
      agenda.set(panelOn, place)
      const sitting = { panelOn, place, isDeferred: panelOn === deferredOn }
      file.row(rowOf(setting, item, sitting, drawFor(`${label} on ${panelOn}`)))
    }
  }
  return {
    child(child) {
      for (const item of itemsOf(setting, child)) write(item)
    },
    adopter(adopter) {
      const { family, approvedOn, leftOn } = adopter
      if (approvedOn === null || family === lastFamily || (leftOn !== null && leftOn < approvedOn)) return
      lastFamily = family
      write(approvalOf(setting, adopter, approvedOn))
    },
    close: () => [file.close()],
  }
}

const wednesdayBefore = (day: DayNumber): DayNumber => day - ((weekdayOf(day) - WEDNESDAY + 7) % 7)

function* itemsOf(
  { workforce, view }: CaptureSetting,
  { id, care, adoption }: ChildLog,
): Generator<PanelItem> {
  if (!adoption) return
  const period = care.findLast(({ started }) => started.on <= adoption.decidedOn)
  if (!period) return
  const { position } = period
  const authorOn = (day: DayNumber) => workforce.workerAt(position, Math.min(day - 28, view.asAt))
  const about = { childId: id, team: position.team }
  const { decidedOn, matchedOn, adoptiveFamily } = adoption
  yield { ...about, kind: 'child’s permanence report', family: null, author: authorOn(decidedOn), decidedOn }
  if (matchedOn === null) return
  yield { ...about, kind: 'match', family: adoptiveFamily, author: authorOn(matchedOn), decidedOn: matchedOn }
}

function approvalOf(
  { workforce, drawFor }: CaptureSetting,
  { family }: AdopterLog,
  decidedOn: DayNumber,
): PanelItem {
  const teams = workforce.teams.filter(({ kind }) => kind === 'fostering and adoption')
  const authors = workforce.workers.filter(
    (worker) =>
      isCaseholder(worker) && isInPost(worker, decidedOn) && teams.some(({ name }) => name === worker.team),
  )
  const author = authors.length === 0 ? null : drawFor(`author for ${family}`).pick(authors)
  const team = author?.team ?? teams[0]?.name ?? 'Fostering and adoption'
  return { kind: 'adopters’ approval', childId: null, family, team, author: author?.code ?? null, decidedOn }
}

function rowOf(
  { view, isStory }: CaptureSetting,
  { kind, childId, family, team, author, decidedOn }: PanelItem,
  { panelOn, place, isDeferred }: { panelOn: DayNumber; place: number; isDeferred: boolean },
  random: Random,
): Row {
  const isJudged = isStory && panelOn >= JUDGED_FROM
  const byNow = (day: DayNumber) => (day <= view.asAt ? day : null)
  const isPoorReport = isDeferred && random.chance(0.6)
  const report = isPoorReport
    ? random.weighted({ 'requires improvement': 35, inadequate: 65 })
    : random.weighted(REPORTS)
  const presentation = random.weighted(PRESENTATIONS)
  const [isFeedbackGiven, isUsed] = [random.chance(0.9), random.chance(0.7)]
  const feedbackOn = byNow(workingDaysAfter(panelOn, random.between(1, 4)))
  const usedOn = byNow(workingDaysAfter(panelOn, random.between(5, 18)))
  const support = supportFor(report, random)
  const hasFeedback = isJudged && isFeedbackGiven && feedbackOn !== null
  return {
    item: `AP-${dayOf(panelOn)}-${place}`,
    panel_on: panelOn,
    kind,
    child_id: childId,
    adoptive_family: family,
    team,
    author,
    report_grade: isJudged ? report : null,
    // The agency adviser reads a child's report; nobody presents it.
    presentation_grade: isJudged && kind !== 'child’s permanence report' ? presentation : null,
    outcome: isDeferred ? 'deferred' : 'agreed',
    deferred_because: isDeferred
      ? isPoorReport
        ? 'report not good enough'
        : 'more information needed'
      : null,
    decided_on: isDeferred ? null : byNow(decidedOn),
    feedback_on: hasFeedback ? feedbackOn : null,
    used_in_supervision_on: hasFeedback && isUsed ? usedOn : null,
    support: hasFeedback ? support : null,
  }
}

function supportFor(report: Grade, random: Random) {
  if (GRADES.indexOf(report) < GRADES.indexOf('requires improvement')) return 'none needed'
  return report === 'inadequate'
    ? random.weighted({ 'co-working': 60, mentoring: 25, 'formal action': 15 })
    : random.weighted({ mentoring: 55, 'co-working': 25, 'none needed': 20 })
}
