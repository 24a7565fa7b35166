import type { Cell } from '../../dataset/index.ts'
import type { Split } from './figure.ts'

export const NOT_RECORDED = 'Not recorded'

/** The codes of each ethnic group of the census. */
const ETHNIC_GROUPS: readonly (readonly [group: string, codes: readonly string[]])[] = [
  ['White', ['WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM']],
  ['Mixed or Multiple', ['MWBC', 'MWBA', 'MWAS', 'MOTH']],
  ['Asian or Asian British', ['AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE']],
  ['Black, African, Caribbean or Black British', ['BCRB', 'BAFR', 'BOTH']],
  ['Other', ['OOTH']],
  ['Refused or not obtained', ['REFU', 'NOBT']],
]

const AGE_BANDS: readonly (readonly [band: string, upTo: number])[] = [
  ['unborn', -1],
  ['under 1', 0],
  ['1-4', 4],
  ['5-9', 9],
  ['10-15', 15],
  ['16-17', 17],
  ['18-20', 20],
  ['21-25', 25],
]
const OLDEST = 'over 25'
/** The last age with a band of its own. */
const OLDEST_BAND_ENDS = 25

/** The cohort of a child who is in none on the day. */
const CLOSED = 'closed'

const SEXES: readonly (readonly [word: string, code: string])[] = [
  ['female', 'F'],
  ['male', 'M'],
  ['neither', 'I'],
]

/** Every value of a split in its own order; empty for a split that has none. */
export const splitOrder = (by: Split): readonly string[] =>
  by === 'age'
    ? [...AGE_BANDS.map(([band]) => band), OLDEST]
    : by === 'ethnicity'
      ? ETHNIC_GROUPS.map(([group]) => group)
      : by === 'sex'
        ? SEXES.map(([word]) => word)
        : []

const quoted = (text: string) => `'${text}'`

/** The SQL of a split's value for one row of `case_row c`, and the join that it needs. */
interface SplitSql {
  value: string
  join: string
}

/**
 * Whole years on the case's day, in integer arithmetic, which for millions of rows is many times faster than dates. A child
 * with only an expected day of birth counts as unborn.
 */
const AGE = `
  left join (
      select child_key,
          case when dob is not null then year(dob) * 10000 + month(dob) * 100 + day(dob)
              when expected_dob is not null then 99990101 end as born
      from person
  ) b on b.child_key = c.child_key`
// Someone born on 29 February has a birthday on 28 February in a common year.
const ON = `(year(c.on_date) * 10000 + month(c.on_date) * 100 + day(c.on_date)
  + case when month(c.on_date) = 2 and day(c.on_date) = 28 and month(c.on_date + 1) = 3 then 1 else 0 end)`

/**
 * The band of every age from -1 (unborn) on, looked up by index, so that the age is computed once for each case. It is one
 * text because PostgreSQL and DuckDB write lists differently.
 */
const BAND_BY_AGE = Array.from({ length: OLDEST_BAND_ENDS + 3 }, (_, index) => bandOf(index - 1)).join('|')

function bandOf(age: number): string {
  return AGE_BANDS.find(([, upTo]) => age <= upTo)?.[0] ?? OLDEST
}

// "least" and "greatest" ignore null, so an unknown day of birth is handled first.
const ageSql = (): string =>
  `case when b.born is null then '${NOT_RECORDED}' else split_part('${BAND_BY_AGE}', '|',
      cast(least(greatest(floor((${ON} - b.born) / 10000.0), -1), ${OLDEST_BAND_ENDS + 1}) as integer) + 2
  ) end`

const personSql = (whens: readonly string[]): string => `case ${whens.join(' ')} else '${NOT_RECORDED}' end`
const PERSON = 'left join person q on q.child_key = c.child_key'

const SPLIT_SQL: Readonly<Record<Split, SplitSql>> = {
  team: { value: `coalesce(c.team, '${NOT_RECORDED}')`, join: '' },
  worker: { value: `coalesce(c.worker, '${NOT_RECORDED}')`, join: '' },
  detail: { value: `coalesce(c.detail, '${NOT_RECORDED}')`, join: '' },
  locality: {
    value: `coalesce(l.locality, '${NOT_RECORDED}')`,
    join: 'left join team_places l on l.team = c.team',
  },
  ward: {
    value: `coalesce(w.ward, '${NOT_RECORDED}')`,
    join: 'left join child_wards w on w.child_key = c.child_key',
  },
  age: { value: ageSql(), join: AGE },
  sex: {
    value: personSql(SEXES.map(([word, code]) => `when q.sex = '${code}' then '${word}'`)),
    join: PERSON,
  },
  ethnicity: {
    value: personSql(
      ETHNIC_GROUPS.map(
        ([group, codes]) => `when q.ethnicity in (${codes.map(quoted).join(', ')}) then '${group}'`,
      ),
    ),
    join: PERSON,
  },
  disability: {
    value: personSql([
      `when q.disability = 'yes' then 'disabled'`,
      `when q.disability = 'no' then 'not disabled'`,
    ]),
    join: PERSON,
  },
  cohort: {
    value: `coalesce(k.cohort, '${CLOSED}')`,
    // A condition with "or" would make DuckDB hold every case next to every cohort, instead of those of its child.
    join: `left join child_cohort k on k.child_key = c.child_key and k.from_date <= c.on_date
           and coalesce(k.to_date, date '9999-12-31') > c.on_date`,
  },
}

export const splitSql = (by: Split): SplitSql => SPLIT_SQL[by]

/** A list of values as named parameters: the text `$team0, $team1`, and the values by those names. */
export function listParameters(
  name: string,
  values: readonly string[],
): { text: string; parameters: Record<string, Cell> } {
  return {
    text: values.map((_, index) => `$${name}${index}`).join(', '),
    parameters: Object.fromEntries(values.map((value, index) => [`${name}${index}`, value])),
  }
}
