/** A page's elements, read for what is on it: enough of HTML for pages that our own components print. */
export interface Element {
  tag: string
  attributes: Readonly<Record<string, string>>
  parent: Element | null
  children: (Element | string)[]
}

const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const UNREAD = new Set(['head', 'script', 'style', 'svg', 'template'])
/** Where a reader sees a new line, or a new cell. */
const APART = new Set(
  'address br button caption dd div dl dt figcaption fieldset form h1 h2 h3 h4 label legend li nav ol option p section select summary table tbody td textarea th thead tr ul'.split(
    ' ',
  ),
)

export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

export function pageTree(html: string): Element {
  const top: Element = { tag: '', attributes: {}, parent: null, children: [] }
  let open = top
  for (const [, comment, end, tag, attributes, closed, text] of html.matchAll(
    /(<!--[\s\S]*?-->|<![^>]*>)|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+|<)/gi,
  )) {
    if (comment !== undefined) continue
    if (text !== undefined) open.children.push(unescaped(text))
    else if (tag !== undefined) {
      const element: Element = {
        tag: tag.toLowerCase(),
        attributes: attributesOf(attributes ?? ''),
        parent: open,
        children: [],
      }
      open.children.push(element)
      if (!closed && !VOID.has(element.tag)) open = element
    } else {
      let ended: Element | null = open
      while (ended && ended.tag !== end!.toLowerCase()) ended = ended.parent
      open = ended?.parent ?? open
    }
  }
  return top
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
      name!,
      unescaped(value ?? ''),
    ]),
  )

/** Itself and all that is in it, in the order of the page. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child)
}

export const first = (top: Element, fits: (element: Element) => boolean): Element | null =>
  elementsOf(top).find(fits) ?? null

export const hasClass = ({ attributes }: Element, name: string): boolean =>
  (attributes['class'] ?? '').split(' ').includes(name)

/** What a reader reads of it, the words for those who hear it included: a line for each line, cell or item. */
export function visibleText(element: Element): string {
  return rawText(element)
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/ *\n\s*/g, '\n')
    .trim()
}

const rawText = (element: Element): string => {
  if (element.tag === 'svg') return `${element.attributes['aria-label'] ?? ''} `
  if (UNREAD.has(element.tag)) return ''
  const inside = element.children
    .map((child) => (typeof child === 'string' ? child.replaceAll('\n', ' ') : rawText(child)))
    .join('')
  return APART.has(element.tag) ? `\n${inside}\n` : inside
}

/** Its text without that of the blocks inside it: a paragraph's own words, a cell's. */
export function ownText(element: Element): string {
  const own = (inside: Element): string =>
    inside.children
      .map((child) =>
        typeof child === 'string' ? child : APART.has(child.tag) || UNREAD.has(child.tag) ? '\n' : own(child),
      )
      .join('')
  return own(element)
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .trim()
}

export const isBlock = ({ tag }: Element): boolean => APART.has(tag)
