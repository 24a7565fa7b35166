import { Hono, type Context } from 'hono'
import { allow, may, ROLES, type WebEnv } from '../../access/index.ts'
import { seriesOf } from '../../measures/index.ts'
import { toCsv } from '../../platform/csv.ts'
import type { Day } from '../../platform/day.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import type { Services } from '../../platform/room.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { instantText, type Typed } from '../../records/index.ts'
import { ownersFor, type AnswerFormProps } from '../answers/answer-fields.tsx'
import { proposedAnswer, readAnswer, typedAnswer } from '../answers/answer-form.ts'
import { type ListAnswer } from '../answers/answer.ts'
import { addAnswer, AnsweredMeanwhile, reasonsOf } from '../answers/answer-store.ts'
import { answerLists } from '../permissions.ts'
import { listCsv } from './list-csv.ts'
import { ListPage, measureOf } from './list-page.tsx'
import { listHref, readListQuery } from './list-query.ts'
import { findList, type FoundList } from './list-found.ts'
import { nextUnanswered, rowKey, type ListView } from './list-view.ts'

export type ListDeps = Pick<Services, 'records' | 'clock' | 'pool'>

/** An answer that could not be kept: what was typed, what is wrong with it, and what somebody else answered first. */
interface Sent {
  typed: Typed
  errors: FieldErrors
  theirs: ListAnswer | null
}

/** One list, its files and the answers to it; mounted at `/lists`. */
export const listRoutes = (deps: ListDeps) =>
  new Hono<WebEnv>()
    .get('/:file{[a-z0-9-]+\\.csv}', async (c) => {
      const found = await shownList(deps, c, c.req.param('file').replace(/\.csv$/, ''), 'export')
      return csvOf(found.view.list.id, listCsv(found.view.list, found.all, found.asAt))
    })
    .get('/:id', async (c) => {
      const found = await shownList(deps, c, c.req.param('id'), 'cases')
      return await showList(deps, c, found, null)
    })
    .post('/:id', async (c) => {
      const { person } = c.var
      const pass = allow(person, answerLists)
      const found = await shownList(deps, c, c.req.param('id'), 'cases')
      const { view, asAt } = found
      if (!view.open) throw new NotFound('There is no such row on the list')
      const body = await c.req.parseBody()
      const typed = typedAnswer(body)
      const reasons = await reasonsOf(deps.records, allow(person, 'figures:read'))
      const given = readAnswer(
        typed,
        reasons.map(({ title }) => title),
        { today: deps.clock.today(), now: instantText(deps.clock.now()) },
      )
      if (!given.ok) return await showList(deps, c, found, { typed, errors: given.errors, theirs: null })
      const after = typeof body['after'] === 'string' && body['after'] !== '' ? body['after'] : null
      try {
        await addAnswer(deps.records, pass, deps.clock, view.open.row, given.value, { asAt, after })
      } catch (error) {
        if (!(error instanceof AnsweredMeanwhile)) throw error
        return await showList(deps, c, found, { typed, errors: {}, theirs: error.theirs })
      }
      const next = body['do'] === 'next' ? nextUnanswered(view, rowKey(view.open.row)) : null
      const { query } = view
      return c.redirect(`${listHref(view.list.id, { ...query, open: next })}${next ? '#reason' : ''}`, 303)
    })

const shownList = (
  deps: ListDeps,
  c: Context<WebEnv>,
  id: string,
  what: 'cases' | 'export',
): Promise<FoundList> =>
  findList(deps, allow(c.var.person, 'cases:read'), {
    id,
    query: readListQuery(c.req.query()),
    what,
    ...(what === 'cases' && { withStandard: true }),
  })

async function showList(deps: ListDeps, c: Context<WebEnv>, found: FoundList, sent: Sent | null) {
  const { person, frame } = c.var
  const { view, asAt, why } = found
  const mayAnswer = may(person, answerLists)
  const form = mayAnswer && view.open ? await formOf(deps, c, view, sent) : null
  const series = view.list.counts && seriesOf(view.list.counts.series)
  const title = series ? `${series.title}${series.label ? `: ${series.label}` : ''}` : null
  return c.html(
    <ListPage
      frame={frame}
      scope={person.scope}
      view={view}
      asAt={asAt}
      why={why}
      mayAnswer={mayAnswer}
      form={form}
      measure={measureOf(view, title)}
      standard={found.standard}
    />,
    sent === null ? 200 : sent.theirs ? 409 : 422,
  )
}

async function formOf(
  { records, clock }: ListDeps,
  c: Context<WebEnv>,
  view: ListView,
  sent: Sent | null,
): Promise<AnswerFormProps> {
  const { person, frame } = c.var
  const { list, query, open } = view
  const { row, answer } = open!
  const owners = ownersFor(row.worker, ROLES[person.role].title)
  const proposed: Typed = proposedAnswer({
    ...(answer ?? { owner: owners[0]! }),
    checkBackOn: nextCheck(clock.today()),
  })
  return {
    frame,
    action: listHref(list.id, query),
    closeHref: listHref(list.id, { ...query, open: null }),
    reasons: await reasonsOf(records, allow(person, 'figures:read')),
    owners: [...new Set([...owners, ...(answer ? [answer.owner] : [])])],
    typed: sent?.typed ?? proposed,
    errors: sent?.errors ?? {},
    after: answer,
    theirs: sent?.theirs ?? null,
    history: open!.history,
    hasNext: nextUnanswered(view, rowKey(row)) !== null,
  }
}

/** The day that a form proposes: two working weeks on. */
const nextCheck = (today: Day): Day => workingDayAfter(today, 10)

const csvOf = (id: string, body: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="list-${id}.csv"`,
      'Cache-Control': 'no-store',
    },
  })

export const csvOfLists = (lines: readonly (readonly (string | number | null)[])[]): Response =>
  csvOf('all', toCsv(['list', 'rule', 'due', 'overdue', 'no_answer', 'cannot_be_told'], lines))
