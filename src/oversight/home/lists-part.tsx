import type { HomePart, Person } from '../../access/index.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { childHref } from '../../ui/links.ts'
import { ColumnHeads } from '../../ui/tables/column-heads.tsx'
import { formatOver } from '../lists/days-over.ts'
import { listHref } from '../lists/list-query.ts'
import { firstToAnswer } from './first-to-answer.ts'
import { childrenIn, firstLine, linesOf, type OwnWork, type WorkLine, type WorkRow } from './own-work.ts'

/** How each role's own page is called, and who its children are. */
const WORDS: Readonly<Record<string, { title: string; none: string }>> = {
  team_manager: { title: 'Your team', none: 'No child is allocated to your team in these figures.' },
  head_of_service: { title: 'Your service', none: 'No child is allocated to your service in these figures.' },
  reviewing_officer: {
    title: 'The children you chair for',
    none: 'Nobody has named the children whose meetings you chair. A head of service or an administrator gives them to you.',
  },
  auditor: {
    title: 'Drawn for you',
    none: 'No child has been drawn for you to audit. A head of service draws them.',
  },
  childrens_rights: {
    title: 'Children who go missing',
    none: 'No child who went missing is shown to you yet. A head of service or an administrator gives you these children.',
  },
}

/** What is overdue on a person's lists, one mark for each child. */
export function listsPart(work: OwnWork, person: Person): HomePart {
  const words = WORDS[person.role] ?? { title: 'Your lists', none: 'No child is in your scope.' }
  const lines = linesOf(work.rows)
  const overdue = lines.filter((line) => line.overdue.length > 0)
  return {
    heading: 'Overdue, list by list',
    note: 'A child can be on several lists and is counted on each.',
    lead: {
      title: words.title,
      sentence:
        work.children.length === 0 && work.rows.length === 0
          ? { bold: words.none }
          : sentenceOf(work, person, lines),
      ...firstToAnswer(work, person),
    },
    body: overdue.length === 0 ? <p>Nothing is overdue.</p> : <Lines lines={overdue} asAt={work.asAt} />,
  }
}

function sentenceOf(work: OwnWork, person: Person, lines: readonly WorkLine[]) {
  const late = lines.filter(({ overdue }) => overdue.length > 0)
  const of = formatCount(work.children.length, 'child', 'children')
  if (late.length === 0) return { bold: `Nothing is overdue for your ${of}.` }
  const children = childrenIn(late.flatMap(({ overdue }) => overdue))
  const lists = `${late.length} ${late.length === 1 ? 'list has' : 'lists have'} something overdue, for ${children} of your ${of}.`
  const line = firstLine(lines, person)
  if (!line) return { bold: 'Everything that is overdue has an answer.', rest: lists }
  const count = line.unanswered.length
  const things = formatCount(count, line.list.counted.one, line.list.counted.many)
  return {
    bold: `${things} on “${line.list.title}” ${count === 1 ? 'has' : 'have'} no answer.`,
    rest: lists,
  }
}

const HEADS = ['List', 'Overdue', 'No answer', 'Days over', 'Due', 'Longest']

const Lines = ({ lines, asAt }: { lines: readonly WorkLine[]; asAt: Day }) => (
  <>
    <table class="govuk-table wm-records">
      <caption class="govuk-visually-hidden">Overdue, list by list</caption>
      <ColumnHeads heads={HEADS} numeric={[1, 2, 4, 5]} />
      <tbody class="govuk-table__body">
        {lines.map((line) => (
          <Line line={line} />
        ))}
      </tbody>
    </table>
    <p class="wm-note">
      <Legend /> On one scale, each list by its own clock. As at {formatDay(asAt)}.{' '}
      <a href="/lists">All lists</a>
    </p>
  </>
)

function Line({ line: { list, overdue, due, unanswered } }: { line: WorkLine }) {
  const longest = overdue[0]!.row
  const count = (number: number, href: string) =>
    number === 0 ? '–' : <a href={href}>{formatNumber(number)}</a>
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a href={listHref(list.id)}>{list.title}</a>
        <span class="wm-list-rule">{list.rule}</span>
      </th>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label={HEADS[1]}>
        <b class="wm-work-list__over">{count(overdue.length, listHref(list.id))}</b>
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label={HEADS[2]}>
        {count(unanswered.length, listHref(list.id, { only: 'unanswered' }))}
      </td>
      <td class="govuk-table__cell" data-label={HEADS[3]}>
        <Marks rows={overdue} />
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label={HEADS[4]}>
        {list.due === null ? 'looks back' : count(due.length, listHref(list.id))}
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label={HEADS[5]}>
        {longest.ref ? <a href={childHref(longest.ref)}>{longest.childId}</a> : longest.caseId}
      </td>
    </tr>
  )
}

const [WIDTH, STEP, MOST, PILED] = [440, 12, 55, 4]

/** One mark for each row, piled where they would overlap; beyond the scale, and past a pile, a number says how many more. */
export function Marks({ rows }: { rows: readonly WorkRow[] }) {
  const columns = Map.groupBy(rows, ({ row }) =>
    Math.min(Math.round(((row.daysOver ?? MOST) / MOST) * (WIDTH / STEP - 4)), WIDTH / STEP - 4),
  )
  const deepest = Math.min(PILED, Math.max(...[...columns.values()].map((pile) => pile.length)))
  const height = deepest * STEP + 4
  return (
    <svg
      class="wm-marks"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={describeMarks(rows)}
    >
      <line x1="1" x2="1" y1="0" y2={height} stroke="#0b0c0c" stroke-width="2" />
      {[...columns].map(([column, pile]) => (
        <>
          {pile.slice(0, PILED).map(({ answer }, place) => (
            <circle
              cx={column * STEP + 9}
              cy={height - place * STEP - 8}
              r="4.5"
              fill={answer ? '#8fa3b4' : '#ffffff'}
              stroke={answer ? '#5b7083' : '#0b0c0c'}
              stroke-width={answer ? 1 : 2}
            />
          ))}
          {pile.length > PILED ? (
            <text x={column * STEP + 16} y="12" font-size="12" fill="#0b0c0c">
              +{pile.length - PILED}
            </text>
          ) : null}
        </>
      ))}
    </svg>
  )
}

const describeMarks = (rows: readonly WorkRow[]): string => {
  const over = rows.flatMap(({ row }) => row.daysOver ?? [])
  const unanswered = rows.filter(({ answer }) => answer === null).length
  const days =
    over.length > 0 ? `${formatOver(Math.min(...over))} to ${formatOver(Math.max(...over))} days over, ` : ''
  return `${days}${unanswered} of ${rows.length} without an answer`
}

const Legend = () => (
  <>
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <circle cx="6" cy="6" r="4.5" fill="#8fa3b4" stroke="#5b7083" />
    </svg>{' '}
    answered{' '}
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <circle cx="6" cy="6" r="4.5" fill="#ffffff" stroke="#0b0c0c" stroke-width="2" />
    </svg>{' '}
    without an answer.
  </>
)
