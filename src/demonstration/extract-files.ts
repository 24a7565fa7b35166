import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  annexAWorkbook,
  simulateAdopters,
  simulateFamilies,
  smallCouncil,
  takeExtract,
  workforceOf,
  type AnnexALists,
} from '../generator/index.ts'
import { sayDay, type Day } from '../platform/day.ts'
import type { PeopleScope } from './people.ts'

/** Three extracts of one day: the same children, with what was recorded late added from one to the next. */
const EXTRACTS: readonly { file: string; recordedTo: Day; loadedAt: string | null }[] = [
  { file: 'Annex_A_2015_Jan_v1.xlsx', recordedTo: '2015-02-02', loadedAt: '2015-02-02T17:12:00.000Z' },
  { file: 'Annex_A_2015_Jan_v2.xlsx', recordedTo: '2015-02-04', loadedAt: '2015-02-04T09:02:00.000Z' },
  // Left for whoever tries Waymark to bring in themselves.
  { file: 'Annex_A_2015_Jan_v3.xlsx', recordedTo: '2015-02-05', loadedAt: null },
]

export interface ExtractFiles {
  /** To be loaded, in order, with the instant of each load. */
  loads: readonly { path: string; loadedAt: string }[]
  people: PeopleScope
}

/** Simulates the council and writes its workbooks into a folder, with a page that says what they are. */
export async function writeExtracts(folder: string, council: string, seed: number): Promise<ExtractFiles> {
  const plan = smallCouncil(seed)
  // The small council is lived once and read three times.
  const families = [...simulateFamilies(plan, workforceOf(plan))]
  const adopters = [...simulateAdopters(plan, families)]
  await mkdir(folder, { recursive: true })
  const loads: { path: string; loadedAt: string }[] = []
  let people: PeopleScope | null = null
  for (const { file, recordedTo, loadedAt } of EXTRACTS) {
    const { asAt, shownFrom, from } = plan
    const title = { council, asAt, shownFrom, from, recordedTo }
    const lists = takeExtract(families, adopters, title)
    const path = join(folder, file)
    await writeFile(path, await annexAWorkbook(lists, title))
    if (loadedAt !== null) loads.push({ path, loadedAt })
    people = scopesFrom(lists)
  }
  await writeFile(join(folder, 'README.txt'), readme(council))
  return { loads, people: people! }
}

const readme = (council: string): string =>
  [
    `Annex A workbooks of ${council}. The council, its children and its workers are invented.`,
    '',
    'All three are as at 31 January 2015. They differ by what was recorded late:',
    '',
    ...EXTRACTS.map(
      ({ file, recordedTo, loadedAt }) =>
        `  ${file}  taken on ${sayDay(recordedTo)}${loadedAt === null ? ': not loaded yet' : ': loaded'}`,
    ),
    '',
    'To see what a late record does to a report, sign in as the data team, open Data, and bring in',
    'Annex_A_2015_Jan_v3.xlsx, or run:  npx waymark import data/demonstration/Annex_A_2015_Jan_v3.xlsx',
    'Then open the report of 10 February: each sentence whose figure has moved says what it was and what it is now.',
    '',
  ].join('\r\n')

const CHAIRED = 24
const DRAWN = 6

/** Whose children the demonstration's people may open, found in the lists as a council would find them. */
function scopesFrom(lists: AnnexALists): PeopleScope {
  const column = (list: number, fromRight: number) =>
    lists.get(list)!.map((row) => [String(row[0]), String(row.at(-fromRight)), row] as const)
  const held = new Map<string, number>()
  for (const [, worker, row] of column(6, 1)) {
    const isOpen = row[9] === null
    if (isOpen && row.at(-2) === 'North 2') held.set(worker, (held.get(worker) ?? 0) + 1)
  }
  const busiest = [...held].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0] as const)[0]
  const distinct = (ids: readonly string[]) => [...new Set(ids)]
  const openPlans = column(7, 1).filter(([, , row]) => row[12] === null)
  const inCare = column(8, 1).filter(([, , row]) => row[19] === null)
  return {
    busiestWorker: busiest,
    chaired: distinct([...openPlans, ...inCare].map(([id]) => id)).slice(-CHAIRED),
    drawn: distinct(inCare.map(([id]) => id)).slice(0, DRAWN),
  }
}
