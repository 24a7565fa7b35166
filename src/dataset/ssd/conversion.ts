import { readHistory } from '../building/history.ts'
import { standardOf } from '../../intake/index.ts'
import { workerRoles } from '../../platform/config.ts'
import { addOwnRoles } from './worker-roles.ts'
import { addMonths, type Day } from '../../platform/day.ts'
import { sqlFile, type Build } from '../building/build.ts'
import type { Conversion } from '../building/conversion.ts'
import { stagingTable } from '../building/staging.ts'
import { ORIGINS } from './origins.ts'

/** Tables of events, each with its day: of several of a child on one day each is told by its number. */
const EVENTS: readonly (readonly [table: string, day: string])[] = [
  ['contacts', 'cont_contact_date'],
  ['early_help_episodes', 'earl_episode_start_date'],
  ['cin_episodes', 'cine_referral_date'],
  ['cin_assessments', 'cina_assessment_start_date'],
  ['cin_plans', 'cinp_cin_plan_start_date'],
  ['cin_visits', 'cinv_cin_visit_date'],
  ['s47_enquiry', 's47e_s47_start_date'],
  ['initial_cp_conference', 'icpc_icpc_date'],
  ['cp_plans', 'cppl_cp_plan_start_date'],
  ['cp_visits', 'cppv_cp_visit_date'],
  ['cp_reviews', 'cppr_cp_review_date'],
  ['missing', 'miss_missing_episode_start_date'],
]

const STEPS = ['./involvement-roles.sql', './workforce.sql', './need.sql', './protection.sql', './care.sql']

/** The field of a child's id; null in tables that are about none. */
const childIdField = (table: string): string | null => {
  const { subject } = standardOf('ssd').tables.find((spec) => spec.table === table)!
  return subject?.endsWith('_person_id') ? subject : null
}

/** The dataset of events: six years of them, with the links between them that the case system has. */
export const ssdConversion: Conversion = {
  source: 'ssd',
  async addSightings(build) {
    await build.run(sqlFile(import.meta.url, './sightings.sql'))
    await build.run(othersSeen())
  },
  async convert(build) {
    for (const [table, day] of EVENTS) await build.run(knownEvents(table, day))
    await build.commit()
    await addOwnRoles(build, workerRoles())
    for (const step of STEPS) await build.run(sqlFile(import.meta.url, step))
    for (const [table] of EVENTS) await build.run(`drop view known_${table}; drop table nth_${table}`)
    await build.run(
      'drop table primary_spell; drop table role_rank; drop table ssd_worker; drop table ssd_team',
    )
  },
  origins: ORIGINS,
  childIdField,
  clockDays: [
    ['ssd/cin_episodes', 'cine_referral_date'],
    ['ssd/cin_assessments', 'cina_assessment_start_date'],
    ['ssd/cin_assessments', 'cina_assessment_auth_date'],
    ['ssd/s47_enquiry', 's47e_s47_start_date'],
    ['ssd/initial_cp_conference', 'icpc_icpc_date'],
  ],
  windowOf,
  tableWindows,
}

/** Numbered without what the rows say, some of which is long: a statement that asks for a column reads it from where it is. */
function knownEvents(table: string, day: string): string {
  const child = childIdField(`ssd/${table}`)
  const staged = stagingTable(`ssd/${table}`)
  return `
    create temp table nth_${table} as
    select person.child_key, told.rowid as seen, row_number() over (partition by person.child_key, ${day} order by told.rowid) as nth
    from ${staged} as told
    join person on person.person_id = told.${child};
    create temp view known_${table} as
    select n.child_key, told.*, n.nth
    from ${staged} as told
    join nth_${table} n on n.seen = told.rowid`
}

/** A child of whom the person table says nothing is a child all the same: known by the id alone. */
function othersSeen(): string {
  const tables = standardOf('ssd').tables.flatMap(({ table }, index) => {
    const child = childIdField(table)
    return child === null || table === 'ssd/person'
      ? []
      : [
          `select ${index + 10} as place, rowid as seen, ${child} as person_id, file, sheet, row_number from ${stagingTable(table)}`,
        ]
  })
  return `
    insert into sighting (place, seen, person_id, file, sheet, row_number)
    select * from (${tables.join(' union all ')}) as others
    where person_id not in (select pers_person_id from ssd_person)`
}

const MONTHS_HELD = 72

/**
 * Six years back, or as far as closed episodes go, or contacts where few have closed; a few months without one end
 * nothing. What was already open then is held too, with its assessments, and lengthens nothing.
 */
async function windowOf(build: Build, asAt: Day): Promise<Day> {
  return atMostSixYears((await readHistory(build, asAt, HISTORY)).cases, asAt)
}

/** Three months of contacts cut no case, and say nothing of the years before them. */
async function tableWindows(build: Build, asAt: Day): Promise<ReadonlyMap<string, Day>> {
  const { contacts } = await readHistory(build, asAt, HISTORY)
  return new Map(contacts === null ? [] : [['contacts', atMostSixYears(contacts, asAt)]])
}

/** The end of an episode: what was open already when the months begin is held with its beginning, but nothing that ended before. */
const HISTORY = { cases: { table: 'cin_episodes', day: 'close_date' } }

function atMostSixYears(from: Day, asAt: Day): Day {
  const earliest = addMonths(asAt, -MONTHS_HELD)
  return from < earliest ? earliest : from
}
