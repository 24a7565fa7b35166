import { allow, operator } from '../../access/index.ts'
import type { Services } from '../../platform/room.ts'
import { keepActions, planClinics } from '../permissions.ts'
import { addAction } from './action-store.ts'
import { planClinic } from './clinic-store.ts'

/** A clinic of North 2 today, with an action that is about no child. */
export async function clinicThings(
  { records, clock }: Pick<Services, 'records' | 'clock'>,
  council: string,
): Promise<Readonly<Record<string, string>>> {
  const person = operator(council)
  const clinic = await planClinic(records, allow(person, planClinics), clock, {
    title: `Clinic of ${council}`,
    heldOn: clock.today(),
    startsAt: '',
    chair: 'Head of service',
    attending: '',
    teams: 'North 2',
    lists: 'drift',
  })
  const action = { action: 'Ask for two workers', owner: 'Head of service', dueOn: clock.today() }
  return {
    clinic,
    clinic_action: await addAction(records, allow(person, keepActions), clock, clinic, action),
  }
}
