import { Hono } from 'hono'
import {
  accessMigrations,
  allow,
  operator,
  saveCouncil,
  UNNAMED_COUNCIL,
  type Council,
  type Person,
  type WebEnv,
} from '../../src/access/index.ts'
import type { OpenSnapshot } from '../../src/dataset/snapshots/sealed.ts'
import { performanceMigrations } from '../../src/performance/migrations.ts'
import { setTracked } from '../../src/performance/tracker/tracked-measure-store.ts'
import { handbookRoutes } from '../../src/performance/handbook/handbook-routes.tsx'
import type { FigureDeps } from '../../src/performance/pages/figure-deps.ts'
import { measureRoutes } from '../../src/performance/pages/measure-routes.tsx'
import { trackerRoutes } from '../../src/performance/pages/tracker-routes.tsx'
import { stoppedClock } from '../../src/platform/day.ts'
import { NotAllowed, NotFound } from '../../src/platform/errors.ts'
import type { Records } from '../../src/platform/records.ts'
import { measured } from './measured.ts'
import { sqliteStore } from './stores.ts'

const clock = stoppedClock('2015-02-05')
const norchester: Council = {
  ...UNNAMED_COUNCIL,
  id: 'norchester',
  name: 'Norchester City Council',
  demonstration: true,
  population: { '2014': 118000 },
}

/**
 * Twenty-four months to January 2015 of four teams. Each team finishes about twenty assessments a month, one in nine
 * late; North 2 is late with three in five from November on; East has three a month. Forty are open past day 45.
 */
const WORLD = `
insert into person (child_key, person_id, sex, ethnicity, dob)
select i, 'N' || lpad(cast(i as text), 5, '0'), case when i % 2 = 0 then 'F' else 'M' end,
    case when i % 5 = 0 then 'BCRB' else 'WBRI' end, cast('2004-03-01' as date) + cast(i % 900 as integer)
from range(0, 2200) as r (i);

create temp table finished as
with team as (
    select * from (values ('North 1', 20, 0), ('North 2', 20, 500), ('South 1', 20, 1000), ('East', 3, 1500)) as t (team, many, base)
),
place as (
    select t.team, t.base, m.m, n.n, (m.m * 37 + n.n * 61 + t.base) as seed
    from team t, range(0, 24) as m (m), range(0, 20) as n (n)
    where n.n < t.many + (m.m * 7 + t.base) % 3 - case when t.many > 5 then 1 else 0 end
)
select
    team, m, base + (m * 20 + n) % 480 as child_key, team || '-' || m || '-' || n as id,
    least(cast('2013-02-01' as date) + cast(m as integer) * interval 1 month + cast(n as integer) * interval 1 day, timestamp '2015-01-31') as done_on,
    case when seed % 9 = 0 or (team = 'North 2' and m >= 21 and n % 5 < 3) then 80 else 40 end as taken,
    'SW-' || (100 + base / 100 + n % 4) as worker, seed
from place;

insert into cin_assessments (assessment_id, child_key, start_date, child_seen, auth_date, outcome_nfa, team, worker)
select id, child_key, cast(done_on as date) - cast(taken as integer), seed % 11 <> 0, cast(done_on as date), seed % 3 = 0, team, worker
from finished;

insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker)
select 'open-' || i, 1600 + i, cast('2015-01-31' as date) - 90, null, case when i % 2 = 0 then 'North 1' else 'North 2' end, 'SW-101'
from range(0, 40) as r (i);

insert into contacts (contact_id, child_key, contact_date, source_code)
select 'c-' || id, child_key, cast(done_on as date) - 42, '1A' from finished;

insert into referrals (referral_id, child_key, referral_date, source_code, nfa, artificial, team, worker)
select 'r-' || id, child_key, cast(done_on as date) - 41, '1A', false, false, team, worker from finished;

insert into allocation (child_key, worker, team, fte, from_date, to_date)
select 1700 + i, 'SW-' || (100 + i % 20), 'North 1', null, cast('2015-01-31' as date), cast('2015-01-31' as date)
from range(0, 378) as r (i);
drop table finished;
`

