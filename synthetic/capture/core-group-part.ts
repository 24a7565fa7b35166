import { knownDay } from '../extract-view.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { BOOKED_AHEAD } from './meeting-part.ts'
import { CORE_GROUPS } from '../../src/standards/capture/templates/meeting-templates.ts'

/** Core groups that fell due, and those that fall due in the weeks to come. */
export function coreGroupPart({ folder, view, from, workforce }: CaptureSetting): CapturePart {
  const file = openCaptureFile(folder, CORE_GROUPS)
  return {
    child(child) {
      for (const { started, ended, coreGroups, position } of child.plans) {
        if (knownDay(view, started) === null) continue
        const lastDue = knownDay(view, ended) ?? view.asAt + BOOKED_AHEAD
        for (const { dueOn, heldOn } of coreGroups) {
          if (dueOn < from || dueOn > lastDue) continue
          file.row({
            child_id: child.id,
            plan_started_on: started.on,
            due_on: dueOn,
            held_on: heldOn !== null && heldOn <= view.asAt ? heldOn : null,
            team: position.team,
            worker: workforce.workerAt(position, Math.min(dueOn, view.asAt)),
          })
        }
      }
    },
    close: () => [file.close()],
  }
}
