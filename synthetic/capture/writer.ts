import { formatDay } from '../../src/platform/day.ts'
import type { CouncilWriter, WriterSetting, WrittenFile } from '../files/written-file.ts'
import { openTextFile } from '../files/text-file.ts'
import { absencePart } from './absence-part.ts'
import { auditPart } from './audit-part.ts'
import { captureSetting, monthEnds, type CapturePart, type CaptureSetting } from './capture-setting.ts'
import { carePathPart } from './care-path-part.ts'
import { caseloadPart } from './caseload-part.ts'
import { caseSupervisionPart } from './case-supervision-part.ts'
import { contactPart } from './contact-part.ts'
import { coreGroupPart } from './core-group-part.ts'
import { holdingOn, wasEverHeld } from './holding.ts'
import { meetingPart } from './meeting-part.ts'
import { missingPart } from './missing-part.ts'
import { needReviewPart } from './need-review-part.ts'
import { panelPart } from './panel-part.ts'
import { placePart } from './place-part.ts'
import { postPart } from './post-part.ts'
import { recruitmentPart } from './recruitment-part.ts'
import { setPointPart } from './set-point-part.ts'
import { storyPart } from './story-part.ts'
import { supervisionPart } from './supervision-part.ts'
import { taskforcePart } from './taskforce-part.ts'

/**
 * What no standard carries, in Waymark's own templates: `capture/<template>.csv`. A council other than Norchester has
 * only what follows from its events and its workforce: no money, tender, taskforce or audits.
 */
export function openCaptureWriter(writerSetting: WriterSetting): CouncilWriter {
  const setting = captureSetting(writerSetting)
  const { view } = setting
  const parts = partsOf(setting)
  const ends = monthEnds(setting)
  const nothingHeld = ends.map(() => null)
  return {
    family(family) {
      for (const child of family.children) {
        const holdings = wasEverHeld(child) ? ends.map((day) => holdingOn(child, day, view)) : nothingHeld
        for (const part of parts) part.child?.(child, family, holdings)
      }
    },
    adopter(adopter) {
      for (const part of parts) part.adopter?.(adopter)
    },
    close: () => Promise.resolve([...parts.flatMap((part) => part.close()), readMe(setting)]),
  }
}

function partsOf(setting: CaptureSetting): CapturePart[] {
  const supervision = supervisionPart(setting)
  const parts = [
    contactPart(setting),
    meetingPart(setting),
    coreGroupPart(setting),
    needReviewPart(setting),
    supervision,
    caseSupervisionPart(setting, supervision),
    setPointPart(setting),
    missingPart(setting),
    caseloadPart(setting),
    postPart(setting),
    absencePart(setting),
    recruitmentPart(setting),
    panelPart(setting),
    placePart(setting),
  ]
  if (!setting.isStory) return parts
  return [...parts, auditPart(setting), taskforcePart(setting), carePathPart(setting), storyPart(setting)]
}

function readMe({ folder, plan }: CaptureSetting): WrittenFile {
  const file = openTextFile(folder, 'capture/README.txt')
  file.write(
    [
      `${plan.name} does not exist, and everything in these files is invented: every child, worker, meeting, audit and pound.`,
      `They say what was written down of it by ${formatDay(plan.asAt)} that no national standard carries.`,
      '',
      'Each file is one of the capture templates of the handbook: its first line is the header, a blank is unknown or still',
      'to come. Days after that day are plans. Workers are codes, and nobody is named.',
      '',
    ].join('\r\n'),
  )
  return file.close(0)
}
