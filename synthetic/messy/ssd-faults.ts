import type { CsvFault, CsvStandard } from './csv-planting.ts'

/** One cell for another that says the same. */
const rewritten = (
  id: string,
  says: string,
  isOf: RegExp,
  forms: Readonly<Record<string, string>>,
): CsvFault => ({
  id,
  says,
  isOf,
  expect: 'repaired',
  write: (cell) => (forms[cell] === undefined ? null : { written: forms[cell], reads: cell }),
})

const ETHNICITY = /^ssd_person\.pers_ethnicity$/

const FAULTS: readonly CsvFault[] = [
  rewritten('nobt-letter', 'NOBT under the letter t, which Annex A gives to none.', ETHNICITY, {
    NOBT: 't) NOBT',
  }),
  rewritten('ethnicity-misspelt', 'CNHE for CHNE, as the guidance has it.', ETHNICITY, { CHNE: 'CNHE' }),
  rewritten('ethnicity-older', 'A code of the set before.', ETHNICITY, {
    WBRI: 'A1',
    WIRI: 'A2',
    WOTH: 'A3',
    MWBC: 'B1',
    AIND: 'C1',
    APKN: 'C2',
    BCRB: 'D1',
    BAFR: 'D2',
  }),
  rewritten('sex-numbered', 'A sex by the number of another code set.', /^ssd_person\.pers_sex$/, {
    M: '01',
    F: '02',
  }),
  {
    id: 'code-not-mapped',
    says: 'The message of a report that knew no words for the code.',
    expect: 'repaired',
    isOf: /\.clea_care_leaver_accommodation$/,
    write: (cell) =>
      /^[A-Z]\d?$/.test(cell) ? { written: `Code '${cell}' is not mapped`, reads: cell } : null,
  },
  {
    id: 'factors-object',
    says: 'Factors as an object, as a later release has them, where the others are an array.',
    expect: 'repaired',
    isOf: /\.cinf_assessment_factors_json$/,
    write(cell) {
      const factors = cell.startsWith('["') ? (JSON.parse(cell) as string[]) : null
      return (
        factors && {
          written: JSON.stringify(Object.fromEntries(factors.map((factor) => [factor, 'Yes']))),
          reads: cell,
        }
      )
    },
  },
  {
    id: 'date-part-known',
    says: 'A date of which only the month is known, zz/MM/YYYY.',
    expect: 'accepted',
    isOf: /\.lapp_previous_permanence_order_date$/,
    write(cell) {
      const [, month, year] = /^\d\d\/(\d\d)\/(\d{4})$/.exec(cell) ?? []
      return year === undefined ? null : { written: `zz/${month}/${year}`, reads: null }
    },
  },
  {
    id: 'blank-placeholder',
    says: 'PLACEHOLDER_DATA in a field that the script does not fill.',
    expect: 'repaired',
    isOf: /^ssd_(contacts|cin_episodes|s47_enquiry)\..*_json$|^ssd_person\.pers_common_child_id$/,
    write: (cell) => (cell === '' ? { written: 'PLACEHOLDER_DATA', reads: null } : null),
  },
]

export const SSD: CsvStandard = { name: 'ssd', faults: FAULTS, marked: [] }
