import { Hono, type Context } from 'hono'
import { allow, describeScope, may, type WebEnv } from '../../access/index.ts'
import { seriesOf } from '../../measures/index.ts'
import type { Day } from '../../platform/day.ts'
import { rowStates } from '../clinics/row-states.ts'
import { countEveryList, countLists, listsToldIn } from './list-read.ts'
import { listStock } from './list-stock.ts'
import { csvOfLists, type ListDeps } from './list-routes.tsx'
import { ListsPage } from './lists-page.tsx'
import { LISTS } from './lists.ts'
import { groupLists, type ListGroups } from './lists-view.ts'

/** The index of lists: in the reader's scope, or counts of the whole council for those who see no child. */
export const listIndexRoutes = (deps: ListDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { person, frame } = c.var
    const { groups, asAt } = await shownGroups(deps, c)
    return c.html(
      <ListsPage
        frame={frame}
        groups={groups}
        asAt={asAt}
        whose={may(person, 'cases:read') ? describeScope(person.scope) : 'counts of the whole council'}
        mayOpen={may(person, 'cases:read')}
        titleOf={titleOf}
        links={[
          { text: 'Performance clinics', href: '/clinics' },
          { text: 'Actions of clinics', href: '/clinics/actions' },
        ]}
      />,
    )
  })

/** The same as a file; mounted beside the index, because its address has no slash. */
export const listIndexFile = (deps: ListDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { groups } = await shownGroups(deps, c)
    const lines = [...groups.overdue, ...groups.clear, ...groups.untold]
    return csvOfLists(
      lines.map(({ list, due, overdue, unanswered, why }) =>
        why === null
          ? [list.title, list.rule, list.due === null ? null : due, overdue, unanswered, null]
          : [list.title, list.rule, null, null, null, why],
      ),
    )
  })

const titleOf = (id: string): string => {
  const series = seriesOf(id)
  return series ? `${series.title}${series.label ? `: ${series.label}` : ''}` : id
}

async function shownGroups(
  { records, pool }: ListDeps,
  c: Context<WebEnv>,
): Promise<{ groups: ListGroups; asAt: Day | null }> {
  const { person } = c.var
  const figures = allow(person, 'figures:read')
  const snapshot = await pool.current(person.council)
  if (!snapshot) return { groups: groupLists([], null), asAt: null }
  const told = await listsToldIn(snapshot)
  const stateOf = await rowStates(records, figures)
  const counts = may(person, 'cases:read')
    ? await countLists(snapshot, allow(person, 'cases:read'), stateOf)
    : await countEveryList(snapshot, figures, stateOf)
  const scope = may(person, 'cases:read') ? person.scope : null
  const stocks = await Promise.all(
    LISTS.map(async (list) => [list.id, await listStock(snapshot, figures, list, scope)] as const),
  )
  const known = new Map(stocks.flatMap(([id, stock]) => (stock ? [[id, stock] as const] : [])))
  return { groups: groupLists(counts, told, known), asAt: snapshot.asAt }
}
