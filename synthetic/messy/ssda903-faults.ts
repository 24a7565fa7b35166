import type { CsvFault, CsvStandard } from './csv-planting.ts'

const same = (written: string, cell: string) => ({ written, reads: cell })

const FAULTS: readonly CsvFault[] = [
  {
    id: 'rec-open',
    says: 'An open episode that says X1, ended only to begin again, and has no end.',
    expect: 'repaired',
    isOf: /^episodes\.REC$/,
    write: (cell, other) => (cell === '' && other('DEC') === '' ? { written: 'X1', reads: null } : null),
  },
  {
    id: 'blank-null',
    says: 'The word NULL in a blank cell.',
    expect: 'repaired',
    isOf: /\.(DEC|REASON_PLACE_CHANGE|URN|MC_DOB|MIS_END|SDQ_REASON|DATE_PLACED_CEASED|REASON_PLACED_CEASED)$/,
    write: (cell) => (cell === '' ? { written: 'NULL', reads: null } : null),
  },
  {
    id: 'id-decimal',
    says: 'An id of which a spreadsheet made a number, as 1001.0.',
    expect: 'repaired',
    isOf: /\.CHILD$/,
    write: (cell) => (/^\d+$/.test(cell) ? same(`${cell}.0`, cell) : null),
  },
  {
    id: 'flag-decimal',
    says: 'A flag that became a number, 1.0.',
    expect: 'repaired',
    isOf: /\.(MOTHER|CONVICTED|HEALTH_CHECK|IMMUNISATIONS|TEETH_CHECK|HEALTH_ASSESSMENT|SUBSTANCE_MISUSE)$/,
    write: (cell) => (/^[01]$/.test(cell) ? same(`${cell}.0`, cell) : null),
  },
  {
    id: 'postcode-unspaced',
    says: 'A postcode without its space.',
    expect: 'accepted',
    isOf: /\.(HOME|PL)_POST$/,
    write: (cell) => (cell.includes(' ') ? same(cell.replaceAll(' ', ''), cell) : null),
  },
  {
    id: 'postcode-cut',
    says: 'A postcode cut short.',
    expect: 'repaired',
    isOf: /\.PL_POST$/,
    write(cell) {
      const cut = /^\S+ \d/.exec(cell)?.[0]
      return cut === undefined ? null : { written: cut, reads: cut }
    },
  },
  {
    id: 'code-case',
    says: 'A code in small letters.',
    expect: 'repaired',
    isOf: /^(episodes\.(RNE|LS|CIN|PLACE|REC|PLACE_PROVIDER)|header\.ETHNIC|oc3\.ACTIV)$/,
    write: (cell) => (/[A-Z]/.test(cell) ? same(cell.toLowerCase(), cell) : null),
  },
  {
    id: 'upn-short',
    says: 'A unique pupil number that lacks its last character.',
    expect: 'accepted',
    isOf: /^header\.UPN$/,
    write: (cell) => (cell.length === 13 ? { written: cell.slice(0, 12), reads: null } : null),
  },
  {
    id: 'date-iso',
    says: 'A date as ISO text, where the others are DD/MM/YYYY.',
    expect: 'accepted',
    isOf: /\.(DOB|DECOM|REVIEW|MIS_START)$/,
    write(cell) {
      const [, date, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell) ?? []
      return year === undefined ? null : same(`${year}-${month}-${date}`, cell)
    },
  },
  {
    id: 'date-part-known',
    says: 'A date of which only the month is known, zz/MM/YYYY.',
    expect: 'accepted',
    isOf: /\.DATE_PERM$/,
    write: (cell) => (/^\d\d\//.test(cell) ? { written: `zz${cell.slice(2)}`, reads: null } : null),
  },
  {
    id: 'code-filler',
    says: 'Filler in place of a code.',
    expect: 'accepted',
    isOf: /\.(REASON_PLACED_CEASED|ACCOM)$/,
    write: (cell) => (cell === '' ? null : { written: 'XXX', reads: null }),
  },
]

export const SSDA903: CsvStandard = { name: 'ssda903', faults: FAULTS, marked: ['header', 'episodes'] }
