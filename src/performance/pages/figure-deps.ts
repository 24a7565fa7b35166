import type { Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import type { SeriesDefinition } from '../../measures/index.ts'
import type { Services } from '../../platform/room.ts'

/** A use of a measure: in a recommendation, or in a paragraph of the Board report. */
export interface MeasureUse {
  text: string
  href: string
  /** What follows the link: "management oversight". */
  note?: string | undefined
  /** What needs doing about it, in bold: "sentence to agree again". */
  alert?: string | undefined
}

declare module '../../platform/room.ts' {
  interface Questions {
    /** Where a measure is used, of what the person may see. */
    usesOfMeasure: (person: Person, series: SeriesDefinition) => Promise<MeasureUse[]>
  }
}

/** What the pages of figures rest on. The clock is the council's: it dates what is written in the access log. */
export type FigureDeps = Pick<Services, 'records' | 'clock' | 'ask'> & {
  pool: {
    current(council: string): Promise<SealedSnapshot | null>
    /** The extract before it: what was hidden from a reader then stays hidden. */
    earlier?(council: string): Promise<SealedSnapshot | null>
  }
}
