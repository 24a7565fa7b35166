import { allow, type Pass, type Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { formatDay, type Clock, type Day } from '../../platform/day.ts'
import { NotAllowed, Refused, Stale } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import {
  addRecord,
  changeRecord,
  findRecord,
  listRecords,
  recordTransaction,
  withdrawRecord,
  type RecordTransaction,
} from '../../records/index.ts'
import type { ListAnswer } from '../answers/answer.ts'
import { subjectOf } from '../lists/list-rows.ts'
import { answerLists, type holdClinics, type planClinics } from '../permissions.ts'
import { clinic, coversTeams, linesOf, mayHold, type Clinic } from './clinic.ts'
import { clinicItem, isOfClosing, type ClinicItem } from './clinic-item.ts'
import type { Pack, PackEntry } from './clinic-pack.ts'

/** Every clinic, the latest first. */
export const clinicsOf = async (records: Records, pass: Pass<'figures:read'>): Promise<Clinic[]> =>
  (await listRecords(records, pass, clinic)).toSorted((left, right) => clinic.compare(left, right))

/** Throws NotFound for one that is not there, was cancelled, or is another council's. */
export async function clinicOf(records: Records, pass: Pass<'figures:read'>, id: string): Promise<Clinic> {
  const { record, withdrawal } = await findRecord(records, pass, clinic, id)
  if (withdrawal) throw new Refused(`This clinic was cancelled: ${withdrawal.reason}`)
  return record
}

/** What a person plans; the rest of the record is filled as the clinic is held. */
export type PlannedClinic = Pick<
  Clinic,
  'title' | 'heldOn' | 'startsAt' | 'chair' | 'attending' | 'teams' | 'lists'
>

const UNHELD = {
  state: 'planned',
  closedAt: '',
  closedBy: '',
  signedAt: '',
  signedBy: '',
  reopenedAt: '',
  reopenedBy: '',
  reopenedWhy: '',
  figuresOn: null,
  snapshot: '',
  children: null,
  discussed: null,
  silent: null,
  promised: null,
  kept: null,
  notKept: null,
  cannotTell: null,
} as const

function refuseOtherTeams(person: Person, teams: string): void {
  if (!coversTeams(person, linesOf(teams)))
    throw new NotAllowed('A manager plans and holds the clinics of their own teams')
}

/** Throws NotAllowed for teams that are not the person's. */
export async function planClinic(
  records: Records,
  pass: Pass<typeof planClinics>,
  clock: Clock,
  planned: PlannedClinic,
): Promise<string> {
  refuseOtherTeams(pass.person, planned.teams)
  return await recordTransaction(records, pass, clock, clinic, (open) =>
    addRecord(open, clinic, { ...UNHELD, ...planned }),
  )
}

/** Throws Stale when somebody changed it first, and Refused once it has closed. */
export async function changeClinic(
  records: Records,
  pass: Pass<typeof planClinics>,
  clock: Clock,
  id: string,
  version: number,
  planned: PlannedClinic,
): Promise<void> {
  await recordTransaction(records, pass, clock, clinic, async (open) => {
    const found = await clinicOf(open.records, allow(pass.person, 'figures:read'), id)
    refuseOtherTeams(pass.person, found.teams)
    refuseOtherTeams(pass.person, planned.teams)
    refuseClosed(found)
    await changeRecord(open, clinic, id, version, planned)
  })
}

/** Throws Refused without a reason, or once it has closed. */
export async function cancelClinic(
  records: Records,
  pass: Pass<typeof planClinics>,
  clock: Clock,
  id: string,
  version: number,
  reason: string,
): Promise<void> {
  await recordTransaction(records, pass, clock, clinic, async (open) => {
    const found = await clinicOf(open.records, allow(pass.person, 'figures:read'), id)
    refuseOtherTeams(pass.person, found.teams)
    refuseClosed(found)
    await withdrawRecord(open, clinic, id, version, reason)
  })
}

export function refuseClosed({ state, closedBy }: Clinic): void {
  if (state === 'closed')
    throw new Refused(`${closedBy} closed this clinic: reopen it to write what is agreed`)
}

/** Until its day, children are answered for on their lists. */
export function refuseBefore({ heldOn }: Pick<Clinic, 'heldOn'>, today: Day): void {
  if (today < heldOn)
    throw new Refused(`This clinic is on ${formatDay(heldOn)}: until then, answer on the lists`)
}

/** What closing keeps: the figures it was held on, and its pack as it was. */
interface ClosingParts {
  snapshot: Pick<SealedSnapshot, 'id' | 'asAt'>
  pack: Pack
}

/**
 * Closes a clinic. Each child for whom nobody has answered is written down, and waits for the next tier. Throws NotAllowed to
 * those who do not see all its teams, and Stale when somebody closed it first.
 */
export async function closeClinic(
  records: Records,
  pass: Pass<typeof holdClinics>,
  clock: Clock,
  { id, version }: Pick<Clinic, 'id' | 'version'>,
  { snapshot, pack }: ClosingParts,
): Promise<void> {
  await recordTransaction(records, pass, clock, clinic, async (open) => {
    const found = await heldBy(open, id)
    if (found.state === 'closed' || found.version !== version)
      throw new Stale('Somebody else changed this first')
    refuseBefore(found, clock.today())
    const writing = asPlanner(open)
    const answering = { ...open, pass: allow(pass.person, answerLists) }
    for (const found of foundAtClosing(pack))
      await addRecord(answering, clinicItem, {
        ...found,
        clinicId: id,
        reason: '',
        saidAt: open.at,
        saidBy: pass.person.name,
      })
    await changeRecord(writing, clinic, id, version, {
      state: 'closed',
      closedAt: open.at,
      closedBy: pass.person.name,
      signedAt: '',
      signedBy: '',
      figuresOn: snapshot.asAt,
      snapshot: snapshot.id,
      ...pack.counts,
    })
  })
}

type Found = Pick<ClinicItem, 'list' | 'subject' | 'team' | 'outcome' | 'answerId'>

/**
 * What closing writes of children: those for whom nobody answered wait for the next tier; those whom the figures have no more
 * on the list, or whose rule cleared and holds again, are known when they come back, and their promise is counted once.
 */
function foundAtClosing({ teams, left, leftUnanswered }: Pack): Found[] {
  const entries = teams.flatMap((team) => team.entries)
  const silent = ({ row }: PackEntry): Found => ({
    list: row.list,
    subject: subjectOf(row),
    team: row.team ?? '',
    outcome: 'silent',
    answerId: '',
  })
  const kept = ({ id, list, subject, team }: ListAnswer, outcome: 'left' | 'again'): Found => ({
    list,
    subject,
    team,
    outcome,
    answerId: id,
  })
  return [
    ...left.map(({ promise }) => kept(promise, 'left')),
    ...entries.flatMap(({ promise, cameBack }) =>
      promise && cameBack && cameBack.offOn === null ? kept(promise, 'again') : [],
    ),
    ...leftUnanswered.map((item): Found => ({ ...item, outcome: 'left', answerId: '' })),
    ...entries.filter(({ isSilent }) => isSilent).map(silent),
  ]
}

/** Opens a closed clinic again: who and why is kept, and what its silence passed on is taken back. */
export async function reopenClinic(
  records: Records,
  pass: Pass<typeof holdClinics>,
  clock: Clock,
  id: string,
  version: number,
  why: string,
): Promise<void> {
  await recordTransaction(records, pass, clock, clinic, async (open) => {
    const found = await heldBy(open, id)
    if (found.state !== 'closed') throw new Refused('This clinic is not closed')
    const answering = { ...open, pass: allow(pass.person, answerLists) }
    const items = await listRecords(open.records, allow(pass.person, 'cases:read'), clinicItem)
    for (const item of items)
      if (item.clinicId === id && isOfClosing(item))
        await withdrawRecord(answering, clinicItem, item.id, item.version, 'The clinic was reopened')
    await changeRecord(
      asPlanner(open),
      clinic,
      id,
      version,
      {
        state: 'planned',
        closedAt: '',
        closedBy: '',
        signedAt: '',
        signedBy: '',
        reopenedAt: open.at,
        reopenedBy: pass.person.name,
        reopenedWhy: why,
      },
      why,
    )
  })
}

/** A manager says that what is written is what was agreed. Throws Refused before it has closed. */
export async function signOffClinic(
  records: Records,
  pass: Pass<typeof holdClinics>,
  clock: Clock,
  id: string,
  version: number,
): Promise<void> {
  await recordTransaction(records, pass, clock, clinic, async (open) => {
    const found = await heldBy(open, id)
    if (found.state !== 'closed') throw new Refused('Close the clinic before you sign it off')
    await changeRecord(asPlanner(open), clinic, id, version, {
      signedAt: open.at,
      signedBy: pass.person.name,
    })
  })
}

async function heldBy(open: RecordTransaction<typeof holdClinics>, id: string): Promise<Clinic> {
  const { person } = open.pass
  const found = await clinicOf(open.records, allow(person, 'figures:read'), id)
  if (!mayHold(person, found))
    throw new NotAllowed('A clinic is closed and signed off by those who see the children of all its teams')
  return found
}

/** Whoever holds a clinic also writes it. */
const asPlanner = (open: RecordTransaction<typeof holdClinics>): RecordTransaction<typeof planClinics> => ({
  ...open,
  pass: { ...open.pass, permission: clinic.permissions.write },
})
