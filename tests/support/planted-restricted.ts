import {
  allow,
  giveChildren,
  listPeople,
  operator,
  restrictChild,
  type Person,
  type Role,
} from '../../src/access/index.ts'
import { childRef } from '../../src/measures/figures/child-ref.ts'
import { listAnswer } from '../../src/oversight/answers/answer.ts'
import { clinicAction } from '../../src/oversight/clinics/clinic-action.ts'
import { bookMeeting } from '../../src/oversight/conferences/meeting-store.ts'
import { keepMeetings } from '../../src/oversight/conferences/permissions.ts'
import { missingEpisode } from '../../src/oversight/missing/episode.ts'
import { keepPolice, recordMissing } from '../../src/oversight/missing/permissions.ts'
import { policeReport } from '../../src/oversight/missing/police.ts'
import { answerLists, keepActions, workTaskforce } from '../../src/oversight/permissions.ts'
import { taskforceCase } from '../../src/oversight/taskforce/taskforce-case.ts'
import { listedChild } from '../../src/oversight/taskforce/taskforce-store.ts'
import { addRecord, recordTransaction } from '../../src/records/index.ts'
import { clock, type CouncilWorld } from './council-world.ts'

/** A child of North 2 and SW-207, whom every role that sees children reaches, and whose record is restricted to one person. */
export interface PlantedRestricted {
  /** What names the child, or was written about them. */
  plants: readonly string[]
  number: string
  ref: string
  /** The addresses of what was written about the child. */
  addresses: readonly string[]
}

const KEY = 900_500
const NUMBER = '666000123'
/** Begins what is written about the child. */
const PLANT = 'zzkept'
/** The one who is named. */
export const NAMED: Role = 'social_worker'

/** On lists of assessments and visits, missing, in need and at a conference: rows of the first council's tables. */
export const RESTRICTED_ROWS = `
  insert into person (child_key, person_id, sex, dob) values (${KEY}, '${NUMBER}', 'M', '2004-03-01');
  insert into referrals (referral_id, child_key, referral_date, artificial, team, worker) values
      ('${PLANT}-r', ${KEY}, '2014-10-01', false, 'North 2', 'SW-207');
  insert into cin_episodes (episode_id, child_key, referral_date, team, worker) values
      ('${PLANT}-e', ${KEY}, '2014-10-01', 'North 2', 'SW-207');
  insert into cin_assessments (assessment_id, child_key, start_date, team, worker) values
      ('${PLANT}-a', ${KEY}, '2014-10-02', 'North 2', 'SW-207');
  insert into allocation (child_key, worker, team, from_date, to_date) values
      (${KEY}, 'SW-207', 'North 2', '2014-10-02', '2015-01-31');
  insert into missing_episodes (episode_id, child_key, start_date, end_date) values
      ('${PLANT}-m', ${KEY}, '2015-01-10', '2015-01-11');
  insert into missing_notifications (missing_notification_id, episode, child_key, missing_from, reported_at) values
      ('${PLANT}-n', '${PLANT}-m', ${KEY}, '2015-01-10 18:00', '2015-01-10 19:00');
  insert into conference_attendance (conference_attendance_id, meeting, child_key, kind, booked_on, team, worker) values
      ('${PLANT}-c', '${PLANT}-meeting', ${KEY}, 'initial', '2015-02-12', 'North 2', 'SW-207');`

/** Restricts the child's record, gives the child to the officer and the auditor, and writes down something of every kind. */
export async function plantRestricted(world: CouncilWorld): Promise<PlantedRestricted> {
  const { records } = world
  const person = operator('norchester')
  const accounts = await listPeople(records, allow(person, 'people:read'))
  const idOf = (role: Role) => accounts.find((one) => one.person.role === role)!.person.id
  const given = (['reviewing_officer', 'auditor'] as const).map((role) => ({
    personId: idOf(role),
    kind: 'child' as const,
    subject: NUMBER,
    from: clock.today(),
    to: null,
    reason: '',
  }))
  await giveChildren(records, clock, allow(person, 'assignments:write'), given)
  await restrictChild(records, clock, allow(person, 'restrictions:write'), {
    child: NUMBER,
    reason: 'Related to a member of staff',
    from: clock.today(),
    people: [idOf(NAMED)],
  })
  const addresses = [
    `/taskforces/${things(world)['taskforce']}/children`,
    ...(await writtenAbout(world, person)),
  ]
  const snapshot = (await world.services.pool.current('norchester'))!
  const ref = childRef(snapshot, KEY)
  return { plants: [NUMBER, ref, PLANT], number: NUMBER, ref, addresses: [...addresses, `/children/${ref}`] }
}

