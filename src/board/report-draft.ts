import type { Day, Instant } from '../platform/day.ts'

export type BlockKind = 'paragraph' | 'list' | 'table' | 'chart'

export interface Signed {
  by: string
  at: Instant
}

/** A figure as somebody agreed it. */
export interface Agreement extends Signed {
  ref: string
  shown: string
  numerator: number | null
  denominator: number | null
  asAt: Day | null
  snapshot: string | null
}

export interface StatedSource extends Signed {
  source: string
}

export interface KeptWord extends Signed {
  reason: string
}

/** A stored block: its text, and what people have decided about it. */
export interface DraftBlock {
  id: string
  kind: BlockKind
  text: string
  /** The role that writes it; empty when it has none. */
  owner: string
  version: number
  /** The agreement in force, by reference. */
  agreements: ReadonlyMap<string, Agreement>
  /** By the typed figure's key. */
  sources: ReadonlyMap<string, StatedSource>
  /** By the word and the reference it is about. */
  keptWords: ReadonlyMap<string, KeptWord>
}

interface DraftSection {
  id: string
  heading: string
  /** 1 for a part of the report, 2 and 3 for parts within it. */
  level: number
  /** The recommendation that it reports on. */
  recommendationId: string | null
  blocks: readonly DraftBlock[]
}

/** A stored report, before its figures are looked up. */
export interface Draft {
  id: string
  meetingId: string
  version: number
  subject: string
  author: string
  issuedAt: Instant | null
  sections: readonly DraftSection[]
}

/** The number of each section, in order: `2`, `3.1`, `3.1.2`. */
export function sectionNumbers(sections: readonly Pick<DraftSection, 'level'>[]): string[] {
  const counts: number[] = []
  return sections.map(({ level }) => {
    counts.length = Math.min(counts.length, level)
    while (counts.length < level) counts.push(0)
    counts[level - 1]! += 1
    return counts.join('.')
  })
}
