import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import { measureHref } from '../../ui/links.ts'
import { Page, PageHeading } from '../../ui/page.tsx'
import { SeriesSparkline, verdictOf } from '../../performance/web.ts'
import { SpcMark } from '../../ui/charts/marks.tsx'
import { describeUnavailable } from '../../performance/index.ts'
import { describeLastLeft, describeStock } from './list-stock.ts'
import { OldFigures } from './list-page.tsx'
import { listHref } from './list-query.ts'
import type { ListGroups, ListLine } from './lists-view.ts'

interface ListsPageProps {
  frame: FrameProps
  groups: ListGroups
  asAt: Day | null
  /** "North 2"; whose children the counts are of. */
  whose: string
  /** They may open the lists, and not only see how long they are. */
  mayOpen: boolean
  /** Of a measure, by its series: its title. */
  titleOf: (series: string) => string
  links: readonly { text: string; href: string }[]
}

/** Every list in the reader's scope: what it asks, how long it is, and the measure that counts the same. */
export function ListsPage(props: ListsPageProps) {
  const { frame, groups, asAt, links } = props
  const mayLoad = frame.sections.some(({ href }) => href === '/data')
  const { overdue, clear, untold } = groups
  return (
    <Page frame={frame} title="Lists" section="/lists" wide>
      <PageHeading
        caption={`${overdue.length + clear.length + untold.length} lists · ${props.whose}`}
        title="Lists"
        sentence={asAt === null ? { bold: 'No data has been loaded yet.' } : sentenceOfLists(groups)}
      />
      <div class="wm-views">
        <p>
          <b>All lists</b>
          {links.map(({ text, href }) => (
            <>
              {' · '}
              <a href={href}>{text}</a>
            </>
          ))}
        </p>
        <p>
          <a href="/lists.xlsx">Excel</a> <a href="/lists.csv">CSV</a>
        </p>
      </div>
      {asAt === null ? null : <OldFigures asAt={asAt} today={frame.today} />}
      {overdue.length > 0 ? <Group {...props} title="Something overdue" lines={overdue} /> : null}
      {clear.length > 0 ? <Group {...props} title="Nothing overdue" lines={clear} /> : null}
      {untold.length > 0 ? (
        <>
          <h2 class="wm-section">Cannot be told: {untold.length}</h2>
          <dl class="govuk-summary-list">
            {untold.map(({ list, why }) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{list.title}</dt>
                <dd class="govuk-summary-list__value">
                  {(why === null ? null : describeUnavailable(why)?.sentence) ?? why}{' '}
                  {mayLoad ? <a href="/data/templates">Send the file</a> : null}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      <p class="wm-note">
        {asAt === null ? null : `${sinceOf(props)} `}A list that is what is left of a measure has as many rows
        as the measure has cases on that side. A child can be on several lists; each asks for its own answer.
      </p>
    </Page>
  )
}

/** The two clocks: what the records say that the figures do not know yet. */
function sinceOf({ groups, asAt, frame }: ListsPageProps): string {
  const lines = [...groups.overdue, ...groups.clear]
  const sum = (name: 'answeredSince' | 'fellDue') => lines.reduce((total, line) => total + line[name], 0)
  const [answers, fell] = [sum('answeredSince'), sum('fellDue')]
  return [
    `Figures as at ${formatDay(asAt!)}, answers to ${formatDay(frame.today)}:`,
    answers === 0
      ? 'none since.'
      : `${formatNumber(answers)} of the overdue ${answers === 1 ? 'was' : 'were'} answered since.`,
    fell === 0
      ? ''
      : `${formatNumber(fell)} fell due since; whether ${fell === 1 ? 'it was' : 'they were'} done is not known here.`,
  ]
    .filter(Boolean)
    .join(' ')
}

export function sentenceOfLists({ overdue, clear, untold }: ListGroups): { bold: string; rest?: string } {
  const all = overdue.length + clear.length + untold.length
  if (overdue.length === 0)
    return { bold: untold.length === all ? 'No list can be told yet.' : 'Nothing is overdue on any list.' }
  const missing = overdue.reduce((sum, { unanswered }) => sum + unanswered, 0)
  const growing = overdue.filter(({ stock }) => stock?.spc.direction === 'up')
  const longer =
    growing.length === 0
      ? ''
      : ` Getting longer: ${growing.map(({ list }) => list.title.toLowerCase()).join(', ')}.`
  const most = overdue.toSorted((a, b) => b.unanswered - a.unanswered)[0]!
  const lists = `${overdue.length} of ${formatCount(all, 'list')} ${overdue.length === 1 ? 'has' : 'have'} something overdue`
  return missing === 0
    ? { bold: `${lists}, and every row has an answer.`, rest: longer.trim() }
    : {
        bold: `${lists}, and ${formatCount(missing, 'answer')} ${missing === 1 ? 'is' : 'are'} missing.`,
        rest: `${missing === 1 ? 'It is' : `${formatNumber(most.unanswered)} of them ${most.unanswered === 1 ? 'is' : 'are'}`} on “${most.list.title}”.${longer}`,
      }
}

const HEADS = [
  'List and rule',
  'Due',
  'Overdue',
  'No answer',
  'Overdue at 24 month ends',
  'Is it changing?',
  'The measure that counts the same',
]

const Group = (props: ListsPageProps & { title: string; lines: readonly ListLine[] }) => (
  <>
    <h2 class="wm-section">
      {props.title}: {props.lines.length} <span class="wm-secondary">In the order of the work</span>
    </h2>
    <table class="govuk-table wm-records">
      <caption class="govuk-visually-hidden">{props.title}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {HEADS.map((head, index) => (
            <th
              scope="col"
              class={`govuk-table__header${index > 0 && index < 4 ? ' govuk-table__header--numeric' : ''}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {props.lines.map((line) => (
          <Line {...props} line={line} />
        ))}
      </tbody>
    </table>
  </>
)

function Line({
  line: { list, due, overdue, unanswered, passed, reported, stock },
  mayOpen,
  titleOf,
}: ListsPageProps & { line: ListLine }) {
  const count = (number: number, href: string) =>
    mayOpen && number > 0 ? <a href={href}>{formatNumber(number)}</a> : <>{formatNumber(number)}</>
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {mayOpen ? <a href={listHref(list.id)}>{list.title}</a> : list.title}
        <span class="wm-list-rule">{list.rule}</span>
      </th>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Due">
        {list.due === null ? 'looks back' : count(due, listHref(list.id))}
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Overdue">
        <b class="wm-work-list__over">{count(overdue, listHref(list.id))}</b>
        {overdue === 0 && stock ? <span class="wm-list-rule">{describeLastLeft(stock)}</span> : null}
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label="No answer">
        {overdue === 0 ? '–' : count(unanswered, listHref(list.id, { only: 'unanswered' }))}
        {passed === 0 ? null : (
          <span class="wm-list-rule">
            {formatNumber(passed)} passed to the head of service
            {reported === 0 ? '' : `, ${formatNumber(reported)} of them counted for the director`}
          </span>
        )}
      </td>
      <td class="govuk-table__cell" data-label={HEADS[4]}>
        {stock ? <SeriesSparkline {...stock} target={null} /> : <span class="wm-secondary">No series</span>}
      </td>
      <td class="govuk-table__cell" data-label={HEADS[5]}>
        {stock ? (
          <span class="wm-said">
            <SpcMark verdict={verdictOf(stock.spc)} direction={stock.spc.direction ?? undefined} />
            <span>{describeStock(stock)}</span>
          </span>
        ) : (
          '–'
        )}
      </td>
      <td class="govuk-table__cell" data-label="The measure that counts the same">
        {list.counts ? (
          <a href={measureHref(list.counts.series)}>{titleOf(list.counts.series)}</a>
        ) : (
          (list.rules.find(({ differs }) => differs)?.differs ?? 'Each of its rules has one')
        )}
      </td>
    </tr>
  )
}
