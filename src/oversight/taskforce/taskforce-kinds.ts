import type { RecordKind } from '../../records/index.ts'
import { frameworkVersion } from './framework.ts'
import { taskforceCase } from './taskforce-case.ts'
import { taskforceDecision } from './taskforce-decision.ts'
import { taskforceWorker } from './taskforce-worker.ts'
import { taskforce } from './taskforce.ts'

/** Every kind of record of a taskforce. */
export const TASKFORCE_KINDS: readonly RecordKind[] = [
  taskforce,
  taskforceWorker,
  frameworkVersion,
  taskforceDecision,
  taskforceCase,
]
