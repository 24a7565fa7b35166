import { Hono, type Context } from 'hono'
import {
  accountById,
  allow,
  assigned,
  countTry,
  may,
  operator,
  type VisitorEnv,
  type WebEnv,
} from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import type { Services } from '../../platform/room.ts'
import { listWithdrawn } from '../../records/index.ts'
import { ownCalendar } from './permissions.ts'
import type { CalendarAddress } from './calendar-address.ts'
import { calendarWindow, entriesOf, type CalendarEntry } from './calendar-entry.ts'
import { calendarFile } from './calendar-file.ts'
import { CalendarPage } from './calendar-page.tsx'
import { addressOfSecret, makeAddress, numberEntries, ownAddress, revokeAddress } from './calendar-store.ts'
import { meetingHref } from './diary-query.ts'
import { hasDiaryFile, meetingRef, meetingsInScope } from './meeting-read.ts'
import { meetingChild } from './meeting.ts'

type CalendarDeps = Pick<Services, 'records' | 'clock' | 'realClock' | 'pool' | 'council'>

/** Where calendar programs ask, with the secret as `key`. */
export const FEED = '/calendar.ics'
/** Times that one address is answered in a quarter of an hour: programs ask once an hour. */
const MAX_ASKED = 20
const QUARTER = 15 * 60

const originOf = (c: Context): string => new URL(c.req.url).origin

/** A person's own calendar address: made, shown once, revoked; mounted at `/calendar`. */
export const calendarRoutes = ({ records, clock }: CalendarDeps) =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const address = await ownAddress(records, allow(c.var.person, ownCalendar))
      return c.html(<CalendarPage frame={c.var.frame} madeAt={address?.madeAt ?? null} shown={null} />)
    })
    .post('/', async (c) => {
      const pass = allow(c.var.person, ownCalendar)
      const secret = await makeAddress(records, pass, clock)
      const address = await ownAddress(records, pass)
      // Shown in the answer to the form alone: no page, history or log has it again.
      c.header('Cache-Control', 'no-store')
      const shown = `${originOf(c)}${FEED}?key=${secret}`
      return c.html(<CalendarPage frame={c.var.frame} madeAt={address?.madeAt ?? null} shown={shown} />)
    })
    .post('/revoke', async (c) => {
      await revokeAddress(records, allow(c.var.person, ownCalendar), clock)
      return c.redirect('/calendar', 303)
    })

const said = (c: Context, status: 404 | 410 | 429, sentence: string) => {
  if (status === 429) c.header('Retry-After', String(QUARTER))
  c.header('Cache-Control', 'no-store')
  return c.text(sentence, status)
}
const TOO_OFTEN = 'This was asked for too often. Ask again in 15 minutes.'

/** The calendar itself: opened by its secret alone, with times and links and no child; mounted at `/calendar.ics`. */
export const calendarFeed = (deps: CalendarDeps) =>
  new Hono<VisitorEnv>().get('/', async (c) => {
    const { records, realClock, council } = deps
    const secret = c.req.query('key') ?? ''
    const found = secret === '' ? null : await addressOfSecret(records, council.id, secret)
    const tries = await countTry(
      records,
      council.id,
      found ? `calendar ${found.address.id}` : 'calendar',
      realClock.now(),
      MAX_ASKED,
    )
    if (tries > MAX_ASKED) return said(c, 429, TOO_OFTEN)
    if (!found) return said(c, 404, 'There is no calendar at this address.')
    if (found.isRevoked)
      return said(c, 410, 'This address was revoked. Make a new one on your account’s page.')
    const file = await fileFor(deps, found.address, originOf(c))
    if (file === null)
      return said(c, 410, 'The account of this calendar is closed, or has no meetings to see.')
    c.header('Content-Type', 'text/calendar; charset=utf-8')
    c.header('Cache-Control', 'no-store')
    return c.body(file)
  })

/** Null when the account is closed or its role has no calendar any more. */
async function fileFor(
  { records, clock, pool, council }: CalendarDeps,
  address: CalendarAddress,
  origin: string,
): Promise<string | null> {
  const today = clock.today()
  const account = await accountById(records, allow(operator(council.id), 'people:read'), address.personId)
  const hasLeft = !account.active || (account.lastDay !== null && account.lastDay < today)
  // As they are signed in: with the children who are given to them today.
  const person = (await assigned(records, council.id, [account.person], today))[0]!
  if (hasLeft || !may(person, ownCalendar)) return null
  const pass = allow(person, ownCalendar)
  const reading = allow(person, 'cases:read')
  const window = calendarWindow(today)
  const snapshot = await pool.current(council.id)
  const cancelled = new Set(
    (await listWithdrawn(records, reading, meetingChild)).map(({ record }) =>
      meetingRef(council.id, record.meeting),
    ),
  )
  const current: CalendarEntry[] = snapshot
    ? await childReader({ records, clock }, reading).read(
        meetingsInScope(snapshot, records, reading, window, entriesOf, () => []),
        { what: 'export', subject: 'calendar: times and links', why: 'their own calendar address' },
      )
    : []
  // Without the council’s file nobody knows which of its meetings are cancelled: they stay.
  const knowsAll = snapshot !== null && (await hasDiaryFile(snapshot))
  const entries = await numberEntries(records, pass, clock, {
    address,
    current,
    from: window.from,
    isCancelled: ({ ref }) => knowsAll || cancelled.has(ref),
  })
  return calendarFile(council.name, entries, (ref) => `${origin}${meetingHref(ref)}`)
}
