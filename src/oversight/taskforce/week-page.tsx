import { addDays, formatDay, type Day } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import type { Typed } from '../../records/index.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { Checkboxes } from '../../ui/components/checkboxes.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Select } from '../../ui/components/select.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { ChildrenTable } from './children-page.tsx'
import { TRIAGE, type TaskforceCase } from './taskforce-case.ts'
import { TASKFORCE_CRUMBS } from './taskforce-page.tsx'
import type { TaskforceWorker } from './taskforce-worker.ts'
import { taskforceHref, type Taskforce } from './taskforce.ts'

export interface WeekPageProps {
  frame: FrameProps
  taskforce: Taskforce
  monday: Day
  workers: readonly TaskforceWorker[]
  /** Of the frozen list, whom the reader may open. */
  cases: readonly TaskforceCase[]
  /** Those waiting for a worker, the most urgent first. */
  waiting: readonly TaskforceCase[]
  choices: readonly { value: string; text: string }[]
  mayWork: boolean
  form: { typed: Typed; givenTo: string; chosen: readonly string[]; errors: FieldErrors }
}

const MOST_OFFERED = 60

/** One week of giving out: what each worker has, who was given out, and who comes next. Child-level. */
export function WeekPage(props: WeekPageProps) {
  const { frame, taskforce, monday, cases, waiting, form } = props
  const sunday = addDays(monday, 6)
  const given = cases.filter(({ givenOn }) => givenOn !== null && givenOn >= monday && givenOn <= sunday)
  const at = taskforceHref(taskforce.id)
  const title = `Given out in the week of ${formatDay(monday)}`
  const controls: Record<string, string> = { given_on: 'given_on-day' }
  const errorList = Object.entries(form.errors).map(([name, text]) => ({
    text,
    href: `#${controls[name] ?? name}`,
  }))
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={[...TASKFORCE_CRUMBS, { text: taskforce.title, href: at }]}
      error={errorList.length > 0}
      wide
    >
      {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
      <PageHeading
        caption={taskforce.title}
        title={title}
        sentence={{
          bold: `${formatCount(given.length, 'child', 'children')} given out.`,
          rest: `${formatNumber(waiting.length)} of those you may open wait for a worker.`,
        }}
      />
      <p class="wm-links">
        <a href={`${at}/week?of=${addDays(monday, -7)}`}>The week before</a>{' '}
        <a href={`${at}/week?of=${addDays(monday, 7)}`}>The week after</a>
      </p>
      <Load {...props} />
      <h2 class="wm-section">Given out: {formatNumber(given.length)}</h2>
      {given.length === 0 ? (
        <p>Nobody was given out in this week.</p>
      ) : (
        <ScrollRegion label="Given out">
          <ChildrenTable taskforce={taskforce} cases={given} today={frame.today} />
        </ScrollRegion>
      )}
      {props.mayWork ? <GiveOut {...props} /> : null}
      <p class="wm-note">Opening this page was recorded, with the children on it.</p>
    </Page>
  )
}

function Load({ workers, cases, monday, frame, taskforce }: WeekPageProps) {
  const sunday = addDays(monday, 6)
  const rows = workers
    .filter(({ role }) => role === 'social_worker')
    .map(({ worker, team }) => {
      const own = cases.filter((child) => child.taskforceWorker === worker && child.givenOn !== null)
      const inWeek = (day: Day | null) => day !== null && day >= monday && day <= sunday
      return [
        { text: worker },
        { text: team },
        ...[
          own.filter(({ givenOn }) => inWeek(givenOn)).length,
          own.filter(({ authorisedOn }) => inWeek(authorisedOn)).length,
          own.filter(({ authorisedOn }) => authorisedOn === null || authorisedOn > frame.today).length,
        ].map((count) => ({ text: formatNumber(count), format: 'numeric' })),
      ]
    })
  if (rows.length === 0)
    return (
      <p>
        No worker has been added.{' '}
        <a href={`/taskforce-workers/new?taskforce_id=${taskforce.id}`}>Add a worker</a>
      </p>
    )
  return (
    <ScrollRegion label="Each worker">
      <RecordTable
        caption="What each worker has, of the children you may open"
        head={[
          { text: 'Worker' },
          { text: 'Team' },
          ...['Given this week', 'Re-assessed this week', 'In hand now'].map((text) => ({
            text,
            format: 'numeric',
          })),
        ]}
        rows={rows}
      />
    </ScrollRegion>
  )
}

const shown = (errors: FieldErrors, name: string) => (errors[name] ? { text: errors[name] } : undefined)

/** What a box of a form holds: the child's record, and the version that was shown. */
export const boxOf = ({ id, version }: Pick<TaskforceCase, 'id' | 'version'>): string => `${id}~${version}`

function GiveOut({ frame, taskforce, monday, waiting, choices, form }: WeekPageProps) {
  const offered = waiting.slice(0, MOST_OFFERED)
  if (offered.length === 0) return null
  return (
    <form method="post" action={`${taskforceHref(taskforce.id)}/week?of=${monday}`} novalidate>
      <h2 class="wm-section">
        Give out next <span class="wm-secondary">Urgent first, then those open longest</span>
      </h2>
      <CsrfField frame={frame} />
      <Checkboxes
        name="child"
        values={form.chosen}
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: 'Children' } }}
        errorMessage={shown(form.errors, 'child')}
        items={offered.map((child) => ({
          value: boxOf(child),
          text: `${child.child}: ${child.triage === null ? 'not marked' : TRIAGE[child.triage].toLowerCase()}, ${child.team || 'no team'}, open since ${formatDay(child.openSince)}, ${child.lastSeenOn === null ? 'never seen' : `last seen ${formatDay(child.lastSeenOn)}`}`,
        }))}
      />
      {waiting.length > offered.length ? (
        <p>{formatNumber(waiting.length - offered.length)} more come after these.</p>
      ) : null}
      <Select
        name="given_to"
        label={{ text: 'To' }}
        value={form.givenTo}
        items={choices}
        errorMessage={shown(form.errors, 'given_to')}
      />
      <DateInput
        id="given_on"
        namePrefix="given_on"
        values={form.typed}
        fieldset={{ legend: { text: 'On' } }}
        hint={{ text: 'Leave it empty for a team that has no worker for them yet' }}
        errorMessage={shown(form.errors, 'given_on')}
      />
      <Button text="Give them out" preventDoubleClick />
    </form>
  )
}
