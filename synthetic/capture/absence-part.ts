import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { ABSENCES } from '../../src/standards/capture/templates/people-templates.ts'

/** Absences that touched the months captured, each worker's in order. */
export function absencePart({ folder, workforce, line, view, from }: CaptureSetting): CapturePart {
  const file = openCaptureFile(folder, ABSENCES)
  for (const worker of workforce.workers) {
    for (const absence of worker.absences) {
      if (absence.from > view.asAt || absence.to < from) continue
      file.row({
        worker: worker.code,
        team: line.teamOf(worker, absence.from),
        fte: worker.fte,
        reason: absence.reason,
        from_on: absence.from,
        to_on: absence.to <= view.asAt ? absence.to : null,
      })
    }
  }
  return { close: () => [file.close()] }
}
