import type { Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import type { SeriesDefinition } from '../../measures/index.ts'

/** A use of a measure: in a recommendation, or in a paragraph of the Board report. */
export interface UsedIn {
  text: string
  href: string
  /** What follows the link: "management oversight". */
  note?: string | undefined
  /** What needs doing about it, in bold: "sentence to agree again". */
  alert?: string | undefined
}

export interface FigureDeps {
  records: Records
  pool: {
    current(council: string): Promise<SealedSnapshot | null>
    /** The extract before it: what was hidden from a reader then stays hidden. */
    earlier?(council: string): Promise<SealedSnapshot | null>
  }
  /** The council's clock: it dates what is written in the access log. */
  clock: Clock
  /** Rooms above this one list where they use a measure. */
  usedIn?: ((person: Person, series: SeriesDefinition) => Promise<readonly UsedIn[]>) | undefined
  /** The address of a child's page, by the child's opaque ref; no link when absent. */
  childHref?: ((ref: string) => string) | undefined
}
