import { beginBuild, type Build } from '../../src/dataset/building/build.ts'
import { convertSources } from '../../src/dataset/building/converting.ts'
import { openStaging } from '../../src/dataset/building/staging.ts'
import type { AcceptedRow } from '../../src/intake/tables/accepted-row.ts'
import type { Day } from '../../src/platform/day.ts'

/** The end of the year of these returns. */
export const returnDay: Day = '2019-03-31'

export type ReturnRow = [file: string, values: AcceptedRow['values']]

/** Rows of the return's files, in the order in which they are read. `2018/episodes` is in a file of that year. */
export async function convertedReturn(...rows: ReturnRow[]): Promise<Build> {
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  for (const [at, [file, values]] of rows.entries()) {
    const table = `ssda903/${file.replace(/^\d+\//, '')}`
    await staging.accept({ table, file: `${file.replace('/', '-')}.csv`, sheet: file, row: at + 2, values })
  }
  await staging.finish(['ssda903'])
  await convertSources(build, [{ source: 'ssda903', asAt: returnDay, asAtFrom: 'given' }], [])
  return build
}

/** `S 2018-04-10 V2 U6 -> 2018-06-01 X1`: why it began and when, legal status and placement, and the end when it has one. */
export function episode(child: string, said: string, more: AcceptedRow['values'] = {}): ReturnRow {
  const [began, ended] = said.split(' -> ').map((part) => part.split(' '))
  const [RNE, DECOM, LS, PLACE] = began!
  const [DEC, REC] = ended ?? []
  const values = { CHILD: child, DECOM: DECOM!, RNE: RNE!, LS: LS!, CIN: 'N1', PLACE: PLACE! }
  return ['episodes', { ...values, DEC: DEC ?? null, REC: REC ?? null, ...more }]
}

export const inYear = (year: number, [file, values]: ReturnRow): ReturnRow => [`${year}/${file}`, values]
