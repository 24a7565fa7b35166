import { monthNumberOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { Worker } from '../simulation/workforce.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import type { CaptureRow } from './capture-row.ts'
import { isCaseholder } from './team-line.ts'
import { SUPERVISION } from '../../src/standards/capture/templates/oversight-templates.ts'
import { lastWorking } from './working-days.ts'

/** Working days between supervisions; a newly qualified worker in the first half of the first year has twice as many. */
const EVERY = 20
const EVERY_WHEN_NEW = 10
const FIRST_HALF_YEAR = 183
/** Days ahead that supervision is in the diary. */
const BOOKED_AHEAD = 28

interface HeldSupervision {
  on: DayNumber
  supervisor: string
}

/** When workers were supervised: it does not depend on the children, so it is written before they come. */
export interface SupervisionPart extends CapturePart {
  /** The worker's first supervision in a month, numbered as `monthNumberOf` does; null when there was none. */
  heldIn(worker: string, month: number): HeldSupervision | null
}

export function supervisionPart(setting: CaptureSetting): SupervisionPart {
  const file = openCaptureFile(setting.folder, SUPERVISION)
  const held = new Map<string, Map<number, HeldSupervision>>()
  for (const worker of setting.workforce.workers) {
    if (!isCaseholder(worker)) continue
    const own = new Map<number, HeldSupervision>()
    held.set(worker.code, own)
    for (const row of supervisionsOf(setting, worker)) {
      file.row(row)
      if (row.held_on === null || row.supervisor === null) continue
      const month = monthNumberOf(row.held_on)
      if (!own.has(month)) own.set(month, { on: row.held_on, supervisor: row.supervisor })
    }
  }
  return {
    heldIn: (worker, month) => held.get(worker)?.get(month) ?? null,
    close: () => [file.close()],
  }
}

function* supervisionsOf(setting: CaptureSetting, worker: Worker): Generator<CaptureRow<typeof SUPERVISION>> {
  const { view, from, line, plan, drawFor } = setting
  const { code, startedOn, leftOn, newlyQualifiedUntil } = worker
  const random = drawFor(`supervision ${code}`)
  const every = (on: DayNumber) =>
    newlyQualifiedUntil !== null && on <= newlyQualifiedUntil - FIRST_HALF_YEAR ? EVERY_WHEN_NEW : EVERY
  const last = Math.min((leftOn ?? Infinity) - 1, view.asAt + BOOKED_AHEAD)
  let dueOn = workingDaysAfter(startedOn, every(startedOn))
  while (dueOn <= last) {
    const team = line.teamOf(worker, Math.min(dueOn, view.asAt))
    const supervisor = line.managerOf(team, Math.min(dueOn, view.asAt))
    const isAway = line.isAway(code, dueOn)
    // Supervision slips where visits do: over Christmas, and where one manager runs two teams.
    const usual = plan.timeliness.visitInTime(dueOn, team)
    const isHeld = random.chance(supervisor === null ? 0 : isAway ? usual * 0.15 : usual)
    const heldOn = lastWorking(dueOn + random.between(-4, 2))
    const [isReflective, isShared] = [random.chance(0.55), random.chance(0.85)]
    const isKnown =
      isHeld && heldOn <= view.asAt && heldOn > startedOn && !(leftOn !== null && heldOn >= leftOn)
    if (dueOn >= from) {
      yield {
        worker: code,
        team,
        supervisor,
        due_on: dueOn,
        held_on: isKnown ? heldOn : null,
        reflective: isKnown ? isReflective : null,
        record_shared: isKnown ? isShared : null,
        missed_because:
          isHeld || dueOn > view.asAt
            ? null
            : supervisor === null
              ? 'no manager'
              : isAway
                ? 'worker absent'
                : 'put off',
      }
    }
    dueOn = workingDaysAfter(isHeld ? heldOn : dueOn, every(dueOn))
  }
}
