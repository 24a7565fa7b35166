import type { Checked } from '../../platform/errors.ts'
import { readForm, typedFrom, typedIn, type Typed } from '../../records/index.ts'
import { listOfId } from '../lists/lists.ts'
import { clinic, linesOf, type Clinic } from './clinic.ts'
import type { PlannedClinic } from './clinic-store.ts'

const { title, heldOn, startsAt, chair, attending } = clinic.fields
/** What is typed of a clinic; its teams and lists are ticked. */
export const CLINIC_FIELDS = { title, heldOn, startsAt, chair, attending }

/** A form about a clinic as it was sent, or as it opens. */
export interface TypedClinic {
  typed: Typed
  teams: readonly string[]
  lists: readonly string[]
}

export const typedClinicFrom = (given: Partial<Clinic>): TypedClinic => ({
  typed: typedFrom(CLINIC_FIELDS, given),
  teams: linesOf(given.teams ?? ''),
  lists: linesOf(given.lists ?? ''),
})

export function typedClinicIn(body: Readonly<Record<string, unknown>>): TypedClinic {
  const ticked = (name: string) => [body[name]].flat().filter((value) => typeof value === 'string')
  return { typed: typedIn(CLINIC_FIELDS, body), teams: ticked('teams'), lists: ticked('lists') }
}

/** The clinic, or what can be put right by the name of the control. `known` are the teams that may be chosen. */
export function readClinic(sent: TypedClinic, known: readonly string[]): Checked<PlannedClinic> {
  const read = readForm(CLINIC_FIELDS, sent.typed)
  // In the order of the council's teams, not that of the ticks.
  const teams = known.filter((team) => sent.teams.includes(team))
  const lists = sent.lists.filter((list) => listOfId(list) !== null)
  const errors = {
    ...(read.ok ? {} : read.errors),
    ...(teams.length === 0 && { teams: 'Choose at least one team' }),
    ...(lists.length === 0 && { lists: 'Choose at least one list' }),
  }
  return read.ok && Object.keys(errors).length === 0
    ? { ok: true, value: { ...read.value, teams: teams.join('\n'), lists: lists.join('\n') } }
    : { ok: false, errors }
}
