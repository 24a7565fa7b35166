import { addMonths, type Day } from '../../platform/day.ts'
import { earliestNearDay } from '../../intake/index.ts'
import type { BuildConnection } from './build.ts'

const EVENTS = {
  contacts: 'contact_date',
  referrals: 'referral_date',
  cin_assessments: 'auth_date',
  s47_enquiry: 'start_date',
} as const

const MIN_MONTHS = 24
const MAX_MONTHS = 72

/**
 * The months to report on: the as-at day's own and those before it, back to the first month with a contact, a
 * referral, a finished assessment or a section 47 enquiry; at least 24 of them and at most 72. One day far before all
 * others in its table is mistyped and decides nothing. Plans and periods of
 * care say nothing here: a source that holds the latest one alone has children who came in ten years ago.
 */
export async function fillReportingMonths(build: BuildConnection, asAt: Day): Promise<void> {
  const shortest = addMonths(asAt, 1 - MIN_MONTHS)
  const longest = addMonths(asAt, 1 - MAX_MONTHS)
  const firsts = [shortest]
  for (const [table, day] of Object.entries(EVENTS)) {
    const rows = await build.all<{ day: Day; count: number }>(
      `select ${day} as day, count(*) as count from ${table} where ${day} is not null group by 1`,
    )
    const first = earliestNearDay(new Map(rows.map(({ day, count }) => [day, count])))
    if (first !== null) firsts.push(first)
  }
  const earliest = firsts.sort()[0]!
  await build.run(
    `insert into reporting_month
     with month as (
         select cast(moment as date) as first_day
         from generate_series(
             date_trunc('month', cast($from as timestamp)), cast(cast($asAt as date) as timestamp), interval 1 month
         ) as months (moment)
     )
     select
         substr(cast(first_day as text), 1, 7),
         first_day,
         least(cast(first_day + interval 1 month as date) - 1, cast($asAt as date))
     from month`,
    { asAt, from: earliest < longest ? longest : earliest },
  )
}
