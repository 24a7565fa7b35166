import { createMiddleware } from 'hono/factory'
import { csrfOf, ROLES, sectionsFor, type Council, type Person, type VisitorEnv } from '../access/index.ts'
import { dayInEngland, type Day } from '../platform/day.ts'
import type { Services } from '../platform/room.ts'
import type { FrameProps } from '../ui/frame.tsx'

/** The frame of a page that is shown before anything is known: while we are broken, for one. */
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

/** Makes the frame around this request's page. */
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
    // Set before the snapshot is asked for: should that fail, the page that says so still knows who reads it.
    c.set('frame', signedIn)
    const snapshot = await pool.current(council.id)
    if (snapshot) {
      c.set('frame', { ...signedIn, asAt: snapshot.asAt, loadedOn: dayInEngland(snapshot.loadedAt) })
    }
    return next()
  })

/** The role, with the teams of those who have some: "Team manager, North 2". */
function roleLine({ role, scope }: Person): string {
  const { title } = ROLES[role]
  return scope.kind === 'team' ? `${title}, ${scope.teams.join(', ')}` : title
}
