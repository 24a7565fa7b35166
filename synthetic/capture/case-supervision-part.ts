import { monthNumberOf } from '../day-number.ts'
import { openCaptureFile } from './capture-file.ts'
import { monthEnds, type CapturePart, type CaptureSetting } from './capture-setting.ts'
import type { Holding } from './holding.ts'
import type { SupervisionPart } from './supervision-part.ts'
import { CASE_SUPERVISION } from '../../src/standards/capture/templates/oversight-templates.ts'

/** Of the children whom a worker holds, those talked through in one supervision. */
const TALKED_THROUGH: Record<Holding['kind'], number> = {
  'on a plan': 0.85,
  'in assessment': 0.6,
  'in need': 0.5,
  'looked after': 0.6,
  'leaving care': 0.35,
}

/** Children talked through when their worker was supervised. */
export function caseSupervisionPart(setting: CaptureSetting, supervision: SupervisionPart): CapturePart {
  const { folder, workforce, plan, drawFor } = setting
  const file = openCaptureFile(folder, CASE_SUPERVISION)
  const months = monthEnds(setting).map((day) => ({ day, month: monthNumberOf(day) }))
  return {
    child(child, _family, holdings) {
      for (const [index, { day, month }] of months.entries()) {
        const holding = holdings[index]
        const worker = holding && workforce.workerAt(holding.position, day)
        const held = worker && supervision.heldIn(worker, month)
        if (!held || held.on < holding.since || workforce.workerAt(holding.position, held.on) !== worker)
          continue
        const random = drawFor(`talk ${child.id} ${month}`)
        if (!random.chance(TALKED_THROUGH[holding.kind])) continue
        const isRecorded = random.chance(plan.timeliness.visitInTime(held.on, holding.position.team))
        const decision = random.weighted({
          'go on as planned': 58,
          'new action': 24,
          'step up': 4,
          'step down': 7,
          close: 7,
        })
        const isExplained = random.chance(0.6)
        file.row({
          child_id: child.id,
          team: holding.position.team,
          worker,
          supervisor: held.supervisor,
          held_on: held.on,
          oversight_recorded: isRecorded,
          decision: isRecorded ? decision : null,
          reason_recorded: isRecorded ? isExplained : null,
        })
      }
    },
    close: () => [file.close()],
  }
}
