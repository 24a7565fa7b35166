import { Hono } from 'hono'
import { operator, type Role, type WebEnv } from '../../src/access/index.ts'
import { Gone, NotAllowed, NotFound, Refused } from '../../src/platform/errors.ts'
import type { FrameProps } from '../../src/ui/frame.tsx'

/** The frame of a page, as any council has it before its first load. */
export const someFrame = (more: Partial<FrameProps> = {}): FrameProps => ({
  councilName: 'Norchester City Council',
  brandColour: '#0b4a4f',
  person: { name: 'Someone', roleTitle: 'Someone' },
  sections: [],
  demonstration: false,
  asAt: null,
  loadedOn: null,
  today: '2015-02-06',
  csrf: 'proof',
  ...more,
})

interface Someone {
  role: Role
  council?: string | undefined
  frame?: Partial<FrameProps>
}

/** One room at its address, as someone of that role meets it; refusals have the statuses that the web gives them. */
export const asSomeone = (
  at: string,
  room: Hono<WebEnv>,
  { role, council = 'norchester', frame }: Someone,
): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .use(async (c, next) => {
      c.set('person', { ...operator(council), id: role, name: role, role })
      c.set('frame', someFrame(frame))
      await next()
    })
    .route(at, room)
    .onError((error, c) => {
      if (error instanceof NotAllowed) return c.text('not allowed', 403)
      if (error instanceof NotFound) return c.text('not found', 404)
      if (error instanceof Gone) return c.text(error.message, 410)
      if (error instanceof Refused) return c.text(error.message, 422)
      throw error
    })

/** What a page says, without its markup. */
export const textOf = async (response: Response | Promise<Response>): Promise<string> =>
  (await (await response).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
