import { Hono, type Context } from 'hono'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import type { Services } from '../../platform/room.ts'
import {
  allow,
  changeNamed,
  endRestriction,
  listPeople,
  listRestrictions,
  numberKey,
  operator,
  recordAuditEvent,
  restrictChild,
  type WebEnv,
} from '../index.ts'
import {
  readNamed,
  readRestriction,
  reasonFault,
  typedRestriction,
  type TypedRestriction,
} from './restriction-form.ts'
import { mayBeNamed, RestrictionPage, RestrictionsPage } from './restriction-pages.tsx'

type Deps = Pick<Services, 'records' | 'clock'>

/** Which children's records are restricted to named people; mounted at `/restricted`. No page names a child. */
export const restrictionRoutes = (deps: Deps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/', async (c) => await showAll(deps, c, {}, {}))
    .post('/', async (c) => {
      const pass = allow(c.var.person, 'restrictions:write')
      const typed = typedRestriction(await c.req.parseBody())
      const { named } = await accountsOf(deps, c)
      const read = readRestriction(
        typed,
        named.map(({ person }) => person.id),
        deps.clock.today(),
      )
      if (!read.ok) return await showAll(deps, c, typed, read.errors)
      const already = (await listRestrictions(deps.records, pass)).some(
        ({ child, endedOn }) => endedOn === null && numberKey(child) === numberKey(read.value.child),
      )
      if (already)
        return await showAll(deps, c, typed, {
          child: 'This record is restricted already: find it by its number',
        })
      const id = await restrictChild(deps.records, deps.clock, pass, read.value)
      return c.redirect(`/restricted/${id}`, 303)
    })
    // A POST although it changes nothing: a child's number does not belong in an address.
    .post('/find', async (c) => {
      const { person } = allow(c.var.person, 'restrictions:write')
      const pass = allow(person, 'restrictions:write')
      const typed = typedRestriction(await c.req.parseBody())
      const { number = '' } = typed
      if (number === '') return await showAll(deps, c, typed, { number: 'Enter the number of the child' })
      await recordAuditEvent(
        deps.records,
        deps.clock,
        person.council,
        person,
        'restriction',
        'looked for one',
        [number],
      )
      const found = (await listRestrictions(deps.records, pass)).find(
        ({ child }) => numberKey(child) === numberKey(number),
      )
      if (!found)
        return await showAll(deps, c, typed, { number: 'No record of this number is or was restricted' })
      return c.redirect(`/restricted/${found.id}`, 303)
    })
    .route('/', oneRestriction(deps))

/** Who may see one restricted record, and the end of its restriction. */
const oneRestriction = (deps: Deps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/:id', async (c) => await showOne(deps, c, {}, {}))
    .post('/:id', async (c) => {
      const pass = allow(c.var.person, 'restrictions:write')
      const typed = typedRestriction(await c.req.parseBody())
      const { named } = await accountsOf(deps, c)
      const read = readNamed(
        typed,
        named.map(({ person }) => person.id),
      )
      if (!read.ok) return await showOne(deps, c, typed, read.errors)
      await changeNamed(deps.records, deps.clock, pass, c.req.param('id'), read.value)
      return c.redirect(`/restricted/${c.req.param('id')}`, 303)
    })
    .post('/:id/end', async (c) => {
      const pass = allow(c.var.person, 'restrictions:write')
      const typed = typedRestriction(await c.req.parseBody())
      const fault = reasonFault(typed['end_reason'], 'Enter why the restriction ends')
      if (fault) return await showOne(deps, c, typed, { end_reason: fault })
      await endRestriction(deps.records, deps.clock, pass, c.req.param('id'), typed['end_reason']!)
      return c.redirect(`/restricted/${c.req.param('id')}`, 303)
    })

async function accountsOf({ records }: Deps, c: Context<WebEnv>) {
  // Who has an account is asked in the name of the program: the right to restrict is not the right to see accounts.
  const accounts = await listPeople(records, allow(operator(c.var.person.council), 'people:read'))
  return {
    named: mayBeNamed(accounts),
    names: new Map(accounts.map(({ person }) => [person.id, person.name])),
  }
}

const statusOf = (errors: FieldErrors) => (Object.keys(errors).length > 0 ? 422 : 200)

async function showAll(deps: Deps, c: Context<WebEnv>, typed: TypedRestriction, errors: FieldErrors) {
  const pass = allow(c.var.person, 'restrictions:write')
  return c.html(
    <RestrictionsPage
      frame={c.var.frame}
      restrictions={await listRestrictions(deps.records, pass)}
      accounts={(await accountsOf(deps, c)).named}
      typed={typed}
      errors={errors}
    />,
    statusOf(errors),
  )
}

async function showOne(deps: Deps, c: Context<WebEnv>, typed: TypedRestriction, errors: FieldErrors) {
  const pass = allow(c.var.person, 'restrictions:write')
  const restriction = (await listRestrictions(deps.records, pass)).find(({ id }) => id === c.req.param('id'))
  if (!restriction) throw new NotFound('restriction')
  const { named, names } = await accountsOf(deps, c)
  return c.html(
    <RestrictionPage
      frame={c.var.frame}
      restriction={restriction}
      accounts={named}
      names={names}
      typed={typed}
      errors={errors}
    />,
    statusOf(errors),
  )
}
