import { createMiddleware } from 'hono/factory'
import { csrfOf, ROLES, sectionsFor, type Council, type Person, type VisitorEnv } from '../access/index.ts'
import { dayInEngland, type Day } from '../platform/day.ts'
import type { Services } from '../platform/room.ts'
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

export const pageFrame = ({ council, clock, pool, rooms }: Services) =>
  createMiddleware<VisitorEnv>(async (c, next) => {
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
    const snapshot = await pool.current(council.id)
    if (snapshot) {
      c.set('frame', { ...signedIn, asAt: snapshot.asAt, loadedOn: dayInEngland(snapshot.loadedAt) })
    }
    return next()
  })

/** "Team manager, North 2" */
function roleLine({ role, scope }: Person): string {
  const { title } = ROLES[role]
  return scope.kind === 'team' ? `${title}, ${scope.teams.join(', ')}` : title
}
