import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import type { Services } from '../platform/room.ts'
import { TaskList } from '../ui/components/task-list.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { firstSteps, type FirstStep } from './first-steps.ts'
import { FIRST_STEPS } from './permissions.ts'

/** What a new council does first; mounted at `/first-steps`. */
export const firstStepsRoutes = (services: Services) =>
  new Hono<WebEnv>().get('/', async (c) => {
    allow(c.var.person, FIRST_STEPS)
    return c.html(<FirstStepsPage frame={c.var.frame} steps={await firstSteps(services, c.var.person)} />)
  })

const FirstStepsPage = ({ frame, steps }: { frame: FrameProps; steps: readonly FirstStep[] }) => {
  const done = steps.filter((step) => step.done !== null).length
  const next = steps.find((step) => step.done === null)
  return (
    <Page frame={frame} title="First steps">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <PageHeading
            title="First steps"
            sentence={{
              bold: `${done} of ${steps.length} steps are done.`,
              rest: next
                ? `Next: ${next.title.charAt(0).toLowerCase()}${next.title.slice(1)}.`
                : 'Waymark is ready to use.',
            }}
          />
          <TaskList
            idPrefix="first-steps"
            items={steps.map(({ title, hint, href, done }) => ({
              title: { text: title },
              hint: { text: hint },
              href: href ?? undefined,
              status: done === null ? { tag: { text: 'To do', classes: 'govuk-tag--blue' } } : { text: done },
            }))}
          />
          <p class="govuk-body">
            A step is a link for those whose role may open it. On the server, <code>waymark init</code> sets
            up the council and its first administrator, and <code>waymark people</code> opens accounts.
          </p>
        </div>
      </div>
    </Page>
  )
}
