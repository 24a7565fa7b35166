import type { Random } from '../random.ts'
import type { SheetCell, SheetRow } from '../annex-a/sheet-layout.ts'
import type { DriftedHeader } from './header-faults.ts'
import type { Planted } from './planted.ts'

/** What is done to the columns of a list, besides their names. */
const TWISTS = {
  rowNumbers: { quirk: 'column-row-number', says: 'An unnamed first column that numbers the rows from 0.' },
  moved: { quirk: 'columns-moved', says: 'Two columns that have changed places.' },
  extra: { quirk: 'column-extra', says: 'A column that the list does not have.' },
  twice: { quirk: 'header-twice', says: 'A header that stands twice, with the same column under both.' },
} as const satisfies Record<string, Pick<Planted, 'quirk' | 'says'>>
type TwistName = keyof typeof TWISTS

const EXTRA = 'Locality'

/** What a planted header has to say of itself, but for where it is. */
type PlantedHeader = Pick<
  Planted,
  'column' | 'place' | 'quirk' | 'says' | 'was' | 'written' | 'reads' | 'expect'
>

/** The columns of one list as its file has them. */
export interface ListLayout {
  headers: readonly string[]
  planted: readonly PlantedHeader[]
  /** Where a clean column is in the file, from 1. */
  placeOf(cleanPlace: number): number
  /** A row of cells in the clean order, as the file has it; `number` is the row's among the data, from 0. */
  rowOf(cells: readonly SheetCell[], number: number): SheetRow
}

/** Gives each twist two of the lists. */
export function twistedLists(
  random: Random,
  lists: readonly number[],
): ReadonlyMap<number, readonly TwistName[]> {
  const twisted = new Map<number, TwistName[]>(lists.map((list) => [list, []]))
  for (const twist of Object.keys(TWISTS) as TwistName[]) {
    const first = random.pick(lists)
    const second = random.pick(lists.filter((list) => list !== first))
    for (const list of [first, second]) twisted.get(list)!.push(twist)
  }
  return twisted
}

export function listLayout(
  random: Random,
  headers: readonly DriftedHeader[],
  twists: readonly TwistName[],
): ListLayout {
  const order = headers.map((_, place) => place)
  const moved = twists.includes('moved') ? random.between(1, order.length - 2) : null
  if (moved !== null) [order[moved], order[moved + 1]] = [order[moved + 1]!, order[moved]!]
  const lead = twists.includes('rowNumbers') ? 1 : 0
  const twice = twists.includes('twice') ? random.between(1, order.length - 1) : null
  const hasExtra = twists.includes('extra')

  const rowOf = <Cell>(cells: readonly Cell[], first: Cell, blank: Cell, extra: Cell): Cell[] => [
    ...(lead === 1 ? [first] : []),
    ...order.map((place) => cells[place] ?? blank),
    ...(twice === null ? [] : [cells[twice] ?? blank]),
    ...(hasExtra ? [extra] : []),
  ]
  const placeOf = (cleanPlace: number) => order.indexOf(cleanPlace) + 1 + lead
  const written = headers.map((header) => header.written)
  const planted: PlantedHeader[] = []
  for (const { column, written, fault } of headers) {
    if (!fault) continue
    const { header } = column
    const { id, says, expect } = fault
    planted.push({
      column: header,
      place: placeOf(column.index),
      quirk: id,
      says,
      was: header,
      written,
      reads: header,
      expect,
    })
  }
  const twist = (
    name: TwistName,
    place: number,
    header: string,
    was: string | null,
    expect: Planted['expect'],
  ) =>
    planted.push({ column: was ?? header, place, ...TWISTS[name], was, written: header, reads: was, expect })
  if (lead === 1) twist('rowNumbers', 1, '', null, 'ignored')
  for (const place of moved === null ? [] : [moved, moved + 1]) {
    const { column, written } = headers[order[place]!]!
    twist('moved', place + 1 + lead, written, column.header, 'accepted')
  }
  const after = order.length + lead + 1
  if (twice !== null) twist('twice', after, written[twice]!, headers[twice]!.column.header, 'ignored')
  if (hasExtra) twist('extra', after + (twice === null ? 0 : 1), EXTRA, null, 'ignored')
  return {
    headers: rowOf(written, '', '', EXTRA),
    planted,
    placeOf,
    rowOf: (cells, number) => rowOf<SheetCell>(cells, number, null, 'Norchester'),
  }
}
