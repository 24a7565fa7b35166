import { describeFieldShort } from '../measures/index.ts'

/** What a page says of a measure that the files in use cannot answer. */
export interface Unavailable {
  /** "Not available: your files do not give the day the child’s case closed." */
  sentence: string
  /** The reason as it was sealed, with the names of columns. */
  reason: string
}

/**
 * The reason of a measure names columns, and is an output that programs read: a page says it without them. Null for a
 * reason that is about no column.
 */
export function describeUnavailable(reason: string): Unavailable | null {
  if (!/ as loaded (does not hold|leaves blank)/.test(reason)) return null
  const fields = [...reason.matchAll(/\((\w+\.\w+)\)/g)].map(([, field]) => describeFieldShort(field ?? ''))
  if (fields.length === 0) return null
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(fields)
  return { sentence: `Not available: your files do not give ${list}.`, reason }
}
