import { addDays, daysBetween, formatDay, weekdayNumber } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ChartFigure, ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { BurnDownChart } from './burn-down-chart.tsx'
import { childrenHref } from './children-query.ts'
import { OptionsPart } from './options-part.tsx'
import {
  FrameworkPart,
  OutcomesPart,
  ReturnsPart,
  SamplePart,
  WeeksPart,
  WorkersPart,
} from './taskforce-parts.tsx'
import type { TaskforceView } from './taskforce-view.ts'
import { describeBurnDown, sentenceOf } from './taskforce-words.ts'
import { taskforceHref, TASKFORCES } from './taskforce.ts'

export interface TaskforcePageProps {
  frame: FrameProps
  view: TaskforceView
  /** They may open children, in their scope. */
  seesChildren: boolean
  seesWorkers: boolean
  /** They may set it up and decide. */
  mayRun: boolean
  /** They may give children out. */
  mayWork: boolean
}

export const TASKFORCE_CRUMBS = [
  { text: 'Lists', href: '/lists' },
  { text: 'Taskforces', href: TASKFORCES },
] as const

/** When the list will be finished, what is left when the contract ends, and whether the work is good. Counts alone. */
export function TaskforcePage(props: TaskforcePageProps) {
  const { frame, view, seesChildren, seesWorkers } = props
  const { taskforce } = view
  const title = `Taskforce: ${taskforce.title}`
  const sentence = sentenceOf(view)
  return (
    <Page frame={frame} title={title} section="/lists" breadcrumbs={TASKFORCE_CRUMBS} wide>
      <PageHeading caption={captionOf(view, seesWorkers)} title={title} sentence={sentence} />
      <Links {...props} />
      {taskforce.frozenOn === null ? <Freeze {...props} /> : <Facts {...props} />}
      {taskforce.frozenOn === null ? null : (
        <>
          <h2 class="wm-section">Children still to be re-assessed: {formatNumber(view.remaining)}</h2>
          <ChartFigure
            sentence={describeBurnDown(view)}
            note="Solid: done. Dashed: the pace that was bought. The band: every week like the slowest or the fastest of the last three full weeks; bank holidays are taken out."
            tableHref="#weeks"
            csvHref={`${taskforceHref(taskforce.id)}/burn-down.csv`}
          >
            <ScrollRegion label="Children still to be re-assessed, by day" classes="wm-burn-down">
              <BurnDownChart view={view} desc={describeBurnDown(view)} />
            </ScrollRegion>
          </ChartFigure>
          <OptionsPart view={view} mayRun={props.mayRun} />
          <div class="wm-clinic-halves wm-taskforce">
            <div>
              <WeeksPart view={view} />
              <OutcomesPart view={view} seesChildren={seesChildren} />
              <ReturnsPart view={view} />
            </div>
            <div>
              {seesWorkers ? <WorkersPart view={view} /> : null}
              <SamplePart view={view} />
              <FrameworkPart view={view} mayRun={props.mayRun} />
            </div>
          </div>
          <Compare {...props} />
        </>
      )}
      <p class="wm-note">
        {taskforce.frozenOn === null ? null : (
          <>
            The list was frozen on {formatDay(taskforce.frozenOn)}:{' '}
            {taskforce.frozenBy === 'file'
              ? 'it is the list in the files that were loaded.'
              : 'every child in need on that day, as the measure counts them.'}{' '}
            Nobody joins it; those who come into need later are on a second list. Re-assessed means authorised
            by a manager of the taskforce. The first worker keeps the child, and the taskforce’s part is not
            counted in caseloads.{' '}
          </>
        )}
        You see counts here, not children.
      </p>
    </Page>
  )
}

