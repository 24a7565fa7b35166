import { beforeAll, describe, expect, test } from 'vitest'
import { atBrowser, personOf } from '../../../tests/support/at-browser.ts'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import type { Visitor } from '../../../tests/support/visitor.ts'
import {
  accessMigrations,
  allow,
  operator,
  readAccessLog,
  type Person,
  type Role,
  type Scope,
} from '../../access/index.ts'
import { homeRoutes } from '../../board/home-routes.tsx'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { childRef } from '../../measures/figures/child-ref.ts'
import { stoppedClock } from '../../platform/day.ts'
import { recordMigrations } from '../../records/index.ts'
import { answerTogether } from '../answers/answer-store.ts'
import { oversightMigrations } from '../migrations.ts'
import type { Clinic } from '../clinics/clinic.ts'
import { answerLists } from '../permissions.ts'
import { clinicsPart } from './clinics-part.tsx'
import { fortnightDays } from './fortnight.ts'
import { oversightHome } from './kinds.ts'

/* North: N20417 is 75 working days into an assessment and N20418 is 30; S90001 of South is not theirs to see. */
const insert = `
  insert into person (child_key, person_id, dob) values
    (1, 'N20417', '2007-01-15'), (2, 'N20418', '2010-01-15'), (3, 'N20419', '2011-01-15'), (4, 'S90001', '2012-01-15');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker) values
    ('a1', 1, '2014-10-15', null, 'North', 'SW-1'), ('a2', 2, '2014-12-17', null, 'North', 'SW-1'),
    ('a3', 3, '2014-12-01', '2014-12-20', 'North', 'SW-1'), ('a4', 4, '2014-11-05', null, 'South', 'SW-9');
  insert into allocation (child_key, worker, team, from_date, to_date) values
    (1, 'SW-1', 'North', '2015-01-01', '2015-01-31'), (2, 'SW-1', 'North', '2015-01-01', '2015-01-31'),
    (3, 'SW-1', 'North', '2015-01-01', '2015-01-31'), (4, 'SW-9', 'South', '2015-01-01', '2015-01-31');`

