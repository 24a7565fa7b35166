import { describeScope, describeWithheld, type Scope } from '../../access/index.ts'
import { daysBetween, formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Select } from '../../ui/components/select.tsx'
import { WarningText } from '../../ui/components/warning-text.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { measureHref } from '../../ui/links.ts'
import { Page, PageHeading } from '../../ui/page.tsx'
import { AnswerForm, type AnswerFormProps } from '../answers/answer-fields.tsx'
import type { StandardNote } from '../guidance/standard-note.ts'
import { StandardPart } from '../guidance/standard-part.tsx'
import { listHref, type ListQuery } from './list-query.ts'
import { ListTable } from './list-table.tsx'
import { rowKey, type ListView } from './list-view.ts'

interface ListPageProps {
  frame: FrameProps
  scope: Scope
  view: ListView
  asAt: Day
  /** Why the list cannot be told of this snapshot; null when it can. */
  why: string | null
  mayAnswer: boolean
  form: AnswerFormProps | null
  /** What the list's cases are counted by, with its figure's own words; null where no measure counts them. */
  measure: { href: string; title: string } | null
  /** Which practice standard rules the list; null where none does. */
  standard?: StandardNote | null
}

/** A month's extract is overtaken by the next. */
const OLD_AFTER_DAYS = 31

const FIELDS = { reason: 'reason', plan: 'plan', owner: 'owner', check_back_on: 'check_back_on-day' } as const

/** One list: who is overdue and why, who is due, and what has been answered (child-level). */
export function ListPage(props: ListPageProps) {
  const { frame, view, asAt, why, form } = props
  const { list } = view
  const errors = Object.entries(FIELDS).flatMap(([name, control]) =>
    form?.errors[name] ? [{ text: form.errors[name], href: `#${control}` }] : [],
  )
  return (
    <Page
      frame={frame}
      title={list.title}
      section="/lists"
      breadcrumbs={[{ text: 'Lists', href: '/lists' }]}
      error={errors.length > 0}
      wide
    >
      {errors.length > 0 ? <ErrorSummary errorList={errors} /> : null}
      <PageHeading
        caption={`${list.rule} · as at ${formatDay(asAt)}, answers to ${formatDay(frame.today)}`}
        title={list.title}
        sentence={why === null ? sentenceOfList(view) : { bold: 'This list cannot be told.', rest: why }}
      />
      {props.standard ? <StandardPart note={props.standard} list={list} /> : null}
      <OldFigures asAt={asAt} today={frame.today} />
      {view.withheld === 0 ? null : <p>{describeWithheld(view.withheld)}</p>}
      {why === null ? <Rows {...props} /> : null}
      <p class="wm-note">
        Clock: {list.clock}. Overdue: {list.overdue}.{' '}
        {props.measure ? (
          <>
            The same cases are counted by <a href={props.measure.href}>{props.measure.title}</a>.{' '}
          </>
        ) : (
          list.rules.flatMap(({ differs }) => (differs ? [`${differs} `] : []))
        )}
        Your role shows you {describeScope(props.scope)}. Opening this list was recorded, with the children on
        it.
      </p>
    </Page>
  )
}

/** The figures are of a day so long ago that much of a list may be done. */
export const OldFigures = ({ asAt, today }: { asAt: Day; today: Day }) =>
  daysBetween(asAt, today) > OLD_AFTER_DAYS ? (
    <WarningText
      iconFallbackText="Warning"
      text={`The figures are ${formatCount(daysBetween(asAt, today), 'day')} old. What was done after ${formatDay(asAt)} is not known here: look at the case before you ask.`}
    />
  ) : null

/** Overdue rows, and below them those that fall due. */
function Rows(props: ListPageProps) {
  const { view, asAt, form } = props
  const { list, query, counts, overdue, due } = view
  const shared = { list, query, asAt, today: props.frame.today, mayAnswer: props.mayAnswer }
  const open = form && view.open ? { key: rowKey(view.open.row), content: <AnswerForm {...form} /> } : null
  return (
    <>
      <p class="wm-list-printed">
        Printed by {props.frame.person?.name ?? 'nobody who is signed in'}, {formatDay(props.frame.today)}.
        Shred after use.
      </p>
      <Filters view={view} />
      <TogetherLink {...props} />
      <h2 class="wm-section">
        Overdue: {formatNumber(counts.shown)}{' '}
        <span class="wm-secondary">A child leaves only when the rule clears, not when it is answered.</span>
      </h2>
      {overdue.length === 0 ? (
        <p>{query.only === null && counts.shown === 0 ? 'Nothing is overdue.' : 'None of them.'}</p>
      ) : (
        <ScrollRegion label={`Overdue: ${list.title}`}>
          <ListTable {...shared} rows={overdue} isOverdue form={open} />
        </ScrollRegion>
      )}
      <Pages view={view} />
      {list.due === null || query.only !== null ? null : (
        <>
          <h2 class="wm-section">
            Due in the next 10 working days: {formatNumber(counts.due)}{' '}
            <span class="wm-secondary">{list.due}</span>
          </h2>
          {due.length === 0 ? (
            <p>{counts.due === 0 ? 'Nothing is due.' : 'None of them.'}</p>
          ) : (
            <ScrollRegion label={`Due: ${list.title}`}>
              <ListTable {...shared} rows={due} isOverdue={false} form={open} />
            </ScrollRegion>
          )}
        </>
      )}
    </>
  )
}

