import { createMiddleware } from 'hono/factory'
import {
  csrfOf,
  may,
  ROLES,
  sectionsFor,
  type Council,
  type Person,
  type VisitorEnv,
} from '../access/index.ts'
import { dayInEngland, type Day } from '../platform/day.ts'
import { gather, type Notice, type Services } from '../platform/room.ts'
import type { FrameProps } from '../ui/frame.tsx'

/** A frame that needs no store, for error pages. */
export const bareFrame = (council: Council, today: Day): FrameProps => ({
  councilName: council.name,
  brandColour: council.brandColour,
  person: null,
  sections: [],
  demonstration: council.demonstration,
  asAt: null,
  loadedOn: null,
  today,
  csrf: '',
})

export const pageFrame = (services: Services) =>
  createMiddleware<VisitorEnv>(async (c, next) => {
    const { council, clock, pool, rooms } = services
    const { person, token } = c.var
    const bare = { ...bareFrame(council, clock.today()), csrf: csrfOf(token) }
    if (!person) {
      c.set('frame', bare)
      return next()
    }
    const signedIn = {
      ...bare,
      person: { name: person.name, roleTitle: roleLine(person) },
      sections: sectionsFor(rooms, person),
    }
    // Set before reading the snapshot, so that the error page knows the person if that fails.
    c.set('frame', signedIn)
    const notices =
      may(person, 'load:read') && c.req.path.startsWith('/data') ? await noticesOf(services) : []
    const framed = { ...signedIn, notices }
    c.set('frame', framed)
    const snapshot = await pool.current(council.id)
    if (snapshot) {
      c.set('frame', { ...framed, asAt: snapshot.asAt, loadedOn: dayInEngland(snapshot.loadedAt) })
    }
    return next()
  })

const noticesOf = async (services: Services): Promise<Notice[]> =>
  (await gather(services.rooms, (room) => room.notices?.(services))).flat()

/** "Team manager, North 2" */
function roleLine({ role, scope }: Person): string {
  const { title } = ROLES[role]
  return scope.kind === 'team' ? `${title}, ${scope.teams.join(', ')}` : title
}
