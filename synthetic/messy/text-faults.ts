import type { CellFault } from './cell-fault.ts'
import type { FaultColumn } from './annex-a-column.ts'
import type { Expectation } from './planted.ts'

const isText = ({ kind }: FaultColumn) => kind === 'words' || kind === 'code'

/** A fault of the letters a text is made of: it says the same, unless `reads` says otherwise. */
const textFault = (
  id: string,
  says: string,
  isOf: (column: FaultColumn) => boolean,
  write: (text: string) => string | null,
  expect: Expectation,
): CellFault => ({
  id,
  says,
  isOf,
  write(cell) {
    const written = typeof cell === 'string' ? write(cell) : null
    return written === null || written === cell ? null : { written, reads: cell, expect }
  },
})

const blankWord = (id: string, word: string): CellFault => ({
  id,
  says: `${word} where there is nothing to say.`,
  isOf: ({ isKeyDay, kind }) => !isKeyDay && kind !== 'id',
  write: (cell) => (cell === null ? { written: word, reads: null, expect: 'repaired' } : null),
})

const postcode = ({ kind }: FaultColumn) => kind === 'postcode'

/** Spaces, quotes and dashes that are not what they seem, words for nothing, and postcodes. */
export const TEXT_FAULTS: readonly CellFault[] = [
  textFault(
    'hard-space',
    'A non-breaking space in a name.',
    ({ kind }) => kind === 'words',
    (text) => (text.includes(' ') ? text.replace(' ', '\u00a0') : null),
    'repaired',
  ),
  textFault(
    'spaces-doubled',
    'Two spaces for one, and one at the end.',
    ({ kind }) => kind === 'words',
    (text) => (text.includes(' ') ? `${text.replace(' ', '  ')} ` : null),
    'accepted',
  ),
  textFault(
    'quote-straightened',
    'A straight quote for a curly one.',
    isText,
    (text) => text.replaceAll(/[‘’]/g, "'"),
    'accepted',
  ),
  textFault(
    'quote-stray',
    'An opening quote that nothing closes.',
    ({ header }) => header.endsWith('Source'),
    (text) => `‘${text}`,
    'repaired',
  ),
  textFault(
    'mojibake',
    'UTF-8 that was read as windows-1252: â€™ for an apostrophe.',
    isText,
    (text) => text.replaceAll('’', 'â€™'),
    'repaired',
  ),
  textFault(
    'raw-dash',
    'The raw character 0x96 for a dash.',
    ({ kind }) => kind === 'code',
    (text) => (/ - /.test(text) ? text.replace(' - ', ' \u0096 ') : null),
    'repaired',
  ),
  textFault(
    'upper-case',
    'A code in capitals.',
    ({ kind }) => kind === 'code',
    (text) => text.toUpperCase(),
    'accepted',
  ),
  textFault(
    'postcode-unspaced',
    'A postcode without its space.',
    postcode,
    (text) => text.replaceAll(' ', ''),
    'accepted',
  ),
  {
    id: 'postcode-cut',
    says: 'A postcode cut short.',
    isOf: postcode,
    write(cell) {
      const cut = typeof cell === 'string' ? /^\S+ \d/.exec(cell)?.[0] : undefined
      return cut === undefined ? null : { written: cut, reads: cut, expect: 'repaired' }
    },
  },
  {
    id: 'postcode-none',
    says: 'A word where a postcode should be.',
    isOf: postcode,
    write: (cell) => (typeof cell === 'string' ? { written: 'nope', reads: null, expect: 'accepted' } : null),
  },
  blankWord('blank-lookup', '#N/A'),
  blankWord('blank-null', 'NULL'),
  blankWord('blank-dash', '-'),
  blankWord('blank-words', 'N/A'),
  blankWord('blank-nan', 'nan'),
  blankWord('blank-placeholder', 'PLACEHOLDER_DATA'),
]
