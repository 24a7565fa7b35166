import type { DayNumber } from '../day-number.ts'
import type { ChildLog, Position } from '../event-log.ts'
import { knownDay, type ExtractView } from '../extract-view.ts'
import { whyCareBegan } from '../ssda903/care-rows.ts'
import { referralId, type ChildInWindow } from './child-in-window.ts'
import type { SsdFiles } from './ssd-files.ts'
import type { SsdStaff } from './staff.ts'

/** A stretch of time in which a child's case lay in one place. */
interface Holding {
  /** What it was for, as an id says it: a referral, a period of care, or leaving care. */
  why: string
  position: Position
  from: DayNumber
  to: DayNumber | null
  /** Bare code: why it came there. */
  reason: string
  /** Null for what no referral led to, as leaving care. */
  referral: number | null
}

/** A worker with a child, for as long as it lasted. */
interface Involvement {
  why: string
  worker: string
  /** CW: the child's worker. IRO: the reviewing officer. PA: the personal adviser. */
  role: 'CW' | 'IRO' | 'PA'
  team: string | null
  from: DayNumber
  to: DayNumber | null
  reason: string | null
  referral: number | null
}

/** Every worker whom the child has had, one after another as those in a place came and went. Child-level. */
export function writeInvolvements({ child, view }: ChildInWindow, files: SsdFiles, staff: SsdStaff): void {
  for (const involvement of involvementsOf(child, view, staff)) {
    if (involvement.from > view.asAt || (involvement.to !== null && involvement.to < view.from)) continue
    files.row('involvements', {
      // No later extract gives it another.
      invo_involvements_id: `${child.id}-${involvement.why}-${involvement.role}${involvement.from}`,
      invo_professional_id: staff.name(involvement.worker),
      invo_professional_role_id: involvement.role,
      invo_professional_team: involvement.team,
      invo_involvement_start_date: involvement.from,
      invo_involvement_end_date:
        involvement.to !== null && involvement.to <= view.asAt ? involvement.to : null,
      invo_worker_change_reason: involvement.reason,
      invo_person_id: child.id,
      invo_referral_id: involvement.referral === null ? null : referralId(child, involvement.referral),
    })
  }
}

const careKey = (index: number): string => `L${index + 1}`
const LEAVING = 'K'

function involvementsOf(child: ChildLog, view: ExtractView, staff: SsdStaff): Involvement[] {
  const found = holdingsOf(child, view).flatMap(({ why, position, from, to, reason, referral }) =>
    staff.history.spells(position, from, to, reason).map((spell): Involvement => ({
      ...spell,
      why,
      role: 'CW',
      team: staff.teamId(position.team),
      referral,
    })),
  )
  for (const [index, { started, ended, officer, referral }] of child.care.entries()) {
    const from = knownDay(view, started)
    if (from === null) continue
    const to = knownDay(view, ended)
    found.push({
      why: careKey(index),
      worker: officer,
      role: 'IRO',
      team: null,
      from,
      to,
      reason: null,
      referral,
    })
  }
  if (child.leaver) {
    const { from, until: to, adviser: worker } = child.leaver
    found.push({ why: LEAVING, worker, role: 'PA', team: null, from, to, reason: null, referral: null })
  }
  return found
}

/** Where the case lay: in care where the child was looked after, else in need, and at last in leaving care. */
function holdingsOf(child: ChildLog, view: ExtractView): Holding[] {
  const care = child.care.flatMap((period, index): Holding[] => {
    const from = knownDay(view, period.started)
    if (from === null) return []
    const { position, referral } = period
    const to = knownDay(view, period.ended)
    return [{ why: careKey(index), position, from, to, reason: whyCareBegan(child, period), referral }]
  })
  const need = child.needs.flatMap((episode): Holding[] => {
    const from = knownDay(view, episode.started)
    if (from === null) return []
    const { position, referral } = episode
    const to = knownDay(view, episode.closed)
    return outside({ why: `R${referral}`, position, from, to, reason: 'FCONTA', referral }, care)
  })
  const { leaver } = child
  if (!leaver) return [...need, ...care]
  const { position, from, until: to } = leaver
  return [...need, ...care, { why: LEAVING, position, from, to, reason: 'TSPROC', referral: null }]
}

/** What is left of a stretch outside others: the case comes back from them by transfer. */
function outside(stretch: Holding, others: readonly Holding[]): Holding[] {
  const left: Holding[] = []
  let from: DayNumber | null = stretch.from
  let { reason } = stretch
  for (const other of others.toSorted((a, b) => a.from - b.from)) {
    if (from === null || (stretch.to !== null && other.from >= stretch.to)) break
    if (other.to !== null && other.to <= from) continue
    if (other.from > from) left.push({ ...stretch, from, to: other.from, reason })
    from = other.to
    reason = 'TSPROC'
  }
  if (from !== null && (stretch.to === null || from < stretch.to || from === stretch.from)) {
    left.push({ ...stretch, from, reason })
  }
  return left
}
