import { seriesOf } from '../../../src/measures/index.ts'
import type { CrawledPage } from '../crawl.ts'
import { elementsOf, first, hasClass, visibleText, type Element } from '../page-tree.ts'
import { figureOf, measureIn, measuresIn, type Said } from './claim.ts'

/** How long a list is, by the words of the links to it, and by the list. What a reader sees of it is theirs alone. */
export function lists(main: Element, { role, path }: CrawledPage): Said[] {
  const links = [...elementsOf(main)].flatMap((element): Said[] => {
    if (element.tag !== 'a') return []
    const list = listAt(new URL(element.attributes['href'] ?? '', `http://waymark.example${path}`))
    const text = visibleText(element).replaceAll('\n', ' ')
    const ofScope = /^.+ \((\d[\d,]*)\)$/.exec(text)
    if (list && ofScope) return [[`${list} as seen by ${role}`, figureOf(ofScope[1]!)]]
    const [, count] = /^(?:All )?(\d[\d,]*)(?: [a-z].*)?$/.exec(text) ?? []
    return list && count ? [[list, figureOf(count)]] : []
  })
  const list = listAt(new URL(path, 'http://waymark.example'))
  if (!list) return links
  const text = visibleText(main)
  if (list.startsWith('plan')) {
    const shown = [...elementsOf(main)].filter(
      ({ tag, attributes }) => tag === 'a' && /^\/plan\/actions\/[^/]+$/.test(attributes['href'] ?? ''),
    )
    return [...links, [list, String(new Set(shown.map(({ attributes }) => attributes['href'])).size)]]
  }
  const rows = [...elementsOf(main)].filter(
    ({ tag, parent }) => tag === 'tr' && parent?.tag === 'tbody',
  ).length
  const total = /^The only one in this figure/m.test(text)
    ? '1'
    : /^This list is empty/m.test(text)
      ? '0'
      : /(?:^All|of the) ([\d,]+) in this figure/m.exec(text)?.[1]
  return [
    ...links,
    [`${list} as seen by ${role}`, String(rows)],
    ...(total ? [[list, figureOf(total)] as const] : []),
  ]
}

function listAt({ pathname, searchParams }: URL): string | null {
  const asked = (...names: string[]): string =>
    names.flatMap((name) => (searchParams.has(name) ? [`${name}=${searchParams.get(name)}`] : [])).join(' ')
  if (pathname === '/plan' && searchParams.size > 0) return `plan list ${asked('fault', 'rating', 'theme')}`
  const [, id] = /^\/measures\/([\w.-]+)\/cases$/.exec(pathname) ?? []
  return id ? `${seriesOf(id)?.id} list ${asked('period', 'met', 'by', 'value')}` : null
}

/** The heading over the teams of a measure, and the sentence over their funnel. */
export function teamsThatDiffer(main: Element, path: string): Said[] {
  const id = measureIn(path)
  if (!id) return []
  const text = visibleText(main)
  const heading = /^By team: no change in \w+ \d+(?:; (.+) differs? from the others)?$/m.exec(text)
  const funnel =
    /^(?:(?!.* none )(.+) differs? from the council by more than chance|.+ none differs from the council|.+ at the edge of what chance|No team has the)/m.exec(
      text,
    )
  const named = (names: string | undefined) => names?.replaceAll(/ \([^)]*\)/g, '') ?? 'none'
  return [
    ...(heading ? [[`${id} teams that differ`, named(heading[1])] as const] : []),
    ...(heading && funnel ? [[`${id} teams that differ`, named(funnel[1])] as const] : []),
  ]
}

/** What the thread of a recommendation says has changed, and the verdict over each of its measures. */
export function changesFor(main: Element, path: string): Said[] {
  if (!/^\/plan\/recommendations\/rec_[^/]+$/.test(path)) return []
  const about = `measures of ${path} that have changed`
  const thread =
    /^Measures\n(?:.+\n)?(too early to tell|none has changed|none yet|(\d+) ha(?:s|ve) changed)$/m.exec(
      visibleText(main),
    )
  const verdicts = [...elementsOf(main)]
    .filter((element) => hasClass(element, 'wm-effect__verdict'))
    .map((element) => visibleText(element))
  const changed = verdicts.filter((verdict) => /^(Changed|Got worse)/.test(verdict)).length
  const counted =
    verdicts.length === 0
      ? 'none yet'
      : verdicts.every((verdict) => /^(Too early|Cannot say)/.test(verdict))
        ? 'too early to tell'
        : changed === 0
          ? 'none has changed'
          : String(changed)
  return [[about, counted], ...(thread ? [[about, thread[2] ?? thread[1]!] as const] : [])]
}

/** The group of each measure on the tracker, and that its heading counts them. */
export function sections(main: Element): Said[] {
  const said: Said[] = []
  for (const body of elementsOf(main)) {
    if (body.tag !== 'tbody') continue
    const head = first(body, (element) => hasClass(element, 'wm-tracker__group'))
    const id = head?.attributes['id']
    if (!id || !/^(off-track|hit-or-miss|on-track|watched|cannot-tell)$/.test(id)) continue
    for (const row of elementsOf(body)) {
      const [measure] = row.tag === 'tr' ? measuresIn(row) : []
      if (measure) said.push([`${measure} group`, id])
    }
  }
  return said
}
