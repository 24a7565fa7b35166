import { allow, operator } from '../../src/access/index.ts'
import { rowsIn } from '../../src/dataset/rows.ts'
import { childRef } from '../../src/measures/figures/child-ref.ts'
import { listAnswer } from '../../src/oversight/answers/answer.ts'
import { clinicAction } from '../../src/oversight/clinics/clinic-action.ts'
import { planClinic } from '../../src/oversight/clinics/clinic-store.ts'
import { answerLists, keepActions, planClinics } from '../../src/oversight/permissions.ts'
import { addRecord, recordTransaction } from '../../src/records/index.ts'
import { councilWorld, clock, type CouncilWorld } from './council-world.ts'
import { plantRestricted, RESTRICTED_ROWS, type PlantedRestricted } from './planted-restricted.ts'
import { measureWorld } from './measure-world.ts'

/** A council with one child whom its people see, and many of other teams whose every name in Waymark is planted. */
export interface PlantedCouncil {
  world: CouncilWorld
  /** What names a child of another team, or was written about one: in none of it may a reader find it. */
  plants: readonly string[]
  /** One of those children: the council's number, and the opaque name in addresses. */
  child: { number: string; ref: string }
  /** A child whom every role that sees children reaches, and whose record is restricted. */
  restricted: PlantedRestricted
}

/** Begins what is planted in text: no page, file or address of ours has it by itself. */
const PLANT = 'zzplant'

export async function plantedCouncil(): Promise<PlantedCouncil> {
  const world = await councilWorld(
    {},
    undefined,
    `${measureWorld().insert}; update person set person_id = '5550' || lpad(cast(child_key as text), 5, '0');
    ${RESTRICTED_ROWS}`,
  )
  const snapshot = (await world.services.pool.current('norchester'))!
  const rows = rowsIn(snapshot)
  const people = await rows.all<{ child_key: number; person_id: string }>(
    `select child_key, person_id from person where child_key < 900000 order by child_key`,
  )
  await rows.all(`update case_row set case_id = '${PLANT}-case-' || case_id where child_key < 900000`)
  await rows.all(
    `update work_list_row set case_id = '${PLANT}-case-' || case_id, detail = '${PLANT} detail' where child_key < 900000`,
  )
  const listed = await rows.all<{ list: string; person_id: string; team: string | null }>(
    `select distinct l.list, p.person_id, r.team from work_list_row r
     join work_list l on l.list_no = r.list_no join person p on p.child_key = r.child_key
     where r.is_overdue and r.child_key < 900000 order by all`,
  )
  await writeAbout(world, listed)
  const restricted = await plantRestricted(world)
  const [first] = people.filter(({ person_id }) => person_id === listed[0]!.person_id)
  return {
    world,
    plants: [
      PLANT,
      ...people.flatMap(({ child_key, person_id }) => [person_id, childRef(snapshot, child_key)]),
    ],
    restricted,
    child: { number: first!.person_id, ref: childRef(snapshot, first!.child_key) },
  }
}

/** An answer for each child on each list, and a clinic of South with an action about one of them. */
async function writeAbout(
  { records }: CouncilWorld,
  listed: readonly { list: string; person_id: string; team: string | null }[],
): Promise<void> {
  const person = operator('norchester')
  await recordTransaction(records, allow(person, answerLists), clock, listAnswer, async (open) => {
    for (const { list, person_id, team } of listed)
      await addRecord(open, listAnswer, {
        list,
        subject: person_id,
        rules: '',
        team: team ?? '',
        worker: '',
        reason: 'Court timetable',
        plan: `${PLANT} plan`,
        owner: `${PLANT} owner`,
        checkBackOn: '2015-02-20',
        figuresOn: '2015-01-31',
        answeredAt: open.at,
        answeredBy: `${PLANT} manager`,
      })
  })
  const clinicId = await planClinic(records, allow(person, planClinics), clock, {
    title: 'Clinic of South',
    heldOn: clock.today(),
    startsAt: '',
    chair: 'Head of service',
    attending: '',
    teams: 'South',
    lists: 'drift',
  })
  const about = listed.find(({ list, team }) => list === 'drift' && team === 'South')!
  await recordTransaction(records, allow(person, keepActions), clock, clinicAction, (open) =>
    addRecord(open, clinicAction, {
      clinicId,
      action: `${PLANT} action`,
      owner: 'Head of service',
      dueOn: clock.today(),
      list: about.list,
      subject: about.person_id,
      team: 'South',
      raisedOn: clock.today(),
      closedOn: null,
      closedBy: '',
      outcome: '',
    }),
  )
}
