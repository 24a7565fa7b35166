import { reference } from '../../platform/reference.ts'
import type { Areas } from './area.ts'
import type { PackedItems } from './packed-figures.ts'

/** What a fresh install compares with. `scripts/make-benchmarks.mjs` makes both files from the department's. */
interface Shipped extends Areas {
  source: string
  licence: string
  items: PackedItems
  /**
   * Figures of the year before the file's first, from the release that still held it: England's, and the one
   * authority's whose report this workbench grew from.
   */
  earlier: PackedItems
  notes: readonly { item: string; area: string; year: number; text: string }[]
}

let read: Shipped | null = null

/** Read once, when something is first compared: most commands compare nothing. */
export function shipped(): Shipped {
  read ??= {
    ...(reference('shipped-areas.json') as Omit<Shipped, 'items' | 'earlier' | 'notes'>),
    items: reference('shipped-figures.json') as PackedItems,
    ...(reference('earlier-figures.json') as Pick<Shipped, 'earlier' | 'notes'>),
  }
  return read
}
