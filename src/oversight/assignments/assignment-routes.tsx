import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import {
  allow,
  endAssignment,
  giveChildren,
  handOver,
  may,
  type NewAssignment,
  type WebEnv,
} from '../../access/index.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import type { Services } from '../../platform/room.ts'
import type { Typed } from '../../records/index.ts'
import { FORMS, readAssignment, typedForm, type FormName, type ReadAssignment } from './assignment-form.ts'
import { AssignmentPage, AssignmentsPage } from './assignment-pages.tsx'
import { assignedPeople, drawnFrom, isOpen, seenOf, type AssignedPerson } from './assignment-read.ts'
import { draw } from './draw.ts'

type Deps = Pick<Services, 'records' | 'clock' | 'pool'>

const isForm = (name: unknown): name is FormName => typeof name === 'string' && Object.hasOwn(FORMS, name)

/** Who is given which children, mounted at `/assignments`. */
export const assignmentRoutes = (deps: Deps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const pass = allow(c.var.person, 'assignments:write')
      const people = await assignedPeople(deps.records, pass, deps.clock.today())
      return c.html(<AssignmentsPage frame={c.var.frame} people={people} />)
    })
    .get('/:person', async (c) => await show(deps, c, null, {}, {}))
    .post('/:person', async (c) => {
      const pass = allow(c.var.person, 'assignments:write')
      const { shown } = await found(deps, c)
      const body = await c.req.parseBody()
      const name = body['form']
      if (!isForm(name)) throw new Refused('Choose what to give.')
      const typed = typedForm(name, body)
      const read = readAssignment(name, typed)
      if (!read.ok) return await show(deps, c, name, typed, read.errors)
      const errors = await give(deps, c, shown, name, read.value)
      if (errors) return await show(deps, c, name, typed, errors)
      return c.redirect(`/assignments/${pass.person.id === shown.person.id ? '' : shown.person.id}`, 303)
    })
    .post('/:person/end', async (c) => {
      const pass = allow(c.var.person, 'assignments:write')
      const { shown, seen } = await found(deps, c)
      const id = (await c.req.parseBody())['assignment']
      const own = shown.given.find((given) => given.id === id)
      if (!own || (own.kind === 'child' && !seen.has(own.subject))) throw new NotFound('assignment')
      await endAssignment(deps.records, deps.clock, pass, own.id, deps.clock.today())
      return c.redirect(`/assignments/${shown.person.id}`, 303)
    })

/** The person of the address, with others of the role; throws NotFound where no children are given to them. */
async function found(deps: Deps, c: Context<WebEnv, '/:person'>) {
  const pass = allow(c.var.person, 'assignments:write')
  const people = await assignedPeople(deps.records, pass, deps.clock.today())
  const shown = people.find(({ person }) => person.id === c.req.param('person'))
  if (!shown) throw new NotFound('person')
  const snapshot = await deps.pool.current(c.var.person.council)
  const children = shown.given
    .filter((given) => given.kind === 'child' && isOpen(given, deps.clock.today()))
    .map(({ subject }) => subject)
  const seen = await seenOf({ ...deps, snapshot }, c.var.person, children)
  const others = people
    .filter(({ hasLeft }) => !hasLeft)
    .map(({ person }) => person)
    .filter(({ id, role }) => role === shown.person.role && id !== shown.person.id)
  return { shown, others, seen, snapshot }
}

async function show(
  deps: Deps,
  c: Context<WebEnv, '/:person'>,
  form: FormName | null,
  typed: Typed,
  errors: FieldErrors,
) {
  const { shown, others, seen } = await found(deps, c)
  return c.html(
    <AssignmentPage
      frame={c.var.frame}
      reader={c.var.person}
      shown={shown}
      others={others}
      seen={seen}
      today={deps.clock.today()}
      form={form}
      typed={typed}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** Gives, draws or hands over; what is wrong with it otherwise. */
async function give(
  deps: Deps,
  c: Context<WebEnv, '/:person'>,
  { person }: AssignedPerson,
  form: FormName,
  asked: ReadAssignment,
): Promise<FieldErrors | null> {
  const { records, clock } = deps
  const pass = allow(c.var.person, 'assignments:write')
  const { snapshot, others } = await found(deps, c)
  if (form === 'hand-over') {
    const other = others.find(({ id }) => id === asked.person)
    if (!other) return { person: 'Choose a person of the same role' }
    await handOver(records, clock, pass, person.id, other.id, asked.from)
    return null
  }
  const draftOf = (subject: string, reason = ''): NewAssignment => ({
    personId: person.id,
    kind: form === 'draw' ? 'child' : form,
    subject,
    from: asked.from,
    to: asked.to,
    reason,
  })
  if (form === 'missing') {
    await giveChildren(records, clock, pass, [draftOf('')])
    return null
  }
  if (form === 'draw') {
    if (person.role !== 'auditor' || !may(c.var.person, 'cases:read')) throw new NotFound('draw')
    const among = await drawnFrom({ ...deps, snapshot }, c.var.person)
    if (among.length === 0) return { count: 'There is no child in your scope to draw from' }
    const seed = randomUUID().slice(0, 8)
    const drawn = draw(among, asked.count, seed)
    const reason = `Drawn ${drawn.length} of ${among.length} by lot, seed ${seed}`
    await giveChildren(
      records,
      clock,
      pass,
      drawn.map((child) => draftOf(child, reason)),
    )
    return null
  }
  // Those who see children give children whom they may open, and no other.
  if (form === 'child' && may(c.var.person, 'cases:read')) {
    const seen = await seenOf({ ...deps, snapshot }, c.var.person, asked.subjects)
    const unseen = asked.subjects.filter((subject) => !seen.has(subject))
    if (unseen.length > 0)
      return { subjects: `You may not open, or there is no child of, the number ${unseen.join(', ')}` }
  }
  await giveChildren(
    records,
    clock,
    pass,
    asked.subjects.map((subject) => draftOf(subject)),
  )
  return null
}
