import { formatDay } from '../../platform/day.ts'
import { formatNumber } from '../../platform/words.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { standardsIn, type FrameworkVersion } from './framework.ts'
import { TASKFORCE_CRUMBS } from './taskforce-page.tsx'
import type { TaskforceView } from './taskforce-view.ts'
import { taskforceHref, type Taskforce } from './taskforce.ts'

interface FrameworkPageProps {
  frame: FrameProps
  taskforce: Taskforce
  version: FrameworkVersion
  versions: readonly FrameworkVersion[]
  view: TaskforceView
  mayRun: boolean
}

/** One version of the framework: what binds the taskforce and the council, and which days it applies to. */
export function FrameworkPage({ frame, taskforce, version, versions, view, mayRun }: FrameworkPageProps) {
  const inOrder = versions.toSorted((left, right) => (left.fromDay < right.fromDay ? -1 : 1))
  const number = inOrder.findIndex(({ id }) => id === version.id) + 1
  const next = inOrder[number]
  const title = `Framework: version ${number}`
  const counted = view.framework?.version.id === version.id ? view.framework : null
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={[...TASKFORCE_CRUMBS, { text: taskforce.title, href: taskforceHref(taskforce.id) }]}
    >
      <PageHeading
        caption={`${taskforce.title} · agreed by ${version.agreedBy}`}
        title={title}
        sentence={{
          bold: next
            ? `It applied from ${formatDay(version.fromDay)} until version ${number + 1} on ${formatDay(next.fromDay)}.`
            : `It applies from ${formatDay(version.fromDay)}.`,
          rest: 'A version never changes; the next is another version.',
        }}
      />
      <p class="wm-links">
        {inOrder.map(({ id }, index) =>
          id === version.id ? (
            <b>Version {index + 1}</b>
          ) : (
            <a href={`/taskforce-frameworks/${id}`}>Version {index + 1}</a>
          ),
        )}{' '}
        {mayRun ? (
          <a href={`/taskforce-frameworks/new?taskforce_id=${taskforce.id}`}>Add the next version</a>
        ) : null}
      </p>
      <Parts version={version} counted={counted} />
      <p>
        <a href={`/taskforce-frameworks/${version.id}/history`}>History</a>
      </p>
    </Page>
  )
}

const Parts = ({ version, counted }: { version: FrameworkVersion; counted: TaskforceView['framework'] }) => (
  <>
    {[
      { heading: 'The taskforce: quality', text: version.taskforceQuality, isTicked: true },
      { heading: 'The taskforce: timescale', text: version.taskforceTimescale, isTicked: false },
      { heading: 'The council: quality', text: version.councilQuality, isTicked: false },
      { heading: 'The council: timescale', text: version.councilTimescale, isTicked: false },
    ].map(({ heading, text, isTicked }) => (
      <section class="wm-part">
        <h2>{heading}</h2>
        {standardsIn(text).length === 0 ? <p>Nothing is agreed.</p> : null}
        <ul class="govuk-list govuk-list--bullet">
          {standardsIn(text).map((standard) => {
            const met = isTicked ? counted?.met.find((one) => one.standard === standard) : undefined
            return (
              <li>
                {standard}
                {met
                  ? `: met for ${formatNumber(met.count)} of ${formatNumber(counted!.ticked)} re-assessed`
                  : null}
              </li>
            )
          })}
        </ul>
      </section>
    ))}
  </>
)
