import type { RecordKind } from '../../records/index.ts'
import { missingEpisode, returnStep, strategyDiscussion } from './episode.ts'
import { handCount, missingRule } from './hand-count.ts'
import { policeReport } from './police.ts'
import { systemChange } from './system-change.ts'

export const MISSING_KINDS: readonly RecordKind[] = [
  missingEpisode,
  returnStep,
  strategyDiscussion,
  policeReport,
  handCount,
  missingRule,
  systemChange,
]
