import { seriesOf } from '../../../src/measures/index.ts'
import { elementsOf, type Element } from '../page-tree.ts'

/** One thing that a page says: of what, and in which words. */
export interface Claim {
  /** `as-completed-45wd.from_start 2015-01`, `as-completed-45wd.from_start target`, `tracker off track`. */
  about: string
  says: string
  where: string
}

export type Said = readonly [about: string, says: string]

export const matches = (text: string, pattern: RegExp, about: string): Said[] =>
  [...text.matchAll(pattern)].map(([, ...said]) => [about, figureOf(said.find(Boolean)!)])

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
export const figureOf = (word: string): string => {
  const lower = word.toLowerCase()
  const index = lower === 'none' ? 0 : NUMBERS.indexOf(lower)
  return index < 0 ? word.replaceAll(',', '') : String(index)
}

export const measureIn = (href: string): string | null => {
  const [, id] = /^\/measures\/([\w.-]+?)(?:\/.*|\?.*|#.*)?$/.exec(href) ?? []
  return (id && seriesOf(id)?.id) ?? null
}

const known = new WeakMap<Element, Set<string>>()

export function measuresIn(element: Element): Set<string> {
  const found = known.get(element)
  if (found) return found
  const linked = new Set<string>()
  for (const { tag, attributes } of elementsOf(element)) {
    const id = tag === 'a' ? measureIn(attributes['href'] ?? '') : null
    if (id) linked.add(id)
  }
  known.set(element, linked)
  return linked
}
