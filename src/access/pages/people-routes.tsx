import { Hono, type Context } from 'hono'
import {
  accountById,
  allow,
  assigned,
  changePerson,
  checkPassword,
  checkPerson,
  createPerson,
  fieldsOf,
  isRestricted,
  listPeople,
  may,
  PERSON_FIELDS,
  resetPassword,
  setActive,
  unknownTeams,
  type PersonDraft,
  type Person,
  type PersonFields,
  type Scope,
  type WebEnv,
} from '../index.ts'
import { NewPersonPage, PeoplePage, PersonPage } from './people-pages.tsx'
import type { Ask, Services } from '../../platform/room.ts'

const BLANK = Object.fromEntries(PERSON_FIELDS.map((field) => [field, ''])) as PersonFields

type Form = Record<string, unknown>
const textIn = (form: Form, field: string): string => {
  const value = form[field]
  return typeof value === 'string' ? value : ''
}
const fieldsIn = (form: Form): PersonFields =>
  Object.fromEntries(PERSON_FIELDS.map((field) => [field, textIn(form, field)])) as PersonFields

async function teamErrors(ask: Ask, { scope }: PersonDraft): Promise<{ teams: string } | null> {
  const unknown = await unknownTeams(ask, scope)
  return unknown === null ? null : { teams: unknown }
}

export const peopleRoutes = ({ records, clock, ask }: Services): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const { person, frame } = c.var
      const accounts = await listPeople(records, allow(person, 'people:read'))
      const withGiven = await assigned(
        records,
        person.council,
        accounts.map((account) => account.person),
        clock.today(),
      )
      const people = accounts.map((account, index) => ({ ...account, person: withGiven[index]! }))
      return c.html(
        <PeoplePage
          frame={frame}
          people={people}
          mayWrite={may(person, 'people:write')}
          maySeeLog={may(person, 'access-log:read')}
        />,
      )
    })
    .get('/new', (c) => {
      allow(c.var.person, 'people:write')
      return c.html(<NewPersonPage frame={c.var.frame} fields={BLANK} errors={{}} />)
    })
    .post('/new', async (c) => {
      const pass = allow(c.var.person, 'people:write')
      const form = await c.req.parseBody()
      const fields = fieldsIn(form)
      const again = (errors: Record<string, string>) =>
        c.html(<NewPersonPage frame={c.var.frame} fields={fields} errors={errors} />, 422)
      const draft = checkPerson(fields)
      const password = checkPassword(textIn(form, 'password'))
      if (!draft.ok || !password.ok) {
        return again({ ...(draft.ok ? {} : draft.errors), ...(password.ok ? {} : password.errors) })
      }
      const errors = await teamErrors(ask, draft.value)
      if (errors) return again(errors)
      const made = await createPerson(records, clock, pass, { ...draft.value, password: password.value })
      return made.ok ? c.redirect('/people', 303) : again(made.errors)
    })
    .get('/:id', async (c) => {
      allow(c.var.person, 'people:write')
      return personPage(c, records, {})
    })
    .post('/:id', async (c) => {
      const pass = allow(c.var.person, 'people:write')
      const form = await c.req.parseBody()
      const fields = fieldsIn(form)
      const draft = checkPerson(fields)
      if (!draft.ok) return personPage(c, records, draft.errors, fields)
      const errors = await teamErrors(ask, draft.value)
      if (errors) return personPage(c, records, errors, fields)
      const version = Number(textIn(form, 'version'))
      const id = c.req.param('id')
      const kept = await withUnshown(records, pass.person, id, draft.value)
      const changed = await changePerson(records, clock, pass, id, version, kept)
      return changed.ok ? c.redirect('/people', 303) : personPage(c, records, changed.errors, fields)
    })
    .route('/', accountRoutes({ records, clock }))

/** A new password for an account, and its closing. */
const accountRoutes = ({ records, clock }: Pick<Services, 'records' | 'clock'>): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .post('/:id/password', async (c) => {
      const pass = allow(c.var.person, 'people:write')
      const form = await c.req.parseBody()
      const set = await resetPassword(records, clock, pass, c.req.param('id'), textIn(form, 'password'))
      return set.ok ? c.redirect('/people', 303) : personPage(c, records, set.errors)
    })
    .post('/:id/:change{close|reopen}', async (c) => {
      const pass = allow(c.var.person, 'people:write')
      const { id, change } = c.req.param()
      const version = Number(textIn(await c.req.parseBody(), 'version'))
      await setActive(records, clock, pass, id, version, change === 'reopen')
      return c.redirect('/people', 303)
    })

/** The scope with those alone of its named children. */
const childrenOf = (scope: Scope, isKept: (child: string) => boolean): Scope =>
  scope.kind === 'chaired' || scope.kind === 'drawn'
    ? { ...scope, children: scope.children.filter((child) => isKept(child)) }
    : scope

/** A draft with the children whom the account has, and who were not on the form because their records are restricted. */
async function withUnshown(
  records: Services['records'],
  person: Person,
  id: string,
  draft: PersonDraft,
): Promise<PersonDraft> {
  const { scope } = (await accountById(records, allow(person, 'people:read'), id)).person
  const unshown = childrenOf(scope, (child) => isRestricted(person.scope, child))
  if (unshown.kind !== draft.scope.kind || !('children' in unshown) || !('children' in draft.scope))
    return draft
  const children = [...new Set([...draft.scope.children, ...unshown.children])]
  return { ...draft, scope: { ...draft.scope, children } }
}

/** An account's page; with errors it keeps what was typed. */
async function personPage(
  c: Context<WebEnv, '/:id'>,
  records: Services['records'],
  errors: Record<string, string>,
  typed?: PersonFields,
) {
  const account = await accountById(records, allow(c.var.person, 'people:read'), c.req.param('id'))
  const fields =
    typed ??
    fieldsOf({
      ...account.person,
      scope: childrenOf(account.person.scope, (child) => !isRestricted(c.var.person.scope, child)),
      email: account.email,
      lastDay: account.lastDay,
    })
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return c.html(<PersonPage frame={c.var.frame} account={account} fields={fields} errors={errors} />, status)
}
