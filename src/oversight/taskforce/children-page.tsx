import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { Select } from '../../ui/components/select.tsx'
import type { TableCell } from '../../ui/components/table.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { childrenHref, isLate, type ChildrenQuery } from './children-query.ts'
import { dueOn, OUTCOMES, STATES, stateOf, TRIAGE, type TaskforceCase } from './taskforce-case.ts'
import { TASKFORCE_CRUMBS } from './taskforce-page.tsx'
import { taskforceHref, type Taskforce } from './taskforce.ts'

export const CHILDREN_A_PAGE = 50

interface ChildrenPageProps {
  frame: FrameProps
  taskforce: Taskforce
  query: ChildrenQuery
  /** Those whom the query asks for and the reader may open, in order. */
  cases: readonly TaskforceCase[]
  /** The codes of workers whom children were given to. */
  workers: readonly string[]
  whose: string
}

/** The children of a taskforce's list whom the reader may open. Child-level. */
export function ChildrenPage({ frame, taskforce, query, cases, workers, whose }: ChildrenPageProps) {
  const page = query.page ?? 1
  const shown = cases.slice((page - 1) * CHILDREN_A_PAGE, page * CHILDREN_A_PAGE)
  const title = query.list === 'joined' ? 'The second list: in need since' : 'The frozen list'
  const late = cases.filter((child) => isLate(child, taskforce.daysAllowed, frame.today)).length
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={[...TASKFORCE_CRUMBS, { text: taskforce.title, href: taskforceHref(taskforce.id) }]}
      wide
    >
      <PageHeading
        caption={`${taskforce.title} · records to ${formatDay(frame.today)}`}
        title={title}
        sentence={{
          bold: `${formatCount(cases.length, 'child', 'children')} of those you may open.`,
          rest: late === 0 ? '' : `${formatNumber(late)} past day ${taskforce.daysAllowed}.`,
        }}
      />
      <Filters taskforce={taskforce} query={query} workers={workers} />
      <p class="wm-links">
        <a href={childrenHref(taskforce.id, { ...query, page: 1 }, '.xlsx')}>Excel</a>{' '}
        <a href={childrenHref(taskforce.id, { ...query, page: 1 }, '.csv')}>CSV</a>
      </p>
      {shown.length === 0 ? (
        <p>None of them.</p>
      ) : (
        <ScrollRegion label={title}>
          <ChildrenTable taskforce={taskforce} cases={shown} today={frame.today} />
        </ScrollRegion>
      )}
      <Pages taskforce={taskforce} query={query} count={cases.length} page={page} />
      <p class="wm-note">
        Your role shows you {whose}. Opening this list was recorded, with the children on it.
      </p>
    </Page>
  )
}

const options = (choices: Readonly<Record<string, string>>, all: string) => [
  { value: '', text: all },
  ...Object.entries(choices).map(([value, text]) => ({ value, text })),
]

const Filters = ({
  taskforce,
  query,
  workers,
}: Pick<ChildrenPageProps, 'taskforce' | 'query' | 'workers'>) => (
  <div class="wm-list-filters">
    <form method="get" action={`${taskforceHref(taskforce.id)}/children`} class="wm-list-filters__form">
      <Select
        name="list"
        label={{ text: 'List' }}
        value={query.list ?? 'frozen'}
        items={[
          { value: 'frozen', text: 'The frozen list' },
          { value: 'joined', text: 'In need since' },
        ]}
      />
      <Select
        name="state"
        label={{ text: 'State' }}
        value={query.state}
        items={options(STATES, 'Every state')}
      />
      <Select
        name="mark"
        label={{ text: 'Mark' }}
        value={query.mark}
        items={options({ ...TRIAGE, none: 'Not marked yet' }, 'Every mark')}
      />
      <Select
        name="outcome"
        label={{ text: 'Decision' }}
        value={query.outcome}
        items={options(OUTCOMES, 'Every decision')}
      />
      <Select
        name="worker"
        label={{ text: 'Given to' }}
        value={query.worker}
        items={options(Object.fromEntries(workers.map((worker) => [worker, worker])), 'Everyone')}
      />
      <Select
        name="late"
        label={{ text: 'Clock' }}
        value={query.late}
        items={options({ yes: `Past day ${taskforce.daysAllowed}` }, 'Any')}
      />
      <Select
        name="drawn"
        label={{ text: 'Sample' }}
        value={query.drawn}
        items={options({ yes: 'Drawn for moderation' }, 'All')}
      />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  </div>
)

export const caseHref = ({ taskforceId, id }: Pick<TaskforceCase, 'taskforceId' | 'id'>): string =>
  `${taskforceHref(taskforceId)}/children/${id}`

export const ChildrenTable = ({
  taskforce,
  cases,
  today,
}: {
  taskforce: Taskforce
  cases: readonly TaskforceCase[]
  today: Day
}) => (
  <RecordTable
    caption="Children"
    head={['Child', 'Mark', 'Team and worker then', 'Open since', 'Last seen', 'Given to', 'By', 'State'].map(
      (text) => ({ text }),
    )}
    rows={cases.map((child): TableCell[] => {
      const due = dueOn(child, taskforce.daysAllowed)
      const late = isLate(child, taskforce.daysAllowed, today)
      const given = child.taskforceWorker || child.taskforceTeam
      return [
        { html: <a href={caseHref(child)}>{child.child}</a> },
        { text: child.triage === null ? 'Not marked' : TRIAGE[child.triage] },
        { text: [child.team || 'No team', child.worker].filter(Boolean).join(', ') },
        { text: formatDay(child.openSince) },
        { text: child.lastSeenOn === null ? 'Never' : formatDay(child.lastSeenOn) },
        { text: given === '' ? '–' : `${given}${child.givenOn ? `, ${formatDay(child.givenOn)}` : ''}` },
        { text: due === null ? '–' : `${formatDay(due)}${late ? ': past' : ''}` },
        {
          text:
            stateOf(child, today) === 'done'
              ? `${child.outcome === null ? 'Decision not recorded' : OUTCOMES[child.outcome]}, ${formatDay(child.authorisedOn!)}`
              : STATES[stateOf(child, today)],
        },
      ]
    })}
  />
)

const Pages = (props: { taskforce: Taskforce; query: ChildrenQuery; count: number; page: number }) => {
  const { taskforce, query, count, page } = props
  const last = Math.ceil(count / CHILDREN_A_PAGE)
  if (last <= 1) return null
  const to = (other: number) => childrenHref(taskforce.id, { ...query, page: other })
  return (
    <p>
      Page {page} of {last}. {page > 1 ? <a href={to(page - 1)}>Previous page</a> : null}{' '}
      {page < last ? <a href={to(page + 1)}>Next page</a> : null}
    </p>
  )
}
