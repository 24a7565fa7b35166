import { choiceOf, optional, repeated, required, words } from '../../platform/definition-file.ts'

/**
 * Which figures must be read together. A share of what was finished says nothing of what nobody has finished, so the
 * page of such a share also shows the same work counted from its start (cohort) and what is still open (stock); where
 * people count one thing in two ways, both are shown.
 */
export interface Companion {
  series: string
  part: 'flow' | 'cohort' | 'stock'
  /** What its picture shows. */
  title: string
  /** The head of its column in the month-by-month table. */
  column: string
  /** Of a stock, what is still to be done, for a sentence: "assessments are still open past day 45". */
  undone: { one: string; many: string; short: string } | null
  /** Whether the figure leaves out what the stock counts. */
  isLeftOut: boolean
  line: number
}

/** What a figure that is not read alone shows in its own picture, and what is shown with it. */
export interface Companions {
  title: string
  readWith: readonly Companion[]
}

/** `as-open-review-points.gt45 (stock)` */
const HEAD = /^([a-z0-9-]+(?:\.[a-z0-9_]+)?) \((flow|cohort|stock)\)$/

export const COMPANION_FIELDS = {
  /** What the measure's own picture shows. */
  'chart title': optional(words),
  'read with': repeated(
    (text, line, { title, column, one, many, short, ...inner }): Companion | null => {
      const [, series, part] = HEAD.exec(text) ?? []
      const undone = one && many && short ? { one, many, short } : null
      if (!series || (!undone && (one ?? many ?? short))) return null
      const isLeftOut = inner['left out'] !== null
      return { series, part: part as Companion['part'], title, column, undone, isLeftOut, line }
    },
    {
      written:
        "a companion is written 'series (flow, cohort or stock)', with all of one, many and short or none",
      inner: {
        title: required(words),
        column: required(words),
        one: optional(words),
        many: optional(words),
        short: optional(words),
        'left out': optional(choiceOf(['yes'])),
      },
    },
  ),
}
