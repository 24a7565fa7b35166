import { z } from 'zod'
import { allow, type Pass } from '../access/index.ts'
import { dayInEngland, type Clock } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { getRecord, listRecords, tablesOf } from '../records/index.ts'
import { actionKind } from './action.ts'
import { evidenceKind } from './evidence.ts'
import { planTransaction, type PlanTransaction } from './plan-items.ts'
import { BRAGS, compareRatings, ratingRefusal, STEPS, type Brag, type Rating, type Step } from './rating.ts'

const ratingSchema: z.ZodType<Rating> = z.object({
  id: z.string(),
  actionId: z.string(),
  was: z.enum(BRAGS).nullable(),
  rating: z.enum(BRAGS),
  step: z.enum(STEPS),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
})

/** Every rating of the council's plan, oldest first; of one action when it is named. */
export async function ratings(
  records: Records,
  pass: Pass<'plan:read' | 'plan:write' | 'plan:confirm'>,
  actionId?: string,
): Promise<Rating[]> {
  let query = tablesOf(records)
    .selectFrom('plan_rating')
    .selectAll()
    .where('councilId', '=', pass.person.council)
  if (actionId) query = query.where('actionId', '=', actionId)
  const rows = await query.execute()
  return rows.map((row) => ratingSchema.parse(row)).sort(compareRatings)
}

/** What somebody says of an action. */
export interface Verdict {
  rating: Brag
  reason: string
}

/** The clinic's or the programme's word: what the plan shows. */
export const confirmRating = (
  records: Records,
  pass: Pass<'plan:confirm'>,
  clock: Clock,
  actionId: string,
  verdict: Verdict,
): Promise<Checked<null>> =>
  planTransaction(records, pass, clock, (open) => giveRating(open, actionId, 'confirmed', verdict))

/** Inside an open change. Green and blue are refused without what they rest on (`ratingRefusal`). */
export async function giveRating(
  open: PlanTransaction<'plan:write' | 'plan:confirm'>,
  actionId: string,
  step: Step,
  { rating, reason }: Verdict,
): Promise<Checked<null>> {
  const { records, pass, at } = open
  const reading = allow(pass.person, 'plan:read')
  const action = await getRecord(records, reading, actionKind, actionId)
  const evidence = (await listRecords(records, reading, evidenceKind)).filter(
    (piece) => piece.actionId === actionId,
  )
  const refusal = ratingRefusal(rating, action, evidence, dayInEngland(at))
  if (refusal) return { ok: false, errors: { rating: refusal } }
  if (reason.trim() === '') return { ok: false, errors: { rating_reason: 'Say why you give this rating' } }
  const before = (await ratings(records, pass, actionId)).findLast((given) => given.step === step)
  await recordRating(open, actionId, {
    was: before?.rating ?? null,
    rating,
    step,
    reason: reason.trim(),
    byName: pass.person.name,
    at,
  })
  return { ok: true, value: null }
}

/** Writes a rating down as it is given: history from a file keeps its own day and its own words. */
export async function recordRating(
  { records, pass }: PlanTransaction<'plan:write' | 'plan:confirm'>,
  actionId: string,
  given: Omit<Rating, 'id' | 'actionId'>,
): Promise<void> {
  await tablesOf(records)
    .insertInto('plan_rating')
    .values({
      ...given,
      id: newId('rat'),
      councilId: pass.person.council,
      actionId,
      recordedBy: pass.person.id,
    })
    .execute()
}
