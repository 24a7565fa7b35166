import { Hono, type Context } from 'hono'
import { allow, describeScope, type WebEnv } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { readForm, typedFrom, typedIn, type Typed } from '../../records/index.ts'
import { keepMeetings } from './permissions.ts'
import { meetingHref } from './diary-query.ts'
import type { DiaryDeps } from './diary-read.ts'
import { NEW_MEETING } from './meeting-form.ts'
import { childrenToBook, meetingRef } from './meeting-read.ts'
import { bookMeeting } from './meeting-store.ts'
import { NewMeetingPage } from './new-meeting-page.tsx'

const MAX_CHILDREN = 12

/** Books a meeting that the council's file does not have yet; below `/diary`. */
export const newMeetingRoutes = (deps: DiaryDeps) =>
  new Hono<WebEnv>()
    .get('/new', (c) => {
      allow(c.var.person, keepMeetings)
      return showForm(c, { ...typedFrom(NEW_MEETING, {}), children: '' }, {})
    })
    .post('/new', async (c) => {
      const { person } = c.var
      const pass = allow(person, keepMeetings)
      const body = await c.req.parseBody()
      const children = typeof body['children'] === 'string' ? body['children'] : ''
      const typed = { ...typedIn(NEW_MEETING, body), children }
      const read = readForm(NEW_MEETING, typed)
      const numbers = [...new Set(children.split(/[\s,;]+/).filter(Boolean))]
      const found = read.ok && numbers.length > 0 ? await findChildren(deps, c, numbers) : []
      const known = new Set(found.map(({ childId }) => childId))
      const unknown = numbers.filter((number) => !known.has(number))
      const errors = {
        ...(read.ok ? {} : read.errors),
        ...(numbers.length === 0 && { children: 'Enter the number of each child' }),
        ...(numbers.length > MAX_CHILDREN && { children: `Enter ${MAX_CHILDREN} children at most` }),
        ...(read.ok &&
          unknown.length > 0 && {
            children: `You have no child ${unknown.join(' or ')}: check the number, or ask whoever holds the child`,
          }),
      }
      if (!read.ok || Object.keys(errors).length > 0) return showForm(c, typed, errors)
      const meeting = await bookMeeting(deps.records, pass, deps.clock, read.value, found)
      return c.redirect(meetingHref(meetingRef(person.council, meeting)), 303)
    })

async function findChildren(
  { records, clock, pool }: DiaryDeps,
  c: Context<WebEnv>,
  numbers: readonly string[],
) {
  const { person } = c.var
  const snapshot = await pool.current(person.council)
  if (!snapshot) throw new NotFound('There is no snapshot')
  return await childReader({ records, clock }, allow(person, 'cases:read')).read(
    childrenToBook(snapshot, numbers),
    {
      what: 'cases',
      subject: 'children of a new meeting',
      why: describeScope(person.scope),
    },
  )
}

const showForm = (c: Context<WebEnv>, typed: Typed, errors: FieldErrors) =>
  c.html(
    <NewMeetingPage frame={c.var.frame} typed={typed} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
