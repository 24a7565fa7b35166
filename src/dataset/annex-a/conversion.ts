import { readHistory } from '../building/history.ts'
import { ANNEX_A_LISTS } from '../../standards/annex-a/lists.ts'
import type { ListSpec } from '../../standards/annex-a/list-spec.ts'
import { addMonths, type Day } from '../../platform/day.ts'
import { sqlFile, type Build } from '../building/build.ts'
import type { Conversion } from '../building/conversion.ts'
import { stagingTable } from '../building/staging.ts'
import { ORIGINS } from './origins.ts'

/** What every list repeats about a child: no part of the event that the row is about. */
const ABOUT_THE_CHILD = ['gender', 'ethnicity', 'date_of_birth', 'age_years', 'disability']

/** Numbered without what the rows say: a statement that asks for a column reads it from where it is. */
const numbersOf = ({ number, table, eventDate }: ListSpec): string => `
    create temp table nth_${number} as
    select person.child_key, listed.rowid as seen, ${eventDate ?? 'null'} as day,
        row_number() over (partition by person.child_key${eventDate === null ? '' : `, ${eventDate}`} order by listed.rowid) as nth
    from ${stagingTable(table)} as listed
    join person on person.person_id = listed.child_id`

/**
 * One list with each event once: the same event on two rows, or in two files, is the first of them (clarification
 * Q18). Two rows of a child and a day that say different things of the event both stand. Only rows that are not the
 * first of their child and day are looked at, of which there are few.
 */
function eventsOf({ number, table, fields, eventDate }: ListSpec): string {
  const event = fields
    .map(({ key }) => key)
    .filter((key) => ![...ABOUT_THE_CHILD, 'child_id', eventDate].includes(key))
  const staged = stagingTable(table)
  return `
    delete from nth_${number} where seen in (
        select a.seen
        from nth_${number} as a
        join nth_${number} as f on f.child_key = a.child_key and f.nth < a.nth ${eventDate === null ? '' : 'and f.day = a.day'}
        join ${staged} as again on again.rowid = a.seen
        join ${staged} as first on first.rowid = f.seen
        where a.nth > 1 ${event.map((key) => `and first.${key} is not distinct from again.${key}`).join(' ')}
    );
    create temp view list_${number} as
    select n.child_key, listed.*, n.nth
    from ${staged} as listed
    join nth_${number} as n on n.seen = listed.rowid`
}

/** Annex A names one visit, one review, one placement: what a list says of a child is what there is to say. */
export const annexAConversion: Conversion = {
  source: 'annex-a',
  addSightings: (build) => build.run(sqlFile(import.meta.url, './sightings.sql')),
  async convert(build) {
    const lists = ANNEX_A_LISTS.filter(({ subject }) => subject === 'child_id')
    for (const list of lists) await build.run(numbersOf(list))
    await build.commit()
    for (const list of lists) await build.run(eventsOf(list))
    await build.run(sqlFile(import.meta.url, './events.sql'))
    for (const { number } of lists) await build.run(`drop view list_${number}; drop table nth_${number}`)
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
  tableWindows,
}

/**
 * The first day whose events the extract promises. Annex A holds six months of contacts and referrals; a council that
 * writes more of them shows it by its rows, so the window goes back over every full month of them; a few months without
 * one end nothing. One old referral of a child who is still open lengthens nothing.
 */
async function windowOf(build: Build, asAt: Day): Promise<Day> {
  return atLeastSixMonths((await readHistory(build, asAt, HISTORY)).cases, asAt)
}

/** Two years of contacts next to six months of cases, or the other way round: each speaks for its own months. */
async function tableWindows(build: Build, asAt: Day): Promise<ReadonlyMap<string, Day>> {
  const { contacts } = await readHistory(build, asAt, HISTORY)
  return new Map(contacts === null ? [] : [['contacts', atLeastSixMonths(contacts, asAt)]])
}

const HISTORY = { cases: { table: 'referrals', day: 'referral_date' }, together: true }

function atLeastSixMonths(from: Day, asAt: Day): Day {
  const sixMonths = addMonths(asAt, -6)
  return from < sixMonths ? from : sixMonths
}
