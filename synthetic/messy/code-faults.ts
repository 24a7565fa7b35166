import type { SheetCell } from '../annex-a/sheet-layout.ts'
import type { FaultColumn } from './annex-a-column.ts'
import type { CellFault } from './cell-fault.ts'
import type { Expectation } from './planted.ts'

/** A published code: letters that come before it for the sake of order, the code, and its words. */
interface PublishedParts {
  mark: string
  code: string
  words: string
}

const PUBLISHED = /^([a-z]{1,2}\d?\) )?([A-Z]{1,4}\d{0,2}[A-Z]?|\d[A-F]?|\d{2})(?:(?:: | - )(.+))?$/

function partsOf(text: string): PublishedParts | null {
  const [, mark = '', code, words = ''] = PUBLISHED.exec(text) ?? []
  return code === undefined || text === code ? null : { mark, code, words }
}

const isCode = ({ kind }: FaultColumn) => kind === 'code'

/** The same code, spelt otherwise. */
const spelling = (
  id: string,
  says: string,
  write: (parts: PublishedParts) => string | null,
  isOf: (column: FaultColumn) => boolean = isCode,
): CellFault => ({
  id,
  says,
  isOf: (column) => isCode(column) && isOf(column),
  write(cell) {
    const parts = typeof cell === 'string' ? partsOf(cell) : null
    const written = parts && write(parts)
    return written === null || written === cell ? null : { written, reads: cell, expect: 'repaired' }
  },
})

/** One published cell, written as another council would. */
const rewritten = (
  id: string,
  says: string,
  isOf: (column: FaultColumn) => boolean,
  forms: Readonly<Record<string, SheetCell>>,
): CellFault => ({
  id,
  says,
  isOf: (column) => isCode(column) && isOf(column),
  write(cell) {
    const written = typeof cell === 'string' ? forms[cell] : undefined
    return written === undefined ? null : { written, reads: cell, expect: 'repaired' }
  },
})

/** Something that is none of the codes. */
const lost = (
  id: string,
  says: string,
  isOf: (column: FaultColumn) => boolean,
  written: string,
  from: RegExp = /^/,
  expect: Expectation = 'accepted',
): CellFault => ({
  id,
  says,
  isOf: (column) => isCode(column) && isOf(column),
  write: (cell) => (typeof cell === 'string' && from.test(cell) ? { written, reads: null, expect } : null),
})

const nextLetter = (mark: string): string =>
  `${String.fromCodePoint(97 + ((mark.codePointAt(0)! - 96) % 26))}) `
const named =
  (pattern: RegExp) =>
  ({ header }: FaultColumn) =>
    pattern.test(header)
const YES_NO = { 'a) Yes': 'Y', 'b) No': 'N' }

