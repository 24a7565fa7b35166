import type { Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import type { SeriesDefinition } from '../../measures/index.ts'

/** Somewhere that stands on a measure: a recommendation, a paragraph of the Board report. */
export interface UsedIn {
  text: string
  href: string
  /** What follows the link: "management oversight". */
  note?: string | undefined
  /** What needs doing about it, in bold: "sentence to agree again". */
  alert?: string | undefined
}

/** What the pages of figures stand on. */
export interface FigureDeps {
  records: Records
  pool: {
    current(council: string): Promise<SealedSnapshot | null>
    /** The extract before it: what its figures hid from a reader stays hidden. None, when absent. */
    earlier?(council: string): Promise<SealedSnapshot | null>
  }
  /** The council's clock: it dates what is written in the access log. */
  clock: Clock
  /** Rooms above this one say where they use a measure. Nowhere, when absent. */
  usedIn?: ((person: Person, series: SeriesDefinition) => Promise<readonly UsedIn[]>) | undefined
  /** Where a child's own page stands, by the child's opaque ref; no link, when absent. */
  childHref?: ((ref: string) => string) | undefined
}
