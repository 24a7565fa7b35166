import type { SheetCell } from '../annex-a/sheet-layout.ts'
import type { CellFault, CleanPlace } from './cell-fault.ts'
import type { Expectation, PlainValue } from './planted.ts'

type Write = (
  value: number,
  place: CleanPlace,
) => { written: SheetCell; reads?: PlainValue; expect: Expectation } | null

const ageFault = (id: string, says: string, write: Write): CellFault => ({
  id,
  says,
  isOf: ({ kind }) => kind === 'age',
  write(cell, place) {
    if (typeof cell !== 'number') return null
    const faulty = write(cell, place)
    return faulty && { reads: cell, ...faulty }
  },
})

const countFault = (id: string, says: string, write: Write): CellFault => ({
  ...ageFault(id, says, write),
  isOf: ({ kind }) => kind === 'count',
})

/** Ages, counts and ids as a spreadsheet, a report or a person makes them. */
export const NUMBER_FAULTS: readonly CellFault[] = [
  ageFault('age-decimal', 'An age with its part of a year.', (age, { random }) =>
    age < 0 ? null : { written: age + random.between(1, 998) / 1000, expect: 'repaired' },
  ),
  ageFault('age-in-years', 'An age in words, as 8.5yrs.', (age) =>
    age < 1 ? null : { written: `${age}.5yrs`, expect: 'repaired' },
  ),
  ageFault('age-in-months', 'An age in months, as 18m.', (age, { random }) =>
    age < 0 || age > 2 ? null : { written: `${age * 12 + random.between(1, 11)}m`, expect: 'repaired' },
  ),
  ageFault('age-under-one', 'The age of a baby as <1.', (age) =>
    age === 0 ? { written: '<1', expect: 'repaired' } : null,
  ),
  ageFault('age-unborn', '-1, which stands for an unborn child, on a child who was born.', (age) =>
    age === 0 ? { written: '-1', reads: -1, expect: 'accepted' } : null,
  ),
  countFault('count-decimal', 'A count as a decimal, 2.0.', (count) => ({
    written: `${count}.0`,
    expect: 'accepted',
  })),
  countFault('count-thousands', 'A count with a comma for its thousands, and far too many of them.', () => ({
    written: '3,000',
    reads: 3000,
    expect: 'accepted',
  })),
  {
    id: 'id-decimal',
    says: 'An id of which a spreadsheet made a number, as 1001.0.',
    isOf: ({ kind }) => kind === 'id',
    write: (cell) =>
      typeof cell === 'string' && /^\d+$/.test(cell)
        ? { written: `${cell}.0`, reads: cell, expect: 'repaired' }
        : null,
  },
]
