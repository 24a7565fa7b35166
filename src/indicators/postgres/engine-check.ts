import type { SealedSnapshot } from '../../dataset/index.ts'
import { availability } from '../figures/availability-read.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { figures } from '../figures/figure-read.ts'
import type { Split } from '../figures/figure.ts'

/** How one series compares on the two engines. */
export interface EngineAgreement {
  id: string
  /** Rows behind its figures, over all months. */
  cases: number
  figures: number
  /** What differs, in words; empty when both engines say the same. Names no child. */
  differences: string[]
}

type Reader = Pick<SealedSnapshot, 'all'>

/**
 * Holds the second engine to the first: of each series whether it is available and why not, every row behind its
 * figures, and every figure, of the council and by these splits.
 */
export async function compareEngines(
  first: SealedSnapshot,
  second: SealedSnapshot,
  splits: readonly Split[] = ['team'],
): Promise<EngineAgreement[]> {
  const [ours, theirs] = [await availability(first), await availability(second)]
  const agreements: EngineAgreement[] = []
  for (const { id, splits: its } of catalogue()) {
    const [a, b] = [ours.get(id), theirs.get(id)]
    if (!a || !b) {
      if (a || b) agreements.push({ id, cases: 0, figures: 0, differences: ['only one engine has it'] })
      continue
    }
    const differences: string[] = []
    const without = ({ no: _, ...told }: typeof a) => JSON.stringify(sorted(told))
    if (without(a) !== without(b)) differences.push(`available: first ${without(a)}, second ${without(b)}`)
    const rows = await rowsOf(first, a.no)
    differences.push(...differing('row', rows, await rowsOf(second, b.no)))
    let count = 0
    for (const by of [undefined, ...splits.filter((split) => its.includes(split))]) {
      const points = await pointsOf(first, id, by)
      count += points.length
      differences.push(
        ...differing(by ? `figure by ${by}` : 'figure', points, await pointsOf(second, id, by)),
      )
    }
    agreements.push({ id, cases: rows.length, figures: count, differences })
  }
  return agreements
}

const sorted = (told: object): object =>
  Object.fromEntries(Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1)))

/** A sum of fractions may differ in its last bits. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(12))

async function rowsOf(reader: Reader, no: number): Promise<string[]> {
  const rows = await reader.all<{ value: number | null }>(
    `select month_no, child_key, case_id, on_date, team, worker, met, value, detail
     from case_row where series_no = $no`,
    { no },
  )
  return rows.map((row) => JSON.stringify(Object.values({ ...row, value: rounded(row.value) })))
}

const pointsOf = async (reader: SealedSnapshot, id: string, by: Split | undefined): Promise<string[]> =>
  (await figures(reader, id, { by })).points.map((point) => JSON.stringify(point))

/** How many are in one of the two alone, each as often as it stands there. */
function differing(what: string, first: readonly string[], second: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const one of first) count.set(one, (count.get(one) ?? 0) + 1)
  for (const one of second) count.set(one, (count.get(one) ?? 0) - 1)
  const many = (sign: number) => [...count.values()].reduce((sum, left) => sum + Math.max(0, sign * left), 0)
  const [more, less] = [many(1), many(-1)]
  return more + less === 0 ? [] : [`${what}: ${more} in the first engine alone, ${less} in the second`]
}
