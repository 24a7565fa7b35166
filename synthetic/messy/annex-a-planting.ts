import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import type { SheetLayout } from '../annex-a/sheet-layout.ts'
import { seededRandom, type Random } from '../random.ts'
import { CELL_FAULTS } from './annex-a-faults.ts'
import { driftedHeaders } from './header-faults.ts'
import { listLayout, twistedLists } from './list-layout.ts'
import { listFault } from './list-planting.ts'
import type { Plant } from './planted.ts'
import { faultRhythm } from './fault-rhythm.ts'
import { ROW_FAULT_NAMES, TAIL_FAULTS, type TailName } from './row-faults.ts'
import { nonListTabs, sheetNames, type MessyBook } from './sheet-faults.ts'

/** Rows between two faults of one kind among whole rows. */
const ROW_GAP = 900

/** Annex A as untidy systems write it. Rows are handed in as the clean file has them, in its order. */
export function annexAFault(seed: number, book: MessyBook, plant: Plant): SheetLayout {
  const random = seededRandom(seed, `mess of annex-a ${book.form} ${book.asAt}`)
  const numbers = ANNEX_A_LISTS.map(({ number }) => number)
  const names = sheetNames(random.fork('names'), book, plant)
  const headers = driftedHeaders(random.fork('headers'))
  const twists = twistedLists(random.fork('twists'), numbers)
  const tails = tailsOf(random.fork('tails'), numbers)
  const titled = random.pick(numbers)
  const rhythms = random.fork('rhythms')
  const cellFaults = CELL_FAULTS.map((fault) => ({ fault, rhythm: faultRhythm(rhythms.fork(fault.id)) }))
  const rowFaults = new Map(ROW_FAULT_NAMES.map((name) => [name, faultRhythm(rhythms.fork(name), ROW_GAP)]))
  const lists = new Map(
    numbers.map((list) => [
      list,
      listFault({
        list,
        file: book.fileOf(names.get(list)!),
        form: book.form,
        random: random.fork(list),
        layout: listLayout(random.fork(`layout ${list}`), headers.get(list)!, twists.get(list)!),
        cellFaults,
        rowFaults,
        tail: tails.get(list)!,
        hasTitleRows: list === titled,
        plant,
      }),
    ]),
  )
  return {
    sheetName: (list) => names.get(list)!,
    opening: (list, title) => lists.get(list)!.opening(title),
    row: (list, cells) => lists.get(list)!.row(cells),
    ending: (list) => lists.get(list)!.ending(),
    tabs: book.form === 'workbook' ? nonListTabs(book, plant) : [],
    hasDateColumns: false,
  }
}

/** One list ends in blank rows alone; each of the lines that close a report stands, after a blank row, under another. */
function tailsOf(random: Random, lists: readonly number[]): Map<number, TailName[]> {
  const tails = new Map<number, TailName[]>(lists.map((list) => [list, []]))
  for (const name of Object.keys(TAIL_FAULTS) as TailName[]) {
    const list = random.pick(lists.filter((list) => tails.get(list)!.length === 0))
    tails.get(list)!.push(...(name === 'blankTail' ? [name, name] : (['blankTail', name] as const)))
  }
  return tails
}
