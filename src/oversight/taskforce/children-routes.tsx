import { Hono, type Context } from 'hono'
import { allow, describeScope, may, type Person, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import type { Day } from '../../platform/day.ts'
import { NotFound, Refused, Stale, type FieldErrors } from '../../platform/errors.ts'
import { readForm, typedFrom, typedIn, type Typed } from '../../records/index.ts'
import { csvFile } from '../clinics/clinic-routes.tsx'
import { moderateTaskforce, workTaskforce } from '../permissions.ts'
import {
  checkModeration,
  describeSaved,
  givenChoices,
  MODERATION_FIELDS,
  readCase,
  sentFrom,
  sentIn,
  versionFor,
  type SentCase,
} from './case-form.ts'
import { CasePage, standardsFor } from './case-page.tsx'
import { ChildrenPage, caseHref } from './children-page.tsx'
import { narrowed, readChildrenQuery } from './children-query.ts'
import { dueOn, isDrawn, STATES, stateOf, type TaskforceCase } from './taskforce-case.ts'
import { childrenOf, recordRefOf, versionsOf, workersOf, type TaskforceDeps } from './taskforce-read.ts'
import { changeCases, moderateCase } from './taskforce-store.ts'
import type { Taskforce } from './taskforce.ts'

/** The children of a taskforce, in the reader's scope; mounted at `/taskforces`. Child-level. */
export const childrenRoutes = (deps: TaskforceDeps) =>
  new Hono<WebEnv>()
    .get('/:id/children', async (c) => {
      const { person, frame } = c.var
      const query = readChildrenQuery(c.req.query())
      const { taskforce, children } = await narrowedChildren(deps, c, 'cases')
      const workers = [...new Set(children.map(({ taskforceWorker }) => taskforceWorker))].filter(Boolean)
      return c.html(
        <ChildrenPage
          frame={frame}
          taskforce={taskforce}
          query={query}
          cases={children}
          workers={workers.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))}
          whose={describeScope(person.scope)}
        />,
      )
    })
    .get('/:id/children.csv', async (c) => {
      const { taskforce, children } = await narrowedChildren(deps, c, 'export')
      return csvFile('taskforce-children', csvOfChildren(taskforce, children, deps.clock.today()))
    })
    .get('/:id/children/:case', async (c) => await show(deps, c, await oneChild(deps, c), {}))
    .post('/:id/children/:case', async (c) => await save(deps, c))
    .post('/:id/children/:case/moderate', async (c) => await moderate(deps, c))

const csvOfChildren = (taskforce: Taskforce, children: readonly TaskforceCase[], today: Day): string =>
  toCsv(
    [
      'child',
      'list',
      'team_then',
      'worker_then',
      'open_since',
      'last_seen_on',
      'mark',
      'taskforce_team',
      'taskforce_worker',
      'given_on',
      'due_on',
      'state',
      'authorised_on',
      'outcome',
    ],
    children.map((child) => [
      child.child,
      child.list,
      child.team,
      child.worker,
      child.openSince,
      child.lastSeenOn,
      child.triage,
      child.taskforceTeam,
      child.taskforceWorker,
      child.givenOn,
      dueOn(child, taskforce.daysAllowed),
      STATES[stateOf(child, today)],
      child.authorisedOn,
      child.outcome,
    ]),
  )

async function narrowedChildren(deps: TaskforceDeps, c: Context<WebEnv>, what: 'cases' | 'export') {
  const { person } = c.var
  const id = c.req.param('id') ?? ''
  const query = readChildrenQuery(c.req.query())
  // The clock of the list's own taskforce is not known before it is read, so the late are told below.
  const today = deps.clock.today()
  const { late, ...rest } = query
  const { taskforce, children } = await childrenOf(
    deps,
    person,
    id,
    (cases) => narrowed(cases, rest, { daysAllowed: 0, today, isDrawn }),
    what,
  )
  return {
    taskforce,
    children: narrowed(
      children,
      { ...rest, ...(late && { late }) },
      { daysAllowed: taskforce.daysAllowed, today, isDrawn },
    ),
  }
}

interface FoundChild {
  taskforce: Taskforce
  child: TaskforceCase
}

