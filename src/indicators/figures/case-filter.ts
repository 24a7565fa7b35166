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

/** The SQL of a split's value for one row of `measure_case c`. Constants of ours alone. */
export function splitSql(by: Split): string {
  if (['team', 'worker', 'locality', 'ward', 'disability', 'cohort', 'detail'].includes(by))
    return `coalesce(c.${by}, '${NOT_RECORDED}')`
  const cases =
    by === 'age'
      ? [
          ...AGE_BANDS.map(([band, upTo]) => `when c.age <= ${upTo} then '${band}'`),
          `when c.age > 25 then '${OLDEST}'`,
        ]
      : by === 'sex'
        ? SEXES.map(([word, code]) => `when c.sex = '${code}' then '${word}'`)
        : ETHNIC_GROUPS.map(
            ([group, codes]) => `when c.ethnicity in (${codes.map(quoted).join(', ')}) then '${group}'`,
          )
  return `case ${cases.join(' ')} else '${NOT_RECORDED}' end`
}

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
