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

/** The age at which each band begins, in years; before the first a child is unborn. */
const AGE_BANDS: readonly (readonly [band: string, from: number])[] = [
  ['under 1', 0],
  ['1-4', 1],
  ['5-9', 5],
  ['10-15', 10],
  ['16-17', 16],
  ['18-20', 18],
  ['21-25', 21],
  ['over 25', 26],
]
const AGE_WORDS: readonly string[] = ['unborn', ...AGE_BANDS.map(([band]) => band)]

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
    ? AGE_WORDS
    : by === 'ethnicity'
      ? ETHNIC_GROUPS.map(([group]) => group)
      : by === 'sex'
        ? SEXES.map(([word]) => word)
        : []

const quoted = (text: string) => `'${text}'`

/** The SQL of a split: of rows of `cases`, named c, which are `case_row`, or it with more columns. */
export interface SplitSql {
  cases: string
  join: string
  /** What cases are grouped by: a text, or an index into `words`; null where it is not recorded. */
  key: string
  words: readonly string[] | null
  /** The split's value as text. */
  value: string
}

const CASES = 'case_row'

const byText = (key: string, join = '', absent = NOT_RECORDED): SplitSql => {
  const value = `coalesce(${key}, '${absent}')`
  return { cases: CASES, join, key: value, words: null, value }
}

/** Grouped by a small number, which for millions of cases takes a fraction of the time of grouping by a text. */
const byWord = (key: string, words: readonly string[], join: string, cases = CASES): SplitSql => ({
  cases,
  join,
  key,
  words,
  value: `case ${key} ${words.map((word, index) => `when ${index} then '${word}'`).join(' ')} else '${NOT_RECORDED}' end`,
})

/** By what is so of each child, worked out once for a child and not once for a case: conditions on `person`, a word each. */
const byPerson = (words: readonly (readonly [word: string, condition: string])[]): SplitSql =>
  byWord(
    'q.word',
    words.map(([word]) => word),
    `left join (
         select child_key, case ${words.map(([, condition], index) => `when ${condition} then ${index}`).join(' ')} end as word
         from person
     ) q on q.child_key = c.child_key`,
  )

/**
 * Days as whole numbers, 32 to a month and 384 to a year, so that an age takes no arithmetic of dates. A child with only an
 * expected day of birth counts as unborn.
 */
const [DAYS_A_MONTH, DAYS_A_YEAR] = [32, 12 * 32]
const BORN = `
  left join (
      select child_key,
          case when dob is not null then (year(dob) * 12 + month(dob)) * ${DAYS_A_MONTH} + day(dob)
              when expected_dob is not null then 99990101 end as born
      from person
  ) b on b.child_key = c.child_key`
// Someone born on 29 February has a birthday on 28 February in a common year.
const DATED_CASES = `(
    select *, cast(month_no as integer) * ${DAYS_A_MONTH} + day(on_date)
        + case when day(on_date) = 28 and month(on_date) = 2 and month(on_date + 1) = 3 then 1 else 0 end as day_no
    from case_row
)`
/** How many bands the child's age has reached on the case's day. */
const AGE = AGE_BANDS.map(([, from]) => `cast(c.day_no - b.born >= ${from * DAYS_A_YEAR} as integer)`).join(
  ' + ',
)

const SPLIT_SQL: Readonly<Record<Split, SplitSql>> = {
  team: byText('c.team'),
  worker: byText('c.worker'),
  detail: byText('c.detail'),
  locality: byText('l.locality', 'left join team_places l on l.team = c.team'),
  ward: byText('w.ward', 'left join child_wards w on w.child_key = c.child_key'),
  age: byWord(`(${AGE})`, AGE_WORDS, BORN, DATED_CASES),
  sex: byPerson(SEXES.map(([word, code]) => [word, `sex = '${code}'`])),
  ethnicity: byPerson(
    ETHNIC_GROUPS.map(([group, codes]) => [group, `ethnicity in (${codes.map(quoted).join(', ')})`]),
  ),
  disability: byPerson([
    ['disabled', `disability = 'yes'`],
    ['not disabled', `disability = 'no'`],
  ]),
  cohort: byText(
    'k.cohort',
    // A condition with "or" would make DuckDB hold every case next to every cohort, instead of those of its child.
    `left join child_cohort k on k.child_key = c.child_key and k.from_date <= c.on_date
         and coalesce(k.to_date, date '9999-12-31') > c.on_date`,
    CLOSED,
  ),
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
