import type { Day } from '../../platform/day.ts'
import { timeDue, type TimedNote } from './clock.ts'
import type { ChildEvent, ChildSpell, Flag, Lane, Source, Timeline } from './event.ts'

export interface HasSource {
  file: string | null
  sheet: string | null
  row_number: number | null
}

const sourceOf = ({ file, sheet, row_number: row }: HasSource): Source | null =>
  file !== null && row !== null ? { file, sheet, row } : null

export const NO_TIMING: TimedNote = { state: null, note: '' }

/** Of a visit at which the child was not seen. */
export const NOT_SEEN: Flag = {
  text: 'Visited, child not seen',
  rule: 'A visit at which the row says that the child was not seen',
}

/** Events and spells of one child, as they are found. */
export class TimelineBuilder implements Timeline {
  readonly events: ChildEvent[] = []
  readonly spells: ChildSpell[] = []
  readonly asAt: Day

  constructor(asAt: Day) {
    this.asAt = asAt
  }

  addEvent(
    lane: Lane,
    on: Day | null,
    what: string,
    row: HasSource,
    timing: TimedNote & { flag?: Flag | undefined } = NO_TIMING,
  ): void {
    if (on === null) return
    const note = on > this.asAt && timing.note === '' ? 'Dated after the data end' : timing.note
    const { state, flag } = timing
    this.events.push({ on, lane, what, state, note, source: sourceOf(row), ...(flag && { flag }) })
  }

  addDue(lane: Lane, on: Day, what: string): void {
    this.events.push({ on, lane, what, ...timeDue(on, this.asAt), source: null })
  }

  addSpell(lane: Lane, what: string, from: Day, to: Day | null, limitOn: Day | null = null): void {
    this.spells.push({ lane, what, from, to, limitOn })
  }

  isOpen = (from: Day, to: Day | null): boolean => from <= this.asAt && (to === null || to > this.asAt)
}

export const withWords = (words: string, more: string | null): string => (more ? `${words}: ${more}` : words)
