import type { Pass } from '../access/index.ts'
import { dayInEngland, type Clock } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { compareRatings, ratingRefusal, type Brag, type Rating, type Step } from './rating.ts'
import { fromRow } from './row-case.ts'
import { everyThing, theThing, writing, type Writing } from './thing-store.ts'

/** Every rating of the council's plan, oldest first; of one action when it is named. */
export async function ratings(
  records: Records,
  pass: Pass<'plan:read' | 'plan:write' | 'plan:confirm'>,
  actionId?: string,
): Promise<Rating[]> {
  let query = records.selectFrom('plan_rating').selectAll().where('council_id', '=', pass.person.council)
  if (actionId) query = query.where('action_id', '=', actionId)
  const rows = await query.execute()
  return rows.map(fromRow).sort(compareRatings)
}

/** What somebody says of an action. */
export interface Verdict {
  rating: Brag
  reason: string
}

/** The owner's word: it stands beside the confirmed rating until the two agree. */
export const proposeRating = (
  records: Records,
  pass: Pass<'plan:write'>,
  clock: Clock,
  actionId: string,
  verdict: Verdict,
): Promise<Checked<null>> =>
  writing(records, pass, clock, (open) => giveRating(open, actionId, 'proposed', verdict))

/** The clinic's or the programme's word: what the plan shows. */
export const confirmRating = (
  records: Records,
  pass: Pass<'plan:confirm'>,
  clock: Clock,
  actionId: string,
  verdict: Verdict,
): Promise<Checked<null>> =>
  writing(records, pass, clock, (open) => giveRating(open, actionId, 'confirmed', verdict))

/** Inside an open change. Green and blue are refused without what they rest on (`ratingRefusal`). */
export async function giveRating(
  open: Writing,
  actionId: string,
  step: Step,
  { rating, reason }: Verdict,
): Promise<Checked<null>> {
  const { records, pass, at } = open
  const action = await theThing(records, pass, 'action', actionId)
  const evidence = (await everyThing(records, pass, 'evidence')).filter(
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
  { records, pass }: Writing,
  actionId: string,
  given: Omit<Rating, 'id' | 'actionId'>,
): Promise<void> {
  await records
    .insertInto('plan_rating')
    .values({
      id: newId('rat'),
      council_id: pass.person.council,
      action_id: actionId,
      was: given.was,
      rating: given.rating,
      step: given.step,
      reason: given.reason,
      by_name: given.byName,
      at: given.at,
      recorded_by: pass.person.id,
    })
    .execute()
}
