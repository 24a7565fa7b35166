import { dayOf, serialOf, type DayNumber } from '../day-number.ts'
import type { SheetCell } from '../annex-a/sheet-layout.ts'
import type { FaultColumn } from './annex-a-column.ts'
import type { CellFault, CleanPlace, ListForm } from './cell-fault.ts'
import type { Expectation } from './planted.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const partsOf = (day: DayNumber): [year: string, month: string, date: string] =>
  dayOf(day).split('-') as [string, string, string]

interface DayFault {
  id: string
  says: string
  write: (day: DayNumber, place: CleanPlace) => SheetCell
  expect: Expectation
  /** Nothing can be made of it. */
  isLost?: boolean
  isOf?: (column: FaultColumn, form: ListForm) => boolean
}

const anyDay = ({ kind }: FaultColumn) => kind === 'day'
const keyDay = ({ isKeyDay }: FaultColumn) => isKeyDay
const otherDay = ({ kind, isKeyDay }: FaultColumn) => kind === 'day' && !isKeyDay

const dayFault = ({ id, says, write, expect, isLost = false, isOf = anyDay }: DayFault): CellFault => ({
  id,
  says,
  isOf,
  write: (cell, place) =>
    typeof cell === 'number'
      ? { written: write(cell, place), reads: isLost ? null : dayOf(cell), expect }
      : null,
})

const inFreeText = (day: DayNumber): string => {
  const [year, month, date] = partsOf(day)
  return `May be ${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}
const partKnown = (day: DayNumber): string => {
  const [year, month] = partsOf(day)
  return `zz/${month}/${year}`
}

/** Dates in the forms that meet in one column, and dates that say more than can be. */
export const DATE_FAULTS: readonly CellFault[] = [
  dayFault({
    id: 'date-serial',
    says: 'A date as the number a spreadsheet holds for it.',
    write: serialOf,
    expect: 'repaired',
  }),
  dayFault({
    id: 'date-iso-text',
    says: 'A date as ISO text, year first.',
    write: (day) => dayOf(day),
    expect: 'accepted',
  }),
  dayFault({
    id: 'date-dashed-text',
    says: 'A date as text with dashes, DD-MM-YYYY.',
    write: (day) => partsOf(day).toReversed().join('-'),
    expect: 'accepted',
  }),
  dayFault({
    id: 'date-british-text',
    says: 'A date as DD/MM/YYYY text in a column of spreadsheet dates.',
    write: (day) => partsOf(day).toReversed().join('/'),
    expect: 'accepted',
    isOf: (column, form) => anyDay(column) && form === 'workbook',
  }),
  dayFault({
    id: 'date-formula',
    says: 'A date that is a formula, with the answer it last had.',
    write(day) {
      const [year, month, date] = partsOf(day).map(Number)
      return { day, formula: `DATE(${year},${month},${date})` }
    },
    expect: 'accepted',
    isOf: (column, form) => anyDay(column) && form === 'workbook',
  }),
  dayFault({
    id: 'date-free-text',
    says: 'A date among other words, so that it may be none.',
    write: inFreeText,
    expect: 'accepted',
    isLost: true,
    isOf: otherDay,
  }),
  dayFault({
    id: 'date-part-known',
    says: 'A date of which only the month is known, zz/MM/YYYY.',
    write: partKnown,
    expect: 'accepted',
    isLost: true,
    isOf: otherDay,
  }),
  dayFault({
    id: 'date-unknown-parts',
    says: 'A date of which no part is known, zz/zz/zzzz.',
    write: () => 'zz/zz/zzzz',
    expect: 'accepted',
    isLost: true,
    isOf: otherDay,
  }),
  dayFault({
    id: 'key-date-free-text',
    says: 'The day the row is about, among other words: the row is about no day that can be read.',
    write: inFreeText,
    expect: 'quarantined',
    isLost: true,
    isOf: keyDay,
  }),
  dayFault({
    id: 'key-date-part-known',
    says: 'The day the row is about, of which only the month is known.',
    write: partKnown,
    expect: 'quarantined',
    isLost: true,
    isOf: keyDay,
  }),
  {
    id: 'date-stand-in',
    says: '01/01/1900 in place of no date.',
    isOf: ({ kind, isKeyDay, list }) => kind === 'day' && !isKeyDay && list === 11,
    write: (cell) => (cell === null ? { written: '01/01/1900', reads: null, expect: 'repaired' } : null),
  },
  {
    id: 'care-before-birth',
    says: 'Care that began before the child was born.',
    isOf: ({ header }) => header === 'Date Started to be Looked After',
    write(cell, { bornOn }) {
      if (typeof cell !== 'number' || bornOn === null) return null
      const day = bornOn - 30
      return day < 0 ? null : { written: { day }, reads: dayOf(day), expect: 'accepted' }
    },
  },
]