function captionOf({ taskforce, today, people }: TaskforceView, seesWorkers: boolean): string {
  const first = addDays(taskforce.startsOn, 1 - weekdayNumber(taskforce.startsOn))
  const weekOf = (day: typeof today) => Math.floor(daysBetween(first, day) / 7) + 1
  const week = weekOf(today)
  const all = weekOf(taskforce.endsOn)
  const when =
    week < 1
      ? `starts on ${formatDay(taskforce.startsOn)}`
      : week > all
        ? 'the contract has ended'
        : `week ${week} of ${all}`
  const who = seesWorkers
    ? ` · ${formatCount(people.workers, 'social worker')}, ${formatCount(people.managers, 'manager')}`
    : ''
  return `${when} · records to ${formatDay(today)}${who}`
}

const Links = ({ view: { taskforce }, seesChildren, seesWorkers, mayRun, mayWork }: TaskforcePageProps) => {
  const at = taskforceHref(taskforce.id)
  return (
    <p class="wm-links">
      {seesChildren && taskforce.frozenOn !== null ? <a href={`${at}/children`}>Its children</a> : null}{' '}
      {mayWork && seesChildren && taskforce.frozenOn !== null ? (
        <a href={`${at}/week`}>Give out this week</a>
      ) : null}{' '}
      {seesWorkers ? <a href="/taskforce-workers">Its workers</a> : null}{' '}
      <a href="/taskforce-frameworks">Its framework</a> <a href="/taskforce-decisions">Its decisions</a>{' '}
      {mayRun ? <a href={`${at}/change`}>Change the contract</a> : null} <a href={`${at}/history`}>History</a>
    </p>
  )
}

const Freeze = ({ frame, view: { taskforce }, mayRun }: TaskforcePageProps) =>
  mayRun ? (
    <form method="post" action={`${taskforceHref(taskforce.id)}/freeze`} novalidate>
      <CsrfField frame={frame} />
      <Button text="Freeze the list from the figures in use" preventDoubleClick />
      <p class="wm-note">
        It holds the taskforce’s list in the files, where they have one, and else every child in need at the
        day of the figures. It can be made again from the same load, and never changes.
      </p>
    </form>
  ) : null

const Compare = ({ frame, view: { taskforce }, mayRun }: TaskforcePageProps) => (
  <form method="post" action={`${taskforceHref(taskforce.id)}/compare`} novalidate>
    <p>
      {taskforce.comparedOn === null
        ? 'It has not been compared with later figures.'
        : `Leavers, joiners and returns are as at ${formatDay(taskforce.comparedOn)}.`}
    </p>
    {mayRun ? (
      <>
        <CsrfField frame={frame} />
        <Button text="Compare with the figures in use" classes="govuk-button--secondary" preventDoubleClick />
      </>
    ) : null}
  </form>
)

/** Facts that add up to the frozen list, each with the children behind it for those who may open them. */
function Facts({ view, seesChildren }: TaskforcePageProps) {
  const { taskforce, counts, frozen, pastDue, joined } = view
  const count = (number: number, query: Parameters<typeof childrenHref>[1]) =>
    seesChildren && number > 0 ? (
      <a href={childrenHref(taskforce.id, query)}>{formatNumber(number)}</a>
    ) : (
      <>{formatNumber(number)}</>
    )
  const facts = [
    { key: `Frozen on ${formatDay(taskforce.frozenOn!)}`, number: count(frozen, {}), more: '' },
    { key: 'Left before they were given out', number: count(counts.left, { state: 'left' }), more: '' },
    { key: 'Re-assessed', number: count(counts.done, { state: 'done' }), more: '' },
    {
      key: 'With the taskforce now',
      number: count(counts.working, { state: 'working' }),
      more: `${formatNumber(pastDue)} past day ${taskforce.daysAllowed}`,
    },
    { key: 'Not yet given to anyone', number: count(counts.waiting, { state: 'waiting' }), more: '' },
    { key: 'Joined since, second list', number: count(joined, { list: 'joined' }), more: 'not counted here' },
  ]
  return (
    <dl class="wm-facts">
      {facts.map(({ key, number, more }) => (
        <div>
          <dt>{key}</dt>
          <dd>
            <span class="wm-figure">{number}</span> {more}
          </dd>
        </div>
      ))}
    </dl>
  )
}
