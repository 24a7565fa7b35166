import { allow, type Pass, type Person } from '../../access/index.ts'
import type { Clock, Day, Instant } from '../../platform/day.ts'
import { Stale } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import {
  addRecord,
  changeRecord,
  listRecords,
  recordTransaction,
  tablesOf,
  type RecordTransaction,
} from '../../records/index.ts'
import { answerKey } from '../answers/answer.ts'
import { addAnswer, type GivenAnswer } from '../answers/answer-store.ts'
import { subjectOf, type ListRow } from '../lists/list-rows.ts'
import { keepActions, type answerLists } from '../permissions.ts'
import { clinic } from './clinic.ts'
import { clinicAction } from './clinic-action.ts'
import { clinicItem, isOfClosing, latestItems, type ClinicItem } from './clinic-item.ts'
import { clinicOf, refuseBefore, refuseClosed } from './clinic-store.ts'

/** What every clinic said of every child: those are shown with a row that the reader may see, and no others. */
export const itemsOf = (records: Records, pass: Pass<'cases:read'>): Promise<ClinicItem[]> =>
  listRecords(records, pass, clinicItem)

/** The same, for counts alone. */
export async function itemsForCounts(
  records: Records,
  { person }: Pass<'figures:read'>,
): Promise<ClinicItem[]> {
  const rows = await itemRows(records, person).execute()
  return rows.map((row) => clinicItem.row.parse(row))
}

const itemRows = (records: Records, person: Person) =>
  tablesOf(records)
    .selectFrom(clinicItem.table)
    .selectAll()
    .where('councilId', '=', person.council)
    .where('withdrawnAt', 'is', null)

/** When clinics closed with nobody's answer for a child on one list, by the key of the two. */
export async function silencesOnList(
  records: Records,
  { person }: Pass<'cases:read'>,
  list: string,
): Promise<ReturnType<typeof silencesIn>> {
  const rows = await itemRows(records, person)
    .where('list', '=', list)
    .where('outcome', 'in', ['silent', 'left'])
    .execute()
  return silencesIn(rows.map((row) => clinicItem.row.parse(row)))
}

/**
 * When clinics closed with nobody's answer for a child on a list, by the key of the two. What came before a child was found to
 * have left the list is over.
 */
export function silencesIn(items: readonly ClinicItem[]): ReadonlyMap<string, readonly Instant[]> {
  const silent = items.filter(({ outcome }) => outcome === 'silent')
  const leftAt = new Map<string, Instant>()
  for (const { list, subject, outcome, saidAt } of items) {
    const key = answerKey(list, subject)
    if (outcome === 'left' && saidAt > (leftAt.get(key) ?? '')) leftAt.set(key, saidAt)
  }
  const byKey = Map.groupBy(silent, ({ list, subject }) => answerKey(list, subject))
  return new Map(
    [...byKey].map(([key, found]) => [
      key,
      found.map(({ saidAt }) => saidAt).filter((at) => at > (leftAt.get(key) ?? '')),
    ]),
  )
}

/** The children of whom a silence still counts, each once. */
export function unansweredIn(items: readonly ClinicItem[]): ClinicItem[] {
  const counting = silencesIn(items)
  return items.filter(
    ({ outcome, list, subject, saidAt }) =>
      outcome === 'silent' && counting.get(answerKey(list, subject))?.at(-1) === saidAt,
  )
}

/** Somebody wrote of this child at this clinic first. */
export class SaidMeanwhile extends Stale {
  override name = 'SaidMeanwhile'
  readonly theirs: ClinicItem

  constructor(theirs: ClinicItem) {
    super('Somebody else wrote of this child first')
    this.theirs = theirs
  }
}

export interface SayContext {
  clinicId: string
  asAt: Day
  /** The ids of the answer in force and of the clinic's own word that the person was shown; null where there was none. */
  afterAnswer: string | null
  afterItem: string | null
}

/**
 * Keeps what a clinic agrees for a child, or that nothing new is agreed (`given` null): the clinic's word, the answer on the list
 * and the action of its owner, all or none. Throws SaidMeanwhile or AnsweredMeanwhile when somebody was first: nothing is kept
 * then, and both texts can be shown.
 */
export const sayOf = (
  records: Records,
  pass: Pass<typeof answerLists>,
  clock: Clock,
  row: ListRow,
  given: GivenAnswer | null,
  context: SayContext,
): Promise<void> =>
  recordTransaction(records, pass, clock, clinic, async (open) => {
    const found = await clinicOf(open.records, allow(pass.person, 'figures:read'), context.clinicId)
    refuseClosed(found)
    refuseBefore(found, clock.today())
    const items = (await itemsOf(open.records, allow(pass.person, 'cases:read'))).filter(
      ({ clinicId, outcome }) => clinicId === context.clinicId && !isOfClosing({ outcome }),
    )
    const latest = latestItems(items).get(answerKey(row.list, subjectOf(row)))
    if (latest && latest.id !== context.afterItem) throw new SaidMeanwhile(latest)
    const answerId =
      given &&
      (await addAnswer(open.records, pass, clock, row, given, {
        asAt: context.asAt,
        after: context.afterAnswer,
      }))
    await addRecord(open, clinicItem, {
      clinicId: context.clinicId,
      list: row.list,
      subject: subjectOf(row),
      team: row.team ?? '',
      outcome: given ? 'agreed' : 'nothing',
      reason: given?.reason ?? '',
      answerId: answerId ?? '',
      saidAt: open.at,
      saidBy: pass.person.name,
    })
    if (given) await keepChildAction(open, row, given, { clinicId: found.id, raisedOn: found.heldOn })
  })

/** The action of what was agreed; what is agreed anew at the same clinic takes its place. */
async function keepChildAction(
  open: RecordTransaction,
  row: ListRow,
  { plan, owner, checkBackOn }: GivenAnswer,
  { clinicId, raisedOn }: { clinicId: string; raisedOn: Day },
): Promise<void> {
  const acting = { ...open, pass: allow(open.pass.person, keepActions) }
  const reading = allow(open.pass.person, 'figures:read')
  const own = (await listRecords(open.records, reading, clinicAction)).find(
    (action) =>
      action.clinicId === clinicId &&
      action.list === row.list &&
      action.subject === subjectOf(row) &&
      action.closedOn === null,
  )
  const asked = { action: plan, owner, dueOn: checkBackOn }
  if (own) {
    await changeRecord(acting, clinicAction, own.id, null, asked)
    return
  }
  await addRecord(acting, clinicAction, {
    clinicId,
    ...asked,
    list: row.list,
    subject: subjectOf(row),
    team: row.team ?? '',
    raisedOn,
    closedOn: null,
    closedBy: '',
    outcome: '',
  })
}