const worlds = new Map<string, Promise<OpenSnapshot>>()

/** The figures' world, built once. */
export function figuresSnapshot(): Promise<OpenSnapshot> {
  const known = worlds.get('norchester') ?? measured({ asAt: '2015-01-31', insert: WORLD })
  worlds.set('norchester', known)
  return known
}

export interface FiguresApp {
  records: Records
  /** The pages of figures as this person sees them. */
  as(person: Person): {
    get(path: string): Promise<Response>
    read(path: string): Promise<string>
    /** Sends a form, its proof taken as given. */
    post(path: string, form: Readonly<Record<string, string>>): Promise<Response>
  }
  close(): Promise<void>
}

export async function figuresApp(change: Partial<FigureDeps> = {}): Promise<FiguresApp> {
  const snapshot = await figuresSnapshot()
  const store = await sqliteStore({ ...accessMigrations, ...performanceMigrations })
  const { records } = store
  await saveCouncil(records, clock, norchester)
  await setTracked(records, allow(operator('norchester'), 'targets:write'), [
    { seriesId: 'wf-caseload.mean', ref: 'A1', title: null, target: 16, targetBy: '2015-03-31' },
    { seriesId: 'as-completed-45wd.from_start', ref: 'A2', title: null, target: 90, targetBy: '2015-03-31' },
    { seriesId: 'as-cohort-45wd', ref: 'A3', title: null, target: 88, targetBy: null },
    { seriesId: 'as-open-review-points.gt45', ref: 'A4', title: null, target: 20, targetBy: '2015-03-31' },
    { seriesId: 'as-child-seen.seen', ref: 'A5', title: null, target: 98, targetBy: null },
    { seriesId: 'fd-referrals', ref: 'B2', title: null, target: null, targetBy: null },
    { seriesId: 'fd-rereferrals', ref: 'B3', title: null, target: 22, targetBy: null },
    { seriesId: 's47-icpc-15wd.s47', ref: 'B4', title: null, target: 85, targetBy: null },
  ])
  const deps: FigureDeps = {
    records,
    clock,
    ask: () => Promise.resolve([]),
    pool: { current: (council) => Promise.resolve(council === 'norchester' ? snapshot : null) },
    ...change,
  }
  const as = (person: Person) => {
    const app = new Hono<WebEnv>()
    app.use(async (c, next) => {
      c.set('person', person)
      c.set('frame', {
        councilName: norchester.name,
        brandColour: norchester.brandColour,
        person: { name: person.name, roleTitle: person.name },
        sections: [
          { text: 'Home', href: '/' },
          { text: 'Tracker', href: '/tracker' },
          { text: 'Plan', href: '/plan' },
          { text: 'Board', href: '/board' },
          { text: 'Data', href: '/data' },
        ],
        demonstration: true,
        asAt: '2015-01-31',
        loadedOn: '2015-02-04',
        today: '2015-02-05',
        csrf: 'proof',
      })
      await next()
    })
    app.route('/tracker', trackerRoutes(deps))
    app.route('/measures', measureRoutes(deps))
    app.route('/handbook/measures', handbookRoutes(deps))
    app.onError((error, c) =>
      error instanceof NotFound
        ? c.text('Page not found', 404)
        : error instanceof NotAllowed
          ? c.text('Not allowed', 403)
          : c.text(error.stack ?? error.message, 500),
    )
    const get = async (path: string) => app.request(path)
    const post = async (path: string, form: Readonly<Record<string, string>>) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(form) })
    return { get, post, read: async (path: string) => (await get(path)).text() }
  }
  return { records, as, close: () => store.close() }
}

const someone = (role: Person['role'], scope: Person['scope'], council = 'norchester'): Person => ({
  id: `prs_${role}`,
  council,
  name: role,
  role,
  scope,
})
export const programmeManager = someone('programme_manager', { kind: 'none' })
export const boardMember = someone('board_member', { kind: 'none' })
export const headOfService = someone('head_of_service', { kind: 'everything' })
export const teamManager = someone('team_manager', { kind: 'team', teams: ['North 2'] })
export const elsewhere = someone('head_of_service', { kind: 'everything' }, 'sunderby')