/** Throws NotFound for a child who is not there, or whom the reader may not open. */
async function oneChild(deps: TaskforceDeps, c: Context<WebEnv>): Promise<FoundChild> {
  const wanted = c.req.param('case') ?? ''
  const { taskforce, children } = await childrenOf(
    deps,
    c.var.person,
    c.req.param('id') ?? '',
    (cases) => cases.filter(({ id }) => id === wanted),
    'cases',
    wanted,
  )
  const [child] = children
  if (!child) throw new NotFound('There is no such child on the list')
  return { taskforce, child }
}

const mayModerate = (person: Person, child: TaskforceCase): boolean =>
  may(person, moderateTaskforce) &&
  isDrawn(child) &&
  child.authorisedOn !== null &&
  child.grade !== null &&
  child.moderatedGrade === null

interface Sent {
  form?: { sent: SentCase; errors: FieldErrors; saved: string | null }
  moderation?: { typed: Typed; errors: FieldErrors }
}

async function show(deps: TaskforceDeps, c: Context<WebEnv>, { taskforce, child }: FoundChild, sent: Sent) {
  const { person, frame } = c.var
  const workers = await workersOf(deps, person, taskforce.id)
  const versions = await versionsOf(deps, person, taskforce.id)
  const errors = { ...sent.form?.errors, ...sent.moderation?.errors }
  return c.html(
    <CasePage
      frame={frame}
      taskforce={taskforce}
      child={child}
      recordRef={await recordRefOf(deps, person, child.child)}
      mayWork={may(person, workTaskforce)}
      mayModerate={mayModerate(person, child)}
      form={{
        sent: sent.form?.sent ?? sentFrom(child),
        errors: sent.form?.errors ?? {},
        saved: sent.form?.saved ?? null,
        choices: givenChoices(workers, child),
      }}
      {...standardsFor(versionFor(versions, child.authorisedOn, deps.clock.today()))}
      moderation={{
        typed:
          sent.moderation?.typed ?? typedFrom(MODERATION_FIELDS, { safetyCheckedOn: child.safetyCheckedOn }),
        errors: sent.moderation?.errors ?? {},
      }}
    />,
    sent.form?.saved ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const versionIn = (body: Readonly<Record<string, unknown>>): number => {
  const version = Number(body['version'])
  if (!Number.isInteger(version)) throw new Stale('The form says nothing of what it was filled from')
  return version
}

async function save(deps: TaskforceDeps, c: Context<WebEnv>) {
  const { person } = c.var
  const pass = allow(person, workTaskforce)
  const found = await oneChild(deps, c)
  const body = await c.req.parseBody({ all: true })
  const sent = sentIn(body)
  const { child, taskforce } = found
  const read = readCase(
    child,
    sent,
    {
      workers: await workersOf(deps, person, taskforce.id),
      versions: await versionsOf(deps, person, taskforce.id),
    },
    deps.clock.today(),
  )
  if (!read.ok) return await show(deps, c, found, { form: { sent, errors: read.errors, saved: null } })
  try {
    await changeCases(
      deps.records,
      pass,
      deps.clock,
      [{ id: child.id, version: versionIn(body) }],
      read.value,
    )
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    return await show(deps, c, found, { form: { sent, errors: {}, saved: describeSaved(child) } })
  }
  return c.redirect(caseHref(child), 303)
}

async function moderate(deps: TaskforceDeps, c: Context<WebEnv>) {
  const pass = allow(c.var.person, moderateTaskforce)
  const found = await oneChild(deps, c)
  const { child } = found
  if (!mayModerate(c.var.person, child))
    throw new Refused(
      'This child was not drawn for moderation, is not re-assessed yet, or was graded again already',
    )
  const body = await c.req.parseBody()
  const typed = typedIn(MODERATION_FIELDS, body)
  const read = readForm(MODERATION_FIELDS, typed)
  if (!read.ok) return await show(deps, c, found, { moderation: { typed, errors: read.errors } })
  const change = { ...read.value, moderatedOn: deps.clock.today() }
  const errors =
    change.moderatedGrade === null
      ? { moderated_grade: 'Choose your grade' }
      : checkModeration(child, change, deps.clock.today())
  if (Object.keys(errors).length > 0) return await show(deps, c, found, { moderation: { typed, errors } })
  await moderateCase(deps.records, pass, deps.clock, { id: child.id, version: versionIn(body) }, change)
  return c.redirect(caseHref(child), 303)
}