/* Of North: a conference in January without the worker, a review of yesterday not recorded, a conference on Monday. */
const meetings = `
  insert into conference_attendance
    (conference_attendance_id, meeting, child_key, kind, booked_on, held_on, team, worker, worker_attended, chair) values
    ('k1', 'm1', 1, 'initial conference', '2015-01-20', '2015-01-20', 'North', 'SW-1', false, 'IRO-1'),
    ('k2', 'm2', 1, 'review conference', '2015-02-04', null, 'North', 'SW-1', null, 'IRO-1'),
    ('k3', 'm3', 1, 'initial conference', '2015-02-09', null, 'North', 'SW-1', null, 'IRO-1'),
    ('k4', 'm4', 4, 'initial conference', '2015-01-20', '2015-01-20', 'South', 'SW-9', false, 'IRO-2');
  insert into missing_episodes (episode_id, child_key, start_date, end_date, type) values
    ('e1', 2, '2015-01-25', '2015-01-26', 'missing'), ('e4', 4, '2015-01-25', '2015-01-26', 'missing');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured({ asAt: '2015-01-31', insert: `${insert}${meetings}` })
})

const clock = stoppedClock('2015-02-05')
const SCOPES: Partial<Record<Role, Scope>> = {
  social_worker: { kind: 'own', worker: 'SW-1' },
  team_manager: { kind: 'team', teams: ['North'] },
  head_of_service: { kind: 'service', service: 'North', teams: ['North'] },
  reviewing_officer: { kind: 'chaired', children: ['N20417', 'N20419'] },
  auditor: { kind: 'drawn', children: ['N20418'] },
}
const person = (role: Role, scope: Scope = SCOPES[role] ?? { kind: 'none' }): Person => personOf(role, scope)

function homeOf(store: TestStore, who: Person): Visitor {
  const deps = {
    records: store.records,
    clock,
    pool: { current: () => Promise.resolve(snapshot) },
  } as unknown as Parameters<typeof oversightHome>[0]
  return atBrowser(who, { asAt: '2015-01-31', today: '2015-02-05' }, [
    {
      path: '/',
      routes: homeRoutes(deps, oversightHome(deps)),
    },
  ])
}

test('ten working days begin after the figures, and never more than three before today', () => {
  expect(fortnightDays('2015-01-31', '2015-02-05')).toEqual([
    '2015-02-02',
    '2015-02-03',
    '2015-02-04',
    '2015-02-05',
    '2015-02-06',
    '2015-02-09',
    '2015-02-10',
    '2015-02-11',
    '2015-02-12',
    '2015-02-13',
  ])
  expect(fortnightDays('2014-12-31', '2015-02-05')[0]).toBe('2015-02-02')
  expect(fortnightDays('2015-02-05', '2015-02-05')[0]).toBe('2015-02-05')
})

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  describe('the first page', () => {
    test('of each role holds no child outside its scope, and the log says who was shown', async () => {
      const store = await open()
      for (const role of Object.keys(SCOPES) as Role[]) {
        const page = await homeOf(store, person(role)).read('/')
        expect(page, role).toContain('N2041')
        expect(page, role).not.toContain('S90001')
        expect(page, role).not.toContain(childRef(snapshot, 4))
        const { entries } = await readAccessLog(
          store.records,
          allow(operator('norchester'), 'access-log:read'),
          1,
        )
        expect(entries, role).toContainEqual(
          expect.objectContaining({ what: 'cases', subject: 'first page', role }),
        )
      }
      for (const role of ['team_manager', 'reviewing_officer', 'auditor', 'childrens_rights'] as const)
        expect(await homeOf(store, person(role, { kind: 'none' })).read('/'), role).not.toMatch(/N2041|S9000/)
      await store.close()
    })

    test('of a manager begins with the first child without an answer, and follows what is answered', async () => {
      const store = await open()
      const manager = person('team_manager')
      const page = await homeOf(store, manager).read('/')
      expect(page).toContain('Answer for child N20417')
      expect(page).toMatch(/have no answer/)
      expect(page).toContain(`open=${childRef(snapshot, 1)}`)
      await answerTogether(
        store.records,
        allow(manager, answerLists),
        clock,
        (await rowsOf(store, manager)).filter(({ childId }) => childId === 'N20417'),
        { reason: 'Court timetable', plan: 'Heard on 20 February', owner: 'SW-1', checkBackOn: '2015-02-20' },
        '2015-01-31',
      )
      expect(await homeOf(store, manager).read('/')).toContain('Answer for child N20418')
      await store.close()
    })

    test('of a worker shows every child once, those with nothing due as well', async () => {
      const store = await open()
      const page = await homeOf(store, person('social_worker')).read('/')
      expect(page).toContain('Your children, your fortnight')
      expect(page).toContain('of your 3 children')
      expect(page).toContain('Nothing due by 13 February: 1')
      await store.close()
    })

    test('of a reviewing officer begins with attendance to record, and says which reports are to reach families', async () => {
      const store = await open()
      const page = await homeOf(store, person('reviewing_officer')).read('/')
      expect(page).toContain('1 meeting has no attendance recorded.')
      expect(page).toContain('1 report is still to reach families.')
      expect(page).toContain('Record who came to the review conference of 4 February')
      expect(page).toContain('1 working day late, not shared')
      await store.close()
    })

    test('of a worker says which report is late for a family, and of a manager which reason is to be given', async () => {
      const store = await open()
      expect(await homeOf(store, person('social_worker')).read('/')).toContain(
        '1 report is late for a family.',
      )
      const asked = 'Why the allocated worker was not there: 1'
      expect(await homeOf(store, person('team_manager')).read('/')).toContain(asked)
      await store.close()
    })

    test('of a head of service shows a reason that nobody gave in time, of their own service alone', async () => {
      const store = await open()
      const page = await homeOf(store, person('head_of_service')).read('/')
      expect(page).toContain('Why the allocated worker was not there: 1')
      expect(page).toContain('Was due 28 January: give it')
      const early = {
        ...person('head_of_service'),
        scope: { kind: 'service', service: 'South', teams: ['West'] },
      }
      expect(await homeOf(store, early as Person).read('/')).not.toContain('Why the allocated worker')
      await store.close()
    })

    test('of a children’s rights officer begins with the interview to offer, and of managers shows whose clock runs', async () => {
      const store = await open()
      const officer = await homeOf(store, person('childrens_rights', { kind: 'missing' })).read('/')
      expect(officer).toContain('Interviews to offer and hold')
      expect(officer).toContain('Open the first time missing')
      const manager = await homeOf(store, person('team_manager')).read('/')
      expect(manager).toContain('Missing and return interviews: 1')
      expect(await homeOf(store, person('childrens_rights')).read('/')).not.toContain(
        'Missing and return interviews:',
      )
      await store.close()
    })

    test('of a manager has each clinic with one of their teams', () => {
      const clinic = (title: string, teams: string) =>
        ({
          id: title,
          title,
          teams,
          lists: 'drift',
          state: 'planned',
          heldOn: '2015-02-20',
          startsAt: '',
          chair: '',
        }) as unknown as Clinic
      const part = clinicsPart(
        [clinic('Both', 'North\nSouth'), clinic('Other', 'South')],
        { asAt: '2015-01-31', rows: [], children: [] },
        person('team_manager'),
        '2015-02-05',
      )
      expect(part.heading).toBe('Clinics to come: 1')
    })

    test('says who names their children to somebody to whom none was given', async () => {
      const store = await open()
      const officer = person('reviewing_officer', { kind: 'chaired', children: [] })
      expect(await homeOf(store, officer).read('/')).toContain(
        'Nobody has named the children whose meetings you chair.',
      )
      await store.close()
    })
  })
})

async function rowsOf(store: TestStore, who: Person) {
  const { ownWork } = await import('./own-work.ts')
  const deps = {
    records: store.records,
    clock,
    pool: { current: () => Promise.resolve(snapshot) },
  } as unknown as Parameters<typeof ownWork>[0]
  return (await ownWork(deps, who))!.rows.map(({ row }) => row)
}
