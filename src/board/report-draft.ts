import type { Day, Instant } from '../platform/day.ts'

export const BLOCK_KINDS = ['paragraph', 'list', 'table', 'chart'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Who did something, and when. */
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

/** One block as it is kept: its text, and what people have settled about it. */
export interface DraftBlock {
  id: string
  kind: BlockKind
  text: string
  /** The role that writes it; empty when none was given it. */
  owner: string
  version: number
  /** The agreement in force, by reference. */
  agreements: ReadonlyMap<string, Agreement>
  /** By the typed figure's key. */
  sources: ReadonlyMap<string, StatedSource>
  /** By the word and the reference it is about. */
  keptWords: ReadonlyMap<string, KeptWord>
}

export interface DraftSection {
  id: string
  heading: string
  /** 1 for a part of the report, 2 and 3 for parts within it. */
  level: number
  /** The recommendation that it reports on. */
  recommendationId: string | null
  blocks: readonly DraftBlock[]
}

/** A report as it is kept, before any figure is looked up. */
export interface Draft {
  id: string
  meetingId: string
  version: number
  subject: string
  author: string
  issuedAt: Instant | null
  sections: readonly DraftSection[]
}

/** `2`, `3.1`, `3.1.2`: the number of each section by its place, in order. */
export function sectionNumbers(sections: readonly Pick<DraftSection, 'level'>[]): string[] {
  const counts: number[] = []
  return sections.map(({ level }) => {
    counts.length = Math.min(counts.length, level)
    while (counts.length < level) counts.push(0)
    counts[level - 1]! += 1
    return counts.join('.')
  })
}