const things = (world: CouncilWorld) => world.ours as unknown as Readonly<Record<string, string>>

async function writtenAbout(world: CouncilWorld, person: Person): Promise<string[]> {
  const { records } = world
  const { taskforce, clinic } = things(world)
  await recordTransaction(records, allow(person, answerLists), clock, listAnswer, async (open) => {
    for (const list of ['assessment-points', 'drift'])
      await addRecord(open, listAnswer, {
        list,
        subject: NUMBER,
        rules: '',
        team: 'North 2',
        worker: 'SW-207',
        reason: 'Court timetable',
        plan: `${PLANT} plan`,
        owner: `${PLANT} owner`,
        checkBackOn: '2015-02-20',
        figuresOn: '2015-01-31',
        answeredAt: open.at,
        answeredBy: `${PLANT} manager`,
      })
  })
  const action = await recordTransaction(records, allow(person, keepActions), clock, clinicAction, (open) =>
    addRecord(open, clinicAction, {
      clinicId: clinic!,
      action: `${PLANT} action`,
      owner: 'Head of service',
      dueOn: clock.today(),
      list: 'drift',
      subject: NUMBER,
      team: 'North 2',
      raisedOn: clock.today(),
      closedOn: null,
      closedBy: '',
      outcome: '',
    }),
  )
  const episode = await recordTransaction(
    records,
    allow(person, recordMissing),
    clock,
    missingEpisode,
    (open) =>
      addRecord(open, missingEpisode, {
        childId: NUMBER,
        episode: `${PLANT}-episode`,
        cared: 'ours',
        livesAt: `${PLANT} home`,
        milesAway: null,
        missingFrom: '2015-02-04T06:00',
        reportedAt: '2015-02-04T07:00',
        reportedBy: 'carer',
        recordedAt: '',
        returnedAt: '',
        team: 'North 2',
        worker: 'SW-207',
      }),
  )
  await recordTransaction(records, allow(person, keepPolice), clock, policeReport, (open) =>
    addRecord(open, policeReport, {
      policeRef: `${PLANT}-police`,
      childId: NUMBER,
      missingFrom: '2015-02-04T06:00',
      cause: null,
    }),
  )
  const listed = await recordTransaction(
    records,
    allow(person, workTaskforce),
    clock,
    taskforceCase,
    (open) =>
      addRecord(
        open,
        taskforceCase,
        listedChild(taskforce!, 'frozen', '2015-01-31', {
          child: NUMBER,
          team: 'North 2',
          worker: 'SW-207',
          openSince: '2014-10-01',
          lastSeenOn: null,
          triage: null,
          taskforceWorker: '',
          givenOn: null,
          authorisedOn: null,
          outcome: null,
        }),
        false,
      ),
  )
  const booked = {
    kind: 'review',
    bookedOn: '2015-02-11',
    startsAt: '10:00',
    place: `${PLANT} hall`,
    chair: '',
  }
  await bookMeeting(
    records,
    allow(person, keepMeetings),
    clock,
    booked as Parameters<typeof bookMeeting>[3],
    [{ childId: NUMBER, team: 'North 2', worker: 'SW-207' }],
  )
  return [
    `/clinics/actions/${action}`,
    `/missing/${episode}`,
    `/taskforces/${taskforce}/children/${listed}`,
    '/diary?from=2015-02-09',
    '/diary.csv?from=2015-02-09',
  ]
}
