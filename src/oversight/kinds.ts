import type { RecordKind } from '../records/index.ts'
import { listAnswer } from './answers/answer.ts'
import { answerReason } from './answers/reason.ts'
import { clinicAction } from './clinics/clinic-action.ts'
import { clinicItem } from './clinics/clinic-item.ts'
import { clinic } from './clinics/clinic.ts'
import { TASKFORCE_KINDS } from './taskforce/taskforce-kinds.ts'
import { MISSING_KINDS } from './missing/kinds.ts'
import { GUIDANCE_RECORDS } from './guidance/guidance.ts'
import { practiceStandard } from './guidance/practice-standard.ts'
import { CONFERENCE_KINDS } from './conferences/conference-kinds.ts'

/** Every kind of record of this room. */
export const OVERSIGHT_KINDS: readonly RecordKind[] = [
  answerReason,
  listAnswer,
  clinic,
  clinicItem,
  clinicAction,
  ...TASKFORCE_KINDS,
  ...MISSING_KINDS,
  ...CONFERENCE_KINDS,
  ...GUIDANCE_RECORDS,
  practiceStandard,
]
