import type { RecordKind } from '../records/index.ts'
import { listAnswer } from './answers/answer.ts'
import { answerReason } from './answers/reason.ts'

/** Every kind of record of this room. */
export const OVERSIGHT_KINDS: readonly RecordKind[] = [answerReason, listAnswer]
