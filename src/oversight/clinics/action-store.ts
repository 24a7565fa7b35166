import { allow, type Pass, type Person } from '../../access/index.ts'
import type { Clock, Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, changeRecord, listRecords, recordTransaction } from '../../records/index.ts'
import type { keepActions } from '../permissions.ts'
import { clinic, type Clinic } from './clinic.ts'
import { clinicAction, isAboutChild, isOwnedBy, type ClinicAction } from './clinic-action.ts'
import { clinicOf, clinicsOf, refuseBefore, refuseClosed } from './clinic-store.ts'

/** Every action, the soonest first. Those about a child are shown to those who may open the child, and counted for others. */
export const actionsOf = async (records: Records, pass: Pass<'figures:read'>): Promise<ClinicAction[]> =>
  (await listRecords(records, pass, clinicAction)).toSorted((left, right) =>
    clinicAction.compare(left, right),
  )

/** What somebody asks of an action that is about no child. */
export type AskedAction = Pick<ClinicAction, 'action' | 'owner' | 'dueOn'>

/** Adds an action that is about no child to a clinic that has not closed. */
export const addAction = (
  records: Records,
  pass: Pass<typeof keepActions>,
  clock: Clock,
  clinicId: string,
  asked: AskedAction,
): Promise<string> =>
  recordTransaction(records, pass, clock, clinic, async (open) => {
    const found = await clinicOf(open.records, allow(pass.person, 'figures:read'), clinicId)
    refuseClosed(found)
    refuseBefore(found, clock.today())
    return await addRecord(open, clinicAction, {
      clinicId,
      ...asked,
      list: '',
      subject: '',
      team: '',
      raisedOn: found.heldOn,
      closedOn: null,
      closedBy: '',
      outcome: '',
    })
  })

/** Says what came of an action. Throws Stale when somebody did first. */
export const closeAction = (
  records: Records,
  pass: Pass<typeof keepActions>,
  clock: Clock,
  { id, version }: Pick<ClinicAction, 'id' | 'version'>,
  { closedOn, outcome }: { closedOn: Day; outcome: string },
): Promise<void> =>
  recordTransaction(records, pass, clock, clinic, async (open) => {
    const closedBy = pass.person.name
    await changeRecord(open, clinicAction, id, version, { closedOn, closedBy, outcome })
  })

/** An action for a person to do, without the child that it may be about. */
export interface OwnedAction {
  id: string
  /** Its page, which shows the child to those who may open the child. */
  href: string
  /** Null of one about a child: its words are for those who may open the child. */
  action: string | null
  dueOn: Day
  clinic: string
}

/** The open actions of clinics that are for a person to do, the soonest first: for their home. Names no child. */
export async function ownedActions(records: Records, pass: Pass<'figures:read'>): Promise<OwnedAction[]> {
  const clinics = new Map((await clinicsOf(records, pass)).map((found) => [found.id, found]))
  return (await actionsOf(records, pass))
    .filter((action) => action.closedOn === null && ownedIn(clinics, pass.person, action))
    .map((action) => ({
      id: action.id,
      href: `/clinics/actions/${action.id}`,
      action: isAboutChild(action) ? null : action.action,
      dueOn: action.dueOn,
      clinic: nameIn(clinics, action),
    }))
}

export const ownedIn = (
  clinics: ReadonlyMap<string, Clinic>,
  person: Person,
  action: ClinicAction,
): boolean => isOwnedBy(person, action, clinics.get(action.clinicId))

export const nameIn = (clinics: ReadonlyMap<string, Clinic>, { clinicId }: ClinicAction): string => {
  const found = clinics.get(clinicId)
  return found ? clinic.nameOf(found) : ''
}
