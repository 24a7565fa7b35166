import { ANNEX_A_LISTS } from '../../standards/annex-a/lists.ts'
import type { ListSpec } from '../../standards/annex-a/list-spec.ts'
import { addMonths, type Day } from '../../platform/day.ts'
import { sqlFile, type Build } from '../building/build.ts'
import type { Conversion } from '../building/conversion.ts'
import { stagingTable } from '../building/staging.ts'
import { ORIGINS } from './origins.ts'

/** What every list repeats about a child: no part of the event that the row is about. */
const ABOUT_THE_CHILD = ['gender', 'ethnicity', 'date_of_birth', 'age_years', 'disability']

/**
 * One list with each event once: the same event on two rows, or in two files, is the first of them (clarification
 * Q18). Two rows of a child and a day that say different things of the event both stand. Only rows that are not the
 * first of their child and day are looked at, of which there are few.
 */
function eventsOf(list: ListSpec): string {
  const event = list.fields
    .map(({ key }) => key)
    .filter((key) => ![...ABOUT_THE_CHILD, 'child_id', list.eventDate].includes(key))
  const sameDay = ['child_key', list.eventDate].filter((key) => key !== null)
  const same = [
    ...sameDay.map((key) => `first.${key} = again.${key}`),
    ...event.map((key) => `first.${key} is not distinct from again.${key}`),
  ]
  return `
    create temp table list_${list.number} as
    select person.child_key, listed.*,
        row_number() over (partition by ${sameDay.join(', ')} order by listed.rowid) as nth
    from ${stagingTable(list.table)} as listed
    join person on person.person_id = listed.child_id;
    delete from list_${list.number} where rowid in (
        select again.rowid
        from list_${list.number} as again
        join list_${list.number} as first on first.nth < again.nth and ${same.join(' and ')}
        where again.nth > 1
    )`
}

/** Annex A names one visit, one review, one placement: what a list says of a child is what there is to say. */
export const annexAConversion: Conversion = {
  source: 'annex-a',
  addSightings: (build) => build.run(sqlFile(import.meta.url, './sightings.sql')),
  async convert(build) {
    const lists = ANNEX_A_LISTS.filter(({ subject }) => subject === 'child_id')
    for (const list of lists) await build.run(eventsOf(list))
    await build.run(sqlFile(import.meta.url, './events.sql'))
    // They hold every row a second time: what they take is wanted for the measures.
    for (const { number } of lists) await build.run(`drop table list_${number}`)
  },
  origins: ORIGINS,
  childIdField: (table) => (table === 'annex-a/11' ? null : 'child_id'),
  clockDays: [
    ['annex-a/3', 'referral_date'],
    ['annex-a/4', 'assessment_start_date'],
    ['annex-a/4', 'assessment_authorised_date'],
    ['annex-a/5', 's47_start_date'],
    ['annex-a/5', 'icpc_date'],
  ],
  windowOf,
}

/**
 * The first day whose events the extract promises. Annex A holds six months of contacts and referrals; a council that
 * writes more of them shows it by its rows, so the window goes back over every month, without a gap, that has a contact or a referral. One old
 * referral of a child who is still open lengthens nothing.
 */
async function windowOf(build: Build, asAt: Day): Promise<Day> {
  const sixMonths = addMonths(asAt, -6)
  const months = await build.all<{ first_day: Day }>(
    `select distinct cast(date_trunc('month', day) as date) as first_day
     from (select contact_date as day from contacts union all select referral_date from referrals) as front_door
     where day <= cast($asAt as date)
     order by first_day desc`,
    { asAt },
  )
  let from = `${asAt.slice(0, 7)}-01` as Day
  for (const { first_day } of months) {
    if (first_day < addMonths(from, -1)) break
    from = first_day
  }
  return from < sixMonths ? from : sixMonths
}
