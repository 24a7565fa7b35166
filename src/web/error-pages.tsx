import { randomBytes } from 'node:crypto'
import type { Child } from 'hono/jsx'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { LacksPermission, rolesThatMay, type VisitorEnv } from '../access/index.ts'
import type { Services } from '../platform/room.ts'
import { Gone, NotAllowed, NotFound, Refused, Stale } from '../platform/errors.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { ForgedForm } from './form-check.ts'
import { bareFrame } from './page-frame.ts'

interface Answer {
  status: ContentfulStatusCode
  title: string
  children: Child
}

const P = ({ children }: { children: Child }) => <p class="govuk-body">{children}</p>
const Link = ({ href, children }: { href: string; children: Child }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
)

/** The same for a page that does not exist and for one that the person may not see, so that neither is revealed. */
const notFound: Answer = {
  status: 404,
  title: 'Page not found',
  children: (
    <>
      <P>If you typed the address, check it. If you followed a link, you may not have access to the page.</P>
      <P>
        <Link href="/help">Ask for access</Link>
      </P>
    </>
  ),
}

function notAllowed(error: NotAllowed): Answer {
  const roles = error instanceof LacksPermission ? rolesThatMay(error.permission) : []
  return {
    status: 403,
    title: 'Your role does not open this page',
    children: (
      <>
        {roles.length > 0 ? (
          <>
            <P>It is open to:</P>
            <ul class="govuk-list govuk-list--bullet">
              {roles.map((role) => (
                <li>{role}</li>
              ))}
            </ul>
          </>
        ) : null}
        <P>
          If you need it for your work, <Link href="/help">ask for access</Link>.
        </P>
      </>
    ),
  }
}

const forged: Answer = {
  status: 403,
  title: 'We did not accept that form',
  children: (
    <>
      <P>
        Nothing has changed. We could not be sure that the form came from you: you may have signed in or out
        since you opened the page, or another site may have sent it.
      </P>
      <P>Go back, load the page again, and send it once more.</P>
      <P>
        If it keeps happening, your browser may not be keeping Waymark’s cookie. Waymark needs an address that
        begins with https, unless it runs on the computer you are using.
      </P>
    </>
  ),
}

const stale = (error: Stale): Answer => ({
  status: 409,
  title: 'Someone else changed this first',
  children: (
    <>
      <P>{error.message}</P>
      <P>Your change has not been saved. Go back, load the page again to see theirs, and make yours.</P>
    </>
  ),
})

const refused = (error: Refused): Answer => ({
  status: 422,
  title: 'That cannot be done',
  children: (
    <>
      <P>{error.message}</P>
      <P>Nothing has changed.</P>
    </>
  ),
})

const gone = (error: Gone): Answer => ({
  status: 410,
  title: 'This has been deleted',
  children: <P>{error.message}</P>,
})

const tooLarge: Answer = {
  status: 413,
  title: 'What you sent is too large',
  children: <P>Nothing has changed. Shorten what you typed, or send a smaller file, and try again.</P>,
}

export const wrongMethod: Answer = {
  status: 405,
  title: 'That page cannot do what was asked',
  children: (
    <P>
      Nothing has changed. Start again from <Link href="/">the first page</Link>.
    </P>
  ),
}

const broken = (reference: string): Answer => ({
  status: 500,
  title: 'Sorry, something went wrong',
  children: (
    <P>
      Try again in a few minutes, or give the help desk this reference: <b>{reference}</b>.
    </P>
  ),
})

export const ErrorPage = ({ frame, answer }: { frame: FrameProps; answer: Answer }) => (
  <Page frame={frame} title={answer.title}>
    <PageHeading title={answer.title} />
    {answer.children}
  </Page>
)

/** Like `7F3A-19C2`: short enough to read out over the telephone. */
const newReference = (): string => {
  const text = randomBytes(4).toString('hex').toUpperCase()
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

/** Turns an error into its page. Unexpected errors are logged under the reference that the page shows. */
export const errorAnswers = (deps: Services) => (error: Error, c: Context<VisitorEnv>) => {
  const page = (answer: Answer) => {
    const frame = (c.var.frame as FrameProps | undefined) ?? bareFrame(deps.council, deps.clock.today())
    return c.html(<ErrorPage frame={frame} answer={answer} />, answer.status)
  }
  if (error instanceof NotAllowed) return page(notAllowed(error))
  if (error instanceof NotFound) return page(notFound)
  if (error instanceof ForgedForm) return page(forged)
  if (error instanceof Stale) return page(stale(error))
  if (error instanceof Gone) return page(gone(error))
  if (error instanceof Refused) return page(refused(error))
  if (error instanceof HTTPException && error.status === 413) return page(tooLarge)
  if (error instanceof HTTPException && error.status < 500) return page(notFound)
  const reference = newReference()
  // The route's pattern, because an address may name someone.
  deps.log.error('broken', error, { reference, method: c.req.method, route: c.req.routePath })
  return page(broken(reference))
}

export const notFoundAnswer = (c: Context<VisitorEnv>) =>
  c.html(<ErrorPage frame={c.var.frame} answer={notFound} />, 404)
