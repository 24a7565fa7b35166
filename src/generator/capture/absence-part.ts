import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { ABSENCES } from './templates/people-templates.ts'

/** Absences that touched the months captured, each worker's in order. */
export function absencePart({ folder, workforce, view, from }: CaptureSetting): CapturePart {
  const file = openCaptureFile(folder, ABSENCES)
  for (const { code, team, fte, absences } of workforce.workers) {
    for (const absence of absences) {
      if (absence.from > view.asAt || absence.to < from) continue
      file.row({
        worker: code,
        team,
        fte,
        reason: absence.reason,
        from_on: absence.from,
        to_on: absence.to <= view.asAt ? absence.to : null,
      })
    }
  }
  return { close: () => [file.close()] }
}