/** The spellings of coded values that councils send, and what is sent in place of a code. */
export const CODE_FAULTS: readonly CellFault[] = [
  spelling('code-bare', 'The code alone.', ({ code }) => code),
  spelling(
    'code-dashed',
    'The code with a dash and its words, as C1 - Interim care order.',
    ({ code, words }) => (words === '' ? null : `${code} - ${words}`),
  ),
  spelling(
    'code-after',
    'Words in capitals with the code behind them, as INTERIM CARE ORDER [C1].',
    ({ code, words }) => (words === '' ? null : `${words.toUpperCase()} [${code}]`),
  ),
  spelling('code-bracketed', 'The code in brackets, as (Z) With former foster carers.', ({ code, words }) =>
    words === '' ? null : `(${code}) ${words}`,
  ),
  spelling('code-doubled', 'The code twice, as T0 : T0 All types.', ({ code, words }) =>
    words === '' ? null : `${code} : ${code} ${words}`,
  ),
  spelling('letter-lying', 'A letter before the code that is another code’s.', ({ mark, code, words }) =>
    mark === '' || mark.length > 3 ? null : nextLetter(mark) + code + (words === '' ? '' : `: ${words}`),
  ),
  spelling(
    'letter-punctuation',
    'A dash for the colon after the code, as e) PR4 - Private provision.',
    ({ mark, code, words }) => (mark === '' || words === '' ? null : `${mark}${code} - ${words}`),
  ),
  spelling(
    'code-not-mapped',
    'The message of a report that knew no words for the code.',
    ({ code }) => `Code '${code}' is not mapped`,
    named(/Legal Status|Accommodation$/),
  ),
  rewritten('ethnicity-words', 'An ethnicity in words.', named(/^Ethnicity$/), {
    'a) WBRI': 'White  British',
    'b) WIRI': 'White/Irish',
    'd) WOTH': 'Any Other White',
    'e) WROM': 'Gypsy / Roma',
    'f) MWBC': 'White &  Black Caribbean',
    'g) MWBA': 'White and Black African',
    'h) MWAS': 'White and Asian',
    'j) AIND': 'Indian',
    'k) APKN': 'Pakistani',
    'l) ABAN': 'Bangladeshi',
    'q) CHNE': 'Chinese',
  }),
  rewritten('nobt-letter', 'NOBT under the letter t.', named(/^Ethnicity$/), { 's) NOBT': 't) NOBT' }),
  rewritten('gender-letter', 'A gender by its initial.', named(/^Gender$/), {
    'a) Male': 'M',
    'b) Female': 'F',
  }),
  rewritten('gender-number', 'A gender by its old number.', named(/^Gender$/), {
    'a) Male': '1',
    'b) Female': '2',
  }),
  rewritten('gender-numbered', 'A gender by its old number with its word.', named(/^Gender$/), {
    'a) Male': '1 - Male',
    'b) Female': '2 - Female',
  }),
  rewritten('source-words', 'A source in words.', named(/Source$/), {
    'a) 1A: Individual': '1A - Relative/Carer',
    'e) 2A: Schools': 'School [2A]',
    'h) 3B: Health services': 'Health Visitor',
    'q) 6: Police': 'Police',
    't) 9: Anonymous': 'Anonymous',
  }),
  rewritten('abuse-flags', 'A category of abuse as four flags.', named(/Category of Abuse$/), {
    'a) Neglect': 'YNNN',
    'b) Physical abuse': 'NYNN',
    'c) Sexual abuse': 'NNYN',
    'd) Emotional abuse': 'NNNY',
  }),
  rewritten('abuse-two', 'Two categories of abuse in one cell.', named(/Category of Abuse$/), {
    'e) Multiple/not recommended': 'Neglect, Physical',
  }),
  rewritten('status-words', 'A case status in a council’s own short form.', named(/^Case status$/), {
    'a) Looked after child': 'CLA',
    'b) Child Protection plan': 'CPP',
    'c) Child in need plan': 'CIN',
    'e) Closed episode': 'Closed',
  }),
  rewritten('yes-no-initial', 'Y or N.', named(/^/), YES_NO),
  rewritten('yes-no-word', 'Yes or no without its letter.', named(/^/), { 'a) Yes': 'YES', 'b) No': 'no' }),
  rewritten('yes-no-number', 'A flag that became a number, 1.0.', named(/^(?!LA In Touch)/), {
    'a) Yes': '1.0',
    'b) No': '0.0',
  }),
  rewritten('yes-no-true', 'A flag as TRUE or FALSE.', named(/^(?!LA In Touch)/), {
    'a) Yes': 'TRUE',
    'b) No': 'FALSE',
  }),
  rewritten(
    'disability-code',
    'The code of a disability for yes.',
    named(/^Does the Child have a Disability$/),
    {
      'a) Yes': 'LD',
    },
  ),
  {
    id: 'accommodation-suitability',
    says: 'Type and suitability of accommodation in one code, as U1.',
    isOf: named(/^Type of Accommodation$/),
    write(cell) {
      const parts = typeof cell === 'string' ? partsOf(cell) : null
      return parts && { written: `${parts.code}1`, reads: cell, expect: 'repaired' }
    },
  },
  lost('gender-two', 'Two genders in one cell.', named(/^Gender$/), 'a) Male / d) Neither', /^a\)/),
  lost(
    'many-values',
    '#MULTIVALUE, where a report met more than one value.',
    named(/^(Ethnicity|Case status|.*Category of Need)$/),
    '#MULTIVALUE',
  ),
  lost(
    'workflow-text',
    'A step of a workflow in a yes/no column.',
    named(/^Was the child assessed as requiring/),
    'CS Assessment Updated',
  ),
  lost(
    'adult-code',
    'An adult services code.',
    named(/^Primary Need Code$/),
    'PSRMEM - Support with memory and cognition',
  ),
]
