import type { Cell } from '../../dataset/index.ts'
import type { Split } from './figure.ts'

/** What a case without a value of a split stands under. */
export const NOT_RECORDED = 'Not recorded'

/** Every value that an ethnic group's codes stand for, in the groups of the census. */
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
/** The last age that has a band of its own. */
const OLDEST_BAND_ENDS = 25

/** Of a child in none of the cohorts on the day. */
const CLOSED = 'closed'

const SEXES: readonly (readonly [word: string, code: string])[] = [
  ['female', 'F'],
  ['male', 'M'],
  ['neither', 'I'],
]

/** Every value of a split in the order in which it is read, where the split has an order of its own. */
export const splitOrder = (by: Split): readonly string[] =>
  by === 'age'
    ? [...AGE_BANDS.map(([band]) => band), OLDEST]
    : by === 'ethnicity'
      ? ETHNIC_GROUPS.map(([group]) => group)
      : by === 'sex'
        ? SEXES.map(([word]) => word)
        : []

const quoted = (text: string) => `'${text}'`

/** How a split's value is read for one row of `case_row c`: its SQL, and what must be joined for it. Constants of ours. */
export interface SplitSql {
  value: string
  join: string
}

/**
 * Whole years on the case's day, worked out in whole numbers: of millions of rows that is many times as quick as days.
 * Who is not born yet is so however far off the day is.
 */
const AGE = `
  left join (
      select child_key,
          case when dob is not null then year(dob) * 10000 + month(dob) * 100 + day(dob)
              when expected_dob is not null then 99990101 end as born
      from person
  ) b on b.child_key = c.child_key`
// Someone born on 29 February has a birthday on 28 February in a common year (Q12c).
const ON = `(year(c.on_date) * 10000 + month(c.on_date) * 100 + day(c.on_date)
  + case when month(c.on_date) = 2 and day(c.on_date) = 28 and month(c.on_date + 1) = 3 then 1 else 0 end)`

/**
 * The band of every age from before birth to the first past the bands, looked up by its place, so that the age is worked
 * out once for each case; as one text, because PostgreSQL and DuckDB write lists differently.
 */
const BAND_BY_AGE = Array.from({ length: OLDEST_BAND_ENDS + 3 }, (_, at) => bandOf(at - 1)).join('|')

function bandOf(age: number): string {
  return AGE_BANDS.find(([, upTo]) => age <= upTo)?.[0] ?? OLDEST
}

// An unknown day of birth is no age: "least" and "greatest" would pass over it.
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
    join: `left join child_cohort k on k.child_key = c.child_key and k.from_date <= c.on_date
           and (k.to_date is null or k.to_date > c.on_date)`,
  },
}

/** How a split is read for one row of `case_row c`. */
export const splitSql = (by: Split): SplitSql => SPLIT_SQL[by]

/** A list of values as named parameters: the text `$team0, $team1`, and the values by those names. */
export function listParameters(
  name: string,
  values: readonly string[],
): { text: string; parameters: Record<string, Cell> } {
  return {
    text: values.map((_, at) => `$${name}${at}`).join(', '),
    parameters: Object.fromEntries(values.map((value, at) => [`${name}${at}`, value])),
  }
}
