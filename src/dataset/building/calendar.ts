import { DuckDBDateValue, LIST, DATE, listValue, type DuckDBConnection } from '@duckdb/node-api'
import { daysBetween, type Day } from '../../platform/day.ts'
import { reference } from '../../platform/reference.ts'

/** The years whose working days a snapshot knows. */
export const CALENDAR = { from: '1995-01-01', to: '2035-12-31' } as const satisfies Record<string, Day>

/**
 * England's bank holidays of those years, as DuckDB holds days: counted from 1970. They are written down because the
 * library behind `platform/working-days.ts` takes two thirds of a second to answer for so many years, in every load;
 * a test holds every day of the calendar to what it answers.
 */
const holidays = (reference('bank-holidays.json') as Day[]).map(
  (day) => new DuckDBDateValue(daysBetween('1970-01-01', day)),
)

/** Fills `calendar`: one row per day, working days counted from the first. */
export async function fillCalendar(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `insert into calendar
     with holiday as (
         select unnest($holidays) as day
     ),
     day as (
         select cast(moment as date) as day
         from generate_series(timestamp '${CALENDAR.from}', timestamp '${CALENDAR.to}', interval 1 day) as days (moment)
     ),
     marked as (
         select day, isodow(day) < 6 and holiday.day is null as is_working_day
         from day left join holiday using (day)
     ),
     counted as (
         select day, is_working_day,
             cast(sum(case when is_working_day then 1 else 0 end) over (order by day rows unbounded preceding) as integer) as working_days
         from marked
     )
     select day, is_working_day, working_days, working_days + case when is_working_day then 0 else 1 end
     from counted`,
    { holidays: listValue(holidays) },
    { holidays: LIST(DATE) },
  )
}
