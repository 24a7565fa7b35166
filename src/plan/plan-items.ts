import type { Pass } from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import {
  historyOf,
  recordTransaction,
  type Change as RecordChange,
  type Fields,
  type RecordKind,
  type RecordTransaction,
  type Values,
} from '../records/index.ts'
import { actionKind } from './action.ts'
import { bindingKind } from './binding.ts'
import { evidenceKind } from './evidence.ts'
import { milestoneKind } from './milestone.ts'
import { recommendationKind, themeKind } from './recommendation.ts'

/** The six kinds of item that a plan is made of, in the order in which a file names them. */
export const PLAN_KINDS = [
  themeKind,
  recommendationKind,
  actionKind,
  milestoneKind,
  bindingKind,
  evidenceKind,
] as const

/** What a change can be about. */
export type Subject = (typeof PLAN_KINDS)[number]['name']
export const SUBJECTS: readonly Subject[] = PLAN_KINDS.map(({ name }) => name)

export type Change = RecordChange<Subject>

/** A kind of plan item, and an item before it is saved. */
export type ItemKind<Shape extends Fields> = RecordKind<Subject, Shape, 'plan:read', 'plan:write'>
export type Draft<Kind extends { fields: Fields }> = Values<Kind['fields']>

/** One open change of the plan. */
export type PlanTransaction<Held extends 'plan:write' | 'plan:confirm' = 'plan:write'> =
  RecordTransaction<Held>

/** Runs `work` as one change: all of it is kept, or nothing. Changes of one council's plan wait for each other. */
export const planTransaction = <Held extends 'plan:write' | 'plan:confirm', Answer>(
  records: Records,
  pass: Pass<Held>,
  clock: Clock,
  work: (open: PlanTransaction<Held>) => Promise<Answer>,
): Promise<Answer> => recordTransaction(records, pass, clock, themeKind, work)

/** Every change of the council's plan, or of what one page is about. Kept for ever. */
export const planChanges = (
  records: Records,
  pass: Pass<'plan:read' | 'plan:write'>,
  aboutId?: string,
): Promise<Change[]> => historyOf(records, pass, PLAN_KINDS, aboutId)