/** Where the rule allows it, and more than one has no answer: the page that answers for many. */
const TogetherLink = ({ view: { list, query, counts }, mayAnswer }: ListPageProps) =>
  list.answersTogether && mayAnswer && counts.overdue - counts.answered > 1 ? (
    <p class="wm-together-link">
      <a href={listHref(list.id, { ...query, only: null, open: null, page: 1 }, '/together')}>
        Give one reason for many {list.counted.many}
      </a>
    </p>
  ) : null

/** Who has no answer, first. */
export function sentenceOfList({ list, counts }: Pick<ListView, 'list' | 'counts'>): {
  bold: string
  rest: string
} {
  const { overdue, answered, broken, since, due, fellDue } = counts
  const unanswered = overdue - answered
  const { one, many } = list.counted
  const promises =
    broken === 0 ? '' : `${formatCount(broken, 'promise')} ${broken === 1 ? 'was' : 'were'} not kept. `
  const changed = `${since === 0 ? '' : `${formatCount(since, 'answer')} since the day of the figures. `}${
    fellDue === 0
      ? ''
      : `${formatNumber(fellDue)} fell due since: ${fellDue === 1 ? 'was it' : 'were they'} done?`
  }`.trim()
  if (overdue === 0)
    return {
      bold: 'Nothing is overdue.',
      rest:
        due === 0
          ? ''
          : `${formatCount(due, one, many)} ${due === 1 ? 'is' : 'are'} due in the next 10 working days. ${changed}`.trim(),
    }
  return unanswered === 0
    ? {
        bold:
          overdue === 1
            ? `The only ${one} has an answer.`
            : `Every one of ${formatCount(overdue, one, many)} has an answer.`,
        rest: `${promises}${changed}`,
      }
    : {
        bold: `${formatNumber(unanswered)} of ${formatCount(overdue, one, many)} ${unanswered === 1 ? 'has' : 'have'} no answer.`,
        rest: `${promises}${changed}`,
      }
}

/** Selects and links: each choice is an address. */
function Filters({ view }: Pick<ListPageProps, 'view'>) {
  const { list, query, counts, teams, workers, rules } = view
  const without = (change: Partial<ListQuery>) =>
    listHref(list.id, { ...query, ...change, open: null, page: 1 })
  const only = (value: ListQuery['only'], words: string) =>
    query.only === value ? <b>{words}</b> : <a href={without({ only: value })}>{words}</a>
  return (
    <div class="wm-list-filters">
      <form method="get" action={listHref(list.id)} class="wm-list-filters__form">
        {query.only ? <input type="hidden" name="only" value={query.only} /> : null}
        {query.sort === 'over' ? null : <input type="hidden" name="sort" value={query.sort} />}
        <Choice name="team" label="Team" all="All teams" values={teams} value={query.team} />
        <Choice name="worker" label="Worker" all="All workers" values={workers} value={query.worker} />
        <Choice name="rule" label="Rule" all="All rules" values={rules} value={query.rule} />
        {teams.length + workers.length + rules.length > 3 ? (
          <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
            Show
          </button>
        ) : null}
      </form>
      <p class="wm-list-filters__links">
        {only(null, `All ${counts.overdue}`)} ·{' '}
        {only('unanswered', `Only without an answer (${counts.overdue - counts.answered})`)} ·{' '}
        {only('several', `On more than one list (${counts.several})`)} ·{' '}
        {only('broken', `Promise not kept (${counts.broken})`)}
        {counts.passed > 0 || query.only === 'passed' ? (
          <> · {only('passed', `Passed on by a clinic (${counts.passed})`)}</>
        ) : null}
      </p>
      <p class="wm-list-filters__files">
        <a href={listHref(list.id, { ...query, open: null, page: 1 }, '.xlsx')}>Excel</a>{' '}
        <a href={listHref(list.id, { ...query, open: null, page: 1 }, '.csv')}>CSV</a>
      </p>
    </div>
  )
}

const Choice = (props: {
  name: 'team' | 'worker' | 'rule'
  label: string
  all: string
  values: readonly string[]
  value: string | null
}) =>
  props.values.length < 2 && props.value === null ? null : (
    <Select
      name={props.name}
      label={{ text: props.label }}
      value={props.value ?? ''}
      items={[{ value: '', text: props.all }, ...props.values.map((value) => ({ text: value }))]}
    />
  )

function Pages({ view: { list, query, pages } }: Pick<ListPageProps, 'view'>) {
  if (pages === 1) return null
  return (
    <p>
      Page {query.page} of {pages}
      {query.page > 1 ? (
        <>
          {' · '}
          <a href={listHref(list.id, { ...query, page: query.page - 1, open: null })}>Previous</a>
        </>
      ) : null}
      {query.page < pages ? (
        <>
          {' · '}
          <a href={listHref(list.id, { ...query, page: query.page + 1, open: null })}>Next</a>
        </>
      ) : null}
    </p>
  )
}

export const measureOf = (view: Pick<ListView, 'list'>, title: string | null): ListPageProps['measure'] =>
  view.list.counts && title ? { href: measureHref(view.list.counts.series), title } : null
