import type { Person } from '../../access/index.ts'
import type { ListPageProps } from '../../records/web.ts'
import { dayInEngland, formatDay } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { Details } from '../../ui/components/details.tsx'
import type { TableCell } from '../../ui/components/table.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { GUIDANCE_AT, guidanceHref, type guidance } from './guidance.ts'
import { showsCounts, type CurrentGuidance, type ToConfirm } from './guidance-read.ts'
import { briefed, briefingsOf, confirmedOf, forWhom } from './guidance-words.ts'
import { STANDARDS_AT } from './practice-standard.ts'

export const LISTS_CRUMB = { text: 'Lists', href: '/lists' }
export const GUIDANCE_CRUMBS = [LISTS_CRUMB, { text: 'Guidance', href: GUIDANCE_AT }]

interface GuidanceListProps {
  frame: FrameProps
  person: Person
  found: readonly CurrentGuidance[]
  waiting: readonly ToConfirm[]
  mayIssue: boolean
  withdrawn: ListPageProps<typeof guidance.fields>['withdrawn']
}

/** All guidance: issued when, for whom, briefed to how many, and how many have confirmed it. Names nobody. */
export function GuidanceListPage(props: GuidanceListProps) {
  const { frame, found, waiting, mayIssue } = props
  const [first] = waiting
  return (
    <Page frame={frame} title="Guidance" section="/lists" breadcrumbs={[LISTS_CRUMB]}>
      <PageHeading
        caption="Issued, briefed, read and confirmed"
        title="Guidance"
        sentence={{
          bold:
            waiting.length === 0
              ? 'Nothing waits for you to read.'
              : `${formatCount(waiting.length, 'piece of guidance waits', 'pieces of guidance wait')} for you to read and confirm.`,
          rest: `${formatCount(found.length, 'piece of guidance is', 'pieces of guidance are')} in use.`,
        }}
      />
      {first ? (
        <p class="wm-first">
          <Button
            text={`Read “${first.entry.guidance.title}”`}
            href={guidanceHref(first.entry.guidance.id)}
          />
        </p>
      ) : null}
      {mayIssue ? (
        <div class="govuk-button-group">
          <Button href={`${GUIDANCE_AT}/new`} text="Add guidance" classes="govuk-button--secondary" />
        </div>
      ) : null}
      <p class="wm-links">
        <a href={STANDARDS_AT}>Practice standards</a> <a href={`${GUIDANCE_AT}.xlsx`}>Excel</a>{' '}
        <a href={`${GUIDANCE_AT}.csv`}>CSV</a>
      </p>
      {found.length === 0 ? <p>No guidance has been added.</p> : <GuidanceTable {...props} />}
      <Withdrawn {...props} />
      <p class="wm-note">
        Counted: people who have an account here and whose role and team the guidance is for. Those who came
        to a briefing are counted apart, as the person who led it wrote down. A new version asks everybody
        again.
      </p>
    </Page>
  )
}

const GuidanceTable = ({ person, found, waiting }: GuidanceListProps) => (
  <ScrollRegion label="Guidance">
    <RecordTable
      caption="Guidance in use"
      head={[
        { text: 'Guidance' },
        { text: 'Issued' },
        { text: 'In effect from' },
        { text: 'For' },
        { text: 'Briefed' },
        { text: 'Confirmed', format: 'numeric' },
        { text: 'Past the day', format: 'numeric' },
      ]}
      rows={found.map((one) => rowOf(one, person, waiting))}
    />
  </ScrollRegion>
)

/** What was withdrawn stays readable, and nobody is asked to confirm it. */
const Withdrawn = ({ withdrawn }: Pick<GuidanceListProps, 'withdrawn'>) =>
  withdrawn.length === 0 ? null : (
    <Details summaryText={`${withdrawn.length} withdrawn`}>
      <ul class="govuk-list">
        {withdrawn.map(({ record, withdrawal }) => (
          <li>
            <a href={guidanceHref(record.id)}>{record.title}</a>, withdrawn on{' '}
            {formatDay(dayInEngland(withdrawal.at))}: {withdrawal.reason}
          </li>
        ))}
      </ul>
    </Details>
  )

function rowOf(one: CurrentGuidance, person: Person, waiting: readonly ToConfirm[]): TableCell[] {
  const { entry, current, counts } = one
  const { guidance } = entry
  const isWaiting = waiting.some((found) => found.entry.guidance.id === guidance.id)
  const number = (text: string): TableCell => ({ text, format: 'numeric' })
  return [
    {
      html: (
        <>
          <a href={guidanceHref(guidance.id)}>{guidance.title}</a>
          {isWaiting ? (
            <span class="wm-list-rule">
              <b>For you to read and confirm</b>
            </span>
          ) : null}
        </>
      ),
    },
    {
      text: current ? `${formatDay(current.version.issuedOn)}, version ${current.number}` : 'Not issued yet',
    },
    { text: current ? formatDay(current.version.fromOn) : '' },
    { text: forWhom(guidance) },
    { text: current ? briefed(briefingsOf(one, current.version)) : '' },
    number(current ? confirmedOf(person, counts) : ''),
    number(current && showsCounts(person, counts) ? String(counts.late) : ''),
  ]
}
