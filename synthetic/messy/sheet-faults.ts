import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import type { Random } from '../random.ts'
import type { SheetRow } from '../annex-a/sheet-layout.ts'
import type { ListForm } from './cell-fault.ts'
import type { Plant } from './planted.ts'

/** A set of CSVs, or one workbook. */
export interface MessyBook {
  form: ListForm
  /** The day it is as at: each extract of a council has faults of its own. */
  asAt: string
  /** The file that a sheet of this name is in, as `WrittenFile` names it: of a workbook always the same. */
  fileOf(sheetName: string): string
}

/** A sheet of a workbook that is no list. */
interface NonListTab {
  name: string
  rows: readonly SheetRow[]
}

const INVENTED = 'Every child, adopter and worker here is invented.'

/** What councils call the sheets, by list; where nothing is known, by their order. */
const OTHER_NAMES: Readonly<Record<number, string>> = {
  1: 'Contacts',
  2: 'Early Help',
  3: 'Referrals',
  4: 'Assessments',
  5: 'Sec47 and ICPC',
  6: 'Children in Need',
  7: 'Child Protection',
  8: 'Children in Care',
  9: 'Care Leavers',
  10: 'Sheet10',
  11: 'Sheet11',
}

type Style = readonly [fault: string, says: string, name: (list: number) => string]

const STYLES: readonly Style[] = [
  ['sheet-spaced', 'A sheet named List 1 for List_1.', (list) => `List ${list}`],
  [
    'sheet-padded',
    'A sheet whose list has two figures and no capital.',
    (list) => `list_${String(list).padStart(2, '0')}`,
  ],
  ['sheet-by-subject', 'A sheet named after what is in it, or after nothing.', (list) => OTHER_NAMES[list]!],
]

/** Names of the sheets of the lists: each style has some of them, and the others are as Ofsted asks. */
export function sheetNames(random: Random, book: MessyBook, plant: Plant): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  let style = random.between(0, STYLES.length)
  for (const { number } of ANNEX_A_LISTS) {
    const was = `List_${number}`
    const chosen = STYLES[style % (STYLES.length + 1)]
    style += 1
    const name = chosen ? chosen[2](number) : was
    names.set(number, name)
    if (!chosen) continue
    const whole = { row: null, column: null, place: null, was, written: name, reads: was } as const
    const [fault, says] = chosen
    plant({
      file: book.fileOf(name),
      table: `annex-a/${number}`,
      ...whole,
      quirk: fault,
      says,
      expect: 'accepted',
    })
  }
  return names
}

/** The template's own sheets that are no lists, and one that somebody made. */
export function nonListTabs(book: MessyBook, plant: Plant): NonListTab[] {
  const tabs: NonListTab[] = [
    { name: 'FAQ_and_changes', rows: [['Questions and changes'], [INVENTED]] },
    {
      name: 'Guidance',
      rows: [['Guidance'], [INVENTED], ['List', 'What goes in it'], ['List 1', 'Contacts']],
    },
    {
      name: 'Codes_used',
      rows: [['Codes used'], [INVENTED], ['Gender', 'a) Male'], ['Gender', 'b) Female']],
    },
    { name: 'Pivot', rows: [[INVENTED], ['Row Labels', 'Count'], ['North', 12], ['Grand Total', 12]] },
  ]
  for (const { name } of tabs) {
    plant({
      file: book.fileOf(name),
      table: 'annex-a',
      row: null,
      column: null,
      place: null,
      quirk: 'tab-no-list',
      says: 'A sheet that is no list.',
      was: null,
      written: name,
      reads: null,
      expect: 'ignored',
    })
  }
  return tabs
}
