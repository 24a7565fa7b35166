import { Hono, type Context } from 'hono'
import { allow, ROLES, type WebEnv } from '../../access/index.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { instantText, type Typed } from '../../records/index.ts'
import { ownersFor } from '../answers/answer-fields.tsx'
import { proposedAnswer, readAnswer, typedAnswer } from '../answers/answer-form.ts'
import type { ListAnswer } from '../answers/answer.ts'
import { answerTogether, reasonsOf, SomeAnsweredMeanwhile } from '../answers/answer-store.ts'
import { answerLists } from '../permissions.ts'
import { findList, type FoundList } from './list-found.ts'
import { listHref, readListQuery, type ListQuery } from './list-query.ts'
import type { ListDeps } from './list-routes.tsx'
import { subjectOf } from './list-rows.ts'
import { rowKey, type ShownRow } from './list-view.ts'
import { listOfId } from './lists.ts'
import { TogetherPage, tickName } from './together-page.tsx'

/** What was sent and could not be kept. */
interface SentTogether {
  typed: Typed
  ticked: ReadonlySet<string>
  errors: FieldErrors
  /** Of children who were ticked: what somebody else answered first. */
  theirs: ReadonlyMap<string, ListAnswer>
}

/** One reason for many children of a list whose rule allows it; mounted at `/lists`. */
export const togetherRoutes = (deps: ListDeps) =>
  new Hono<WebEnv>()
    .get('/:id/together', async (c) =>
      showTogether(deps, c, await rowsOf(deps, c, { only: 'unanswered' }), null),
    )
    .post('/:id/together', async (c) => {
      const pass = allow(c.var.person, answerLists)
      const found = await rowsOf(deps, c, { only: null })
      const body = await c.req.parseBody()
      const rows = eachSubject(found.all)
      const ticked = rows.filter(({ row }) => body[tickName(rowKey(row))] === 'yes')
      const sent: SentTogether = {
        typed: typedAnswer(body),
        ticked: new Set(ticked.map(({ row }) => rowKey(row))),
        errors: {},
        theirs: new Map(),
      }
      const given = readAnswer(
        sent.typed,
        (await reasonsTogether(deps, c)).map(({ title }) => title),
        { today: deps.clock.today(), now: instantText(deps.clock.now()) },
      )
      const { list } = found.view
      const errors: FieldErrors = {
        ...(ticked.length === 0 && { rows: `Choose at least one ${list.counted.one}` }),
        ...(given.ok ? {} : given.errors),
      }
      if (!given.ok || ticked.length === 0) return showTogether(deps, c, found, { ...sent, errors })
      try {
        const chosen = ticked.map(({ row }) => row)
        await answerTogether(deps.records, pass, deps.clock, chosen, given.value, found.asAt)
      } catch (error) {
        if (!(error instanceof SomeAnsweredMeanwhile)) throw error
        return showTogether(deps, c, found, { ...sent, theirs: error.theirs })
      }
      return c.redirect(listHref(list.id, { ...found.view.query, only: null }), 303)
    })

/**
 * The rows of the list as narrowed: one page of those without an answer to choose from; when they are sent every one, because
 * somebody may have answered since. Throws NotFound where each child is answered for.
 */
function rowsOf(deps: ListDeps, c: Context<WebEnv>, { only }: Pick<ListQuery, 'only'>): Promise<FoundList> {
  allow(c.var.person, answerLists)
  const id = c.req.param('id')!
  if (!listOfId(id)?.answersTogether) throw new NotFound('This list is answered child by child')
  const query = { ...readListQuery(c.req.query()), only, open: null, page: 1 }
  const pass = allow(c.var.person, 'cases:read')
  return findList(deps, pass, { id, query, what: 'cases', isWhole: only === null })
}

const reasonsTogether = async ({ records }: ListDeps, c: Context<WebEnv>) =>
  (await reasonsOf(records, allow(c.var.person, 'figures:read'))).filter(({ together }) => together === 'yes')

/** A child with two cases on the list is answered for once. */
const eachSubject = (rows: readonly ShownRow[]): ShownRow[] =>
  [
    ...new Map(
      rows
        .filter(({ row }) => row.isOverdue)
        .toReversed()
        .map((shown) => [subjectOf(shown.row), shown]),
    ).values(),
  ].toReversed()

async function showTogether(
  deps: ListDeps,
  c: Context<WebEnv>,
  found: FoundList,
  sent: SentTogether | null,
): Promise<Response> {
  const { person, frame } = c.var
  const { list } = found.view
  const theirs = sent?.theirs ?? new Map<string, ListAnswer>()
  const rows = eachSubject(found.all).filter(
    ({ row, answer }) => answer === null || theirs.has(subjectOf(row)),
  )
  const workers = new Set(rows.map(({ row }) => row.worker))
  const owners = ownersFor(workers.size === 1 ? rows[0]!.row.worker : null, ROLES[person.role].title)
  const proposed = proposedAnswer({
    owner: owners[0]!,
    checkBackOn: workingDayAfter(deps.clock.today(), 10),
  })
  const status = sent === null ? 200 : theirs.size > 0 ? 409 : 422
  return c.html(
    <TogetherPage
      frame={frame}
      list={list}
      asAt={found.asAt}
      action={`/lists/${list.id}/together${new URL(c.req.url).search}`}
      closeHref={listHref(list.id, { ...found.view.query, only: null })}
      rows={rows}
      reasons={await reasonsTogether(deps, c)}
      owners={owners}
      typed={sent?.typed ?? proposed}
      ticked={sent?.ticked ?? new Set()}
      errors={sent?.errors ?? {}}
      theirs={theirs}
    />,
    status,
  )
}
