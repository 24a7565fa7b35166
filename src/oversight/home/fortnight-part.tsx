import type { HomePart, Person } from '../../access/index.ts'
import { formatDay, formatDayOfYear, formatWeekday, type Day } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { classNames } from '../../ui/components/content.ts'
import { childHref } from '../../ui/links.ts'
import { ColumnHeads } from '../../ui/tables/column-heads.tsx'
import { answerLink, ChildCell, OverCell } from './child-cells.tsx'
import { fortnightOf, type Fortnight } from './fortnight.ts'
import type { OwnWork, WorkRow } from './own-work.ts'
import type { Diary } from '../conferences/diary.ts'
import { describeReports, firstReport } from './meetings-part.tsx'
import { firstToAnswer } from './first-to-answer.ts'

/** A worker's ten working days, and then each of their children once. */
export function fortnightPart(work: OwnWork, person: Person, today: Day, diary: Diary): HomePart {
  const fortnight = fortnightOf(work, today)
  return {
    heading: `Your children: ${fortnight.total}`,
    note: `Late and due as at ${formatDay(work.asAt)}. You see the children allocated to you; opening one is recorded.`,
    lead: {
      title: 'Your children, your fortnight',
      sentence: withReports(sentenceOf(fortnight), describeReports(diary)),
      ...firstReport(diary),
      ...firstToAnswer(work, person),
    },
    body: (
      <>
        <Days fortnight={fortnight} asAt={work.asAt} today={today} />
        <Children fortnight={fortnight} />
      </>
    ),
  }
}

const withReports = (sentence: { bold: string; rest?: string }, reports: string) =>
  reports === '' ? sentence : { bold: `${sentence.bold} ${reports}`, rest: sentence.rest ?? '' }

export function sentenceOf({ late, due, total, days }: Fortnight): { bold: string; rest?: string } {
  if (total === 0) return { bold: 'No child is allocated to you in these figures.' }
  const until = formatDayOfYear(days.at(-1)!)
  const of = formatCount(total, 'child', 'children')
  const rest = `${due.length} ${late.length > 0 ? 'more have' : `of your ${of} have`} something due by ${until}.`
  if (late.length === 0) return { bold: 'Nothing is late.', rest: due.length > 0 ? rest : '' }
  return {
    bold: `${late.length} of your ${of} ${late.length === 1 ? 'has' : 'have'} something late.`,
    rest: due.length > 0 ? rest : `Nothing else is due by ${until}.`,
  }
}

const Mark = ({ kind }: { kind: 'late' | 'due' | 'since' }) => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    {kind === 'since' ? (
      <circle cx="7" cy="7" r="5" fill="none" stroke="#484949" stroke-dasharray="2 2" />
    ) : (
      <path
        d="M7 1.5 12.5 7 7 12.5 1.5 7z"
        fill={kind === 'late' ? '#f46a25' : '#ffffff'}
        stroke={kind === 'late' ? '#8a3a10' : '#0b0c0c'}
        stroke-width="1.5"
      />
    )}
  </svg>
)

const Numbers = ({ rows, kind }: { rows: readonly WorkRow[]; kind: 'late' | 'due' | 'since' }) => (
  <>
    {rows.map(({ row }) => (
      <p>
        <Mark kind={kind} /> {row.ref ? <a href={childHref(row.ref)}>{row.childId}</a> : row.caseId}
        {kind === 'since' ? <span class="govuk-visually-hidden"> fell due since the figures</span> : null}
      </p>
    ))}
  </>
)

function Days({ fortnight: { days, lines }, asAt, today }: { fortnight: Fortnight; asAt: Day; today: Day }) {
  if (lines.length === 0) return null
  const isToday = (day: Day) => day === (days.findLast((shown) => shown <= today) ?? days[0])
  const classesOf = (day: Day) =>
    classNames(
      isToday(day) && 'wm-fortnight__today',
      day < today && !isToday(day) && 'wm-fortnight__passed',
    ) || undefined
  return (
    <ScrollRegion label="Ten working days">
      <table class="govuk-table wm-records wm-fortnight">
        <caption class="govuk-visually-hidden">Ten working days, kind of work by day</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Ten working days
            </th>
            <th scope="col" class="govuk-table__header">
              Late
            </th>
            {days.map((day) => (
              <th scope="col" class={classNames('govuk-table__header', classesOf(day))}>
                {isToday(day) ? <b>Today </b> : null}
                {shortDay(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {lines.map(({ list, late, dueOn }) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {list.title}
              </th>
              <td class="govuk-table__cell" data-label="Late">
                {late.length > 0 ? <Numbers rows={late} kind="late" /> : null}
              </td>
              {days.map((day) => {
                const due = dueOn.get(day) ?? []
                return (
                  <td class={classNames('govuk-table__cell', classesOf(day))} data-label={shortDay(day)}>
                    {due.length > 0 ? <Numbers rows={due} kind={day < today ? 'since' : 'due'} /> : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="wm-note">
        <Mark kind="late" /> late <Mark kind="due" /> due that day <Mark kind="since" /> fell due since{' '}
        {formatDay(asAt)}: the figures cannot say whether it was done
      </p>
    </ScrollRegion>
  )
}

const shortDay = (day: Day): string => {
  const [weekday = '', number = '', month = ''] = formatWeekday(day).split(' ')
  return `${weekday.slice(0, 3)} ${number} ${month.slice(0, 3)}`
}

const HEADS = ['Child', 'Late or due next', 'Late by', 'On the list']

const Children = ({ fortnight: { late, due, nothing, days } }: { fortnight: Fortnight }) => {
  const until = formatDayOfYear(days.at(-1)!)
  return (
    <>
      <Group title={`Late: ${late.length}`} note="A child leaves when the rule clears." rows={late} />
      <Group title={`Due by ${until}: ${due.length}`} rows={due} />
      {nothing.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">
            Nothing due by {until}: {nothing.length}
          </h3>
          <p>
            {nothing.map(({ personId, ref }, index) => (
              <>
                {index > 0 ? ', ' : ''}
                <a href={childHref(ref)}>{personId}</a>
              </>
            ))}
          </p>
        </>
      ) : null}
    </>
  )
}

const Group = ({ title, note, rows }: { title: string; note?: string; rows: Fortnight['late'] }) =>
  rows.length === 0 ? null : (
    <table class="govuk-table wm-records">
      <caption class="govuk-table__caption govuk-table__caption--s">
        {title} {note ? <span class="wm-secondary">{note}</span> : null}
      </caption>
      <ColumnHeads heads={HEADS} />
      <tbody class="govuk-table__body">
        {rows.map((child) => (
          <tr class="govuk-table__row">
            <ChildCell row={child.rows[0]!.row} />
            <td class="govuk-table__cell" data-label={HEADS[1]}>
              {child.rows.map(({ row }) => (
                <div>
                  {row.isOverdue ? <b>{row.rules[0]!.rule}</b> : row.rules[0]!.rule}
                  {row.dueOn ? `, ${row.isOverdue ? 'was due' : 'due'} ${formatDay(row.dueOn)}` : ''}
                </div>
              ))}
            </td>
            <OverCell row={child.rows[0]!.row} label={HEADS[2]!} />
            <td class="govuk-table__cell" data-label={HEADS[3]}>
              {child.rows.map((own) => (
                <div>{answerLink(own)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
