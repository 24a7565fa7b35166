import { addDays, type Day } from '../../src/platform/day.ts'
import { ASSURANCE_ROWS } from './assurance-rows.ts'
import { CARE_ROWS } from './care-rows.ts'
import { FRONT_DOOR_ROWS } from './front-door-rows.ts'
import { LEAVING_ROWS } from './leaving-rows.ts'
import { NEED_ROWS } from './need-rows.ts'
import { WORKFORCE_ROWS } from './workforce-rows.ts'

const TEAMS = ['North', 'South', null] as const
const SEXES = ['M', 'F', 'U', null] as const
const GROUPS = ['WBRI', 'MWBC', 'AIND', 'BAFR', 'OOTH', 'REFU', null] as const

/**
 * Two years of invented children to 31 January 2015, the same every time: enough of every table for each measure to have
 * cases in most months, teams and groups, with blanks here and there.
 */
export function measureWorld(children = 120): { asAt: Day; insert: string } {
  let seed = 20150131
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  const of = <T>(values: readonly T[]): T => values[random(values.length)]!
  const text = (value: string | null) => (value === null ? 'null' : `'${value}'`)
  const rows = new Map<string, string[]>()
  const add = (table: string, ...cells: (string | number | boolean | null)[]) => {
    const row = `(${cells.map((cell) => (typeof cell === 'string' ? text(cell) : String(cell))).join(', ')})`
    rows.set(table, [...(rows.get(table) ?? []), row])
  }
  for (let child = 1; child <= children; child += 1) {
    const came = addDays('2013-02-01', random(700))
    const [team, worker] = [of(TEAMS), of(['SW-1', 'SW-2', 'SW-3', null])]
    const later = (days: number): Day => addDays(came, days)
    const born = child % 19 === 0 ? null : addDays(came, -random(6500))
    add(
      'person (child_key, person_id, sex, ethnicity, dob, expected_dob)',
      child,
      `P${child}`,
      of(SEXES),
      of(GROUPS),
      born,
      child % 19 === 0 ? later(90) : null,
    )
    add('contacts (contact_id, child_key, contact_date)', `c${child}`, child, came)
    add('contacts (contact_id, child_key, contact_date)', `d${child}`, child, later(30))
    add(
      'referrals (referral_id, child_key, referral_date, artificial, team, worker)',
      `r${child}`,
      child,
      came,
      false,
      team,
      worker,
    )
    add(
      'referrals (referral_id, child_key, referral_date, artificial, team, worker)',
      `s${child}`,
      child,
      later(100 + random(400)),
      false,
      team,
      worker,
    )
    add(
      'cin_episodes (episode_id, child_key, referral_date, close_date, team, worker)',
      `e${child}`,
      child,
      came,
      child % 3 === 0 ? null : later(60 + random(300)),
      team,
      worker,
    )
    add(
      'cin_assessments (assessment_id, child_key, start_date, auth_date, child_seen, team, worker)',
      `a${child}`,
      child,
      later(1),
      child % 5 === 0 ? null : later(20 + random(70)),
      of([true, true, false, null]),
      team,
      worker,
    )
    if (child % 2 === 0) {
      add(
        's47_enquiry (s47_enquiry_id, child_key, start_date, team, worker)',
        `q${child}`,
        child,
        later(5),
        team,
        worker,
      )
      add(
        'initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date, team, worker)',
        `i${child}`,
        `q${child}`,
        child,
        later(15 + random(20)),
        team,
        worker,
      )
      add(
        'cp_plans (cp_plan_id, child_key, start_date, end_date, previous_plans, team, worker)',
        `p${child}`,
        child,
        later(child % 6 === 0 ? -800 : 40),
        child % 4 === 0 ? null : later(100 + random(700)),
        of([0, 0, 1, null]),
        team,
        worker,
      )
    }
    if (child % 4 === 0) {
      add(
        'cla_periods (cla_id, child_key, start_date, end_date, uasc, team, worker)',
        `l${child}`,
        child,
        later(50),
        child % 8 === 0 ? null : later(90 + random(400)),
        of([true, false, null]),
        team,
        worker,
      )
      add('legal_status (child_key, cla_id, legal_status)', child, `l${child}`, of(['C2', 'V2', 'V4']))
    }
    if (worker)
      add(
        'allocation (child_key, worker, team, from_date, to_date)',
        child,
        worker,
        team,
        '2015-01-31',
        '2015-01-31',
      )
  }
  const insert = [...rows]
    .map(([table, values]) => `insert into ${table} values ${values.join(',\n')};`)
    .join('\n')
  return {
    asAt: '2015-01-31',
    insert: `${insert}${FRONT_DOOR_ROWS}${ASSURANCE_ROWS}${NEED_ROWS}${CARE_ROWS}${LEAVING_ROWS}${WORKFORCE_ROWS}`,
  }
}
