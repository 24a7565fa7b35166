import { seriesOf } from '../../../src/measures/index.ts'
import type { CrawledPage } from '../crawl.ts'
import {
  elementsOf,
  first,
  hasClass,
  isBlock,
  ownText,
  pageTree,
  visibleText,
  type Element,
} from '../page-tree.ts'
import { figureOf, matches, measureIn, measuresIn, type Claim, type Said } from './claim.ts'
import { csvClaims, jsonClaims } from './answer-claims.ts'
import { changesFor, lists, sections, teamsThatDiffer } from './list-claims.ts'
import { sentenceClaims, wordClaims } from './sentence-claims.ts'

/** What a page says of figures and verdicts, in whatever words. */
export function claimsOf(page: CrawledPage): Claim[] {
  if (page.status !== 200) return []
  const where = `${page.role} ${page.path}`
  if (page.type === 'text/csv') return csvClaims(page, where)
  if (page.type === 'application/json') return jsonClaims(page, where)
  if (page.type !== 'text/html') return []
  const top = pageTree(page.body)
  const main = first(top, ({ tag }) => tag === 'main') ?? top
  const claim = ([about, says]: readonly [string, string]): Claim => ({ about, says, where })
  const strip = first(top, (element) => hasClass(element, 'wm-strip'))
  return [
    ...matches(strip ? visibleText(strip) : '', /Figures as at (\d+ \w+ \d{4})/g, 'as at'),
    ...pageClaims(visibleText(main)),
    ...stated(main),
    ...blocks(main, page.path),
    ...sections(main),
    ...lists(main, page),
    ...teamsThatDiffer(main, page.path),
    ...changesFor(main, page.path),
  ].map(claim)
}

/** Counts of the whole council that several pages give. */
function pageClaims(text: string): Said[] {
  const groups = ['off track', 'hit or miss', 'on track', 'watched', 'cannot tell yet']
  return [
    ...groups.flatMap((group) =>
      matches(text, new RegExp(`\\b(\\d+)(?: of \\d+)? ${group}\\b`, 'gi'), `measures ${group}`),
    ),
    ...matches(text, /^(\d+) measures$|Of (\d+) measures,/gm, 'measures tracked'),
    ...matches(text, /(?:^|measures, )(\w+) (?:is|are) getting worse/gim, 'measures getting worse'),
    ...matches(text, /\b(\w+) (?:is|are) getting better/gi, 'measures getting better'),
    ...matches(text, /\b(\w+) (?:of \d+ )?actions? (?:is|are )?red\b/gi, 'actions red'),
    ...matches(text, /\b(\d+) red, \d+ at the last Board/g, 'actions red'),
    ...matches(text, /\bof (\d+) actions red/g, 'actions'),
    ...matches(text, /\b(\d+) actions under/g, 'actions'),
    ...matches(text, /\b(\w+) faults? in (?:itself|the plan)/g, 'faults of the plan'),
    ...matches(text, /plan checks itself: (\d+) faults?/g, 'faults of the plan'),
    ...matches(
      text,
      /^(?:Nothing stops these figures: )?of ([\d,]+) rows|It holds ([\d,]+) rows/gim,
      'rows in use',
    ),
    ...matches(text, /(\w+) things? stops? the Board report/g, 'things to resolve in the report'),
    ...matches(text, /report has (\w+) things? to resolve/g, 'things to resolve in the report'),
    ...matches(text, /Not ready to issue: (\w+) to resolve/g, 'things to resolve in the report'),
    ...matches(text, /(\w+) things? to resolve in them/g, 'things to resolve in the report'),
  ]
}

const PERCENT = /^(?:100|\d?\d)(?:\.\d)?%$/

/** Elements that say which figure they show. */
function stated(main: Element): Said[] {
  return [...elementsOf(main)].flatMap((element): Said[] => {
    const { attributes } = element
    const reference = /^([\w.-]+)@(\d{4}-\d{2})$/.exec(attributes['data-figure'] ?? '')
    const [id, month] = reference
      ? [reference[1], reference[2]]
      : [attributes['data-measure'], attributes['data-month']]
    // What was agreed and has moved since is marked, and is not what is said now.
    if (!id || !month || attributes['data-state'] === 'moved' || element.tag === 'li') return []
    const text = ownText(element).replaceAll('\n', '').replace('Note', '').trim()
    const part = attributes['data-part']
    return figureClaims(`${seriesOf(id)?.id ?? id} ${month}${part ? ` ${part}` : ''}`, text)
  })
}

/** `84.0%`, `42 of 50`, `396`, `£335k`. What is withheld says nothing. */
function figureClaims(about: string, text: string): Said[] {
  const [, part, whole] = /^([\d,.]+) of ([\d,.]+)$/.exec(text) ?? []
  if (part !== undefined && whole !== undefined)
    return [[`${about} counts`, `${figureOf(part)} of ${figureOf(whole)}`]]
  if (!/\d/.test(text)) return []
  return PERCENT.test(text) ? [[`${about} share`, text]] : [[`${about} figure`, text.replaceAll(',', '')]]
}

/** The whole page's, unless a block of it is of another measure. */
function blocks(main: Element, path: string): Said[] {
  const ofPage = measureIn(path)
  return [...elementsOf(main)].flatMap((element): Said[] => {
    if (element.tag === 'th' || (!isBlock(element) && element.tag !== 'span' && element.tag !== 'b'))
      return []
    const id = measureOf(element, ofPage)
    if (!id) return []
    const text = isBlock(element) ? ownText(element) : visibleText(element)
    if (text === '') return []
    return [...wordClaims(id, text), ...(isBlock(element) ? sentenceClaims(id, text) : [])]
  })
}

/** Of which measure a block speaks: the nearest block around it that links to one alone. */
function measureOf(element: Element, ofPage: string | null): string | null {
  for (let around: Element | null = element; around && around.tag !== 'main'; around = around.parent) {
    if (around.attributes['data-part'] !== undefined) return null
    if (
      around.tag === 'a' ||
      (around.tag === 'li' && ofPage === null) ||
      around.tag === 'tr' ||
      around.tag === 'figure'
    ) {
      const linked = measuresIn(around)
      if (linked.size === 1) return [...linked][0]!
      if (linked.size > 1) return null
    }
    // Published years, other councils and each part of a split are held to a rule of their own.
    if (ofPage !== null && /^(comparison|forecast|funnel|groups)/.test(around.attributes['id'] ?? ''))
      return null
  }
  return ofPage
}

/** A line for each thing of which two pages say something different, with a page for each. */
export function contradictions(claims: readonly Claim[]): string[] {
  return [...Map.groupBy(claims, ({ about }) => about)].flatMap(([about, all]) => {
    const said = Map.groupBy(all, ({ says }) => says)
    if (said.size < 2) return []
    return `${about}: ${[...said].map(([says, by]) => `“${says}” on ${by[0]!.where}`).join('; ')}`
  })
}
