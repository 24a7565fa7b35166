import { Hono } from 'hono'
import { describeScope, may, type WebEnv } from '../../access/index.ts'
import { seriesOf } from '../../measures/index.ts'
import { csvOfLists, type ListDeps } from './list-routes.tsx'
import { ListsPage } from './lists-page.tsx'
import { findLists } from './lists-found.ts'

/** The index of lists: in the reader's scope, or counts of the whole council for those who see no child. */
export const listIndexRoutes = (deps: ListDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { person, frame } = c.var
    const { groups, asAt } = await findLists(deps, c.var.person)
    return c.html(
      <ListsPage
        frame={frame}
        groups={groups}
        asAt={asAt}
        whose={may(person, 'cases:read') ? describeScope(person.scope) : 'counts of the whole council'}
        mayOpen={may(person, 'cases:read')}
        titleOf={titleOf}
        links={[
          ...(may(person, 'cases:read')
            ? [
                { text: 'Diary of conferences and reviews', href: '/diary' },
                { text: 'Meetings not attended', href: '/diary/not-attended' },
              ]
            : []),
          { text: 'Performance clinics', href: '/clinics' },
          { text: 'Actions of clinics', href: '/clinics/actions' },
          { text: 'Reasons for answers', href: '/reasons' },
          may(person, 'cases:read')
            ? { text: 'Missing children', href: '/missing' }
            : { text: 'Return interviews', href: '/missing/counts' },
          { text: 'Taskforce', href: '/taskforces' },
          { text: 'Guidance', href: '/guidance' },
          { text: 'Practice standards', href: '/practice-standards' },
        ]}
      />,
    )
  })

/** The same as a file; mounted beside the index, because its address has no slash. */
export const listIndexFile = (deps: ListDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { groups } = await findLists(deps, c.var.person)
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
