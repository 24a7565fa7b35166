import { ROLES } from '../../access/index.ts'
import { formatDay } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { guidanceHref } from './guidance.ts'
import { GUIDANCE_CRUMBS } from './guidance-list-page.tsx'
import type { AskedMember, CurrentGuidance } from './guidance-read.ts'
import { issuedWords } from './guidance-words.ts'

interface PeoplePageProps {
  frame: FrameProps
  found: CurrentGuidance
  /** Those whose names the reader may see. */
  people: readonly AskedMember[]
  onlyWaiting: boolean
  /** The reader sees the whole council. */
  seesAll: boolean
}

/** Who has confirmed the current version and who has not, by name: for managers, those of their own teams. */
export function PeoplePage({ frame, found, people, onlyWaiting, seesAll }: PeoplePageProps) {
  const { guidance } = found.entry
  const here = guidanceHref(guidance.id, '/people')
  const waiting = people.filter(({ confirmedOn }) => confirmedOn === null)
  const late = people.filter(({ isLate }) => isLate).length
  const shown = onlyWaiting ? waiting : people
  const title = `Who has confirmed “${guidance.title}”`
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={[...GUIDANCE_CRUMBS, { text: guidance.title, href: guidanceHref(guidance.id) }]}
    >
      <PageHeading
        caption={issuedWords(found)}
        title={title}
        sentence={{
          bold:
            people.length === 0
              ? 'Nobody whom you see is asked to confirm it.'
              : `${formatNumber(waiting.length)} of ${formatCount(people.length, 'person', 'people')} ${waiting.length === 1 ? 'has' : 'have'} not confirmed it.`,
          rest:
            late === 0
              ? ''
              : `${formatNumber(late)} ${late === 1 ? 'is' : 'are'} past the ${formatCount(guidance.confirmWithin, 'working day')} that people have: ask them.`,
        }}
      />
      <p class="wm-links">
        {onlyWaiting ? (
          <a href={here}>Everybody ({people.length})</a>
        ) : (
          <a href={`${here}?only=waiting`}>Only those who have not confirmed ({waiting.length})</a>
        )}{' '}
        <a href={`${here}.xlsx`}>Excel</a> <a href={`${here}.csv`}>CSV</a>
      </p>
      {shown.length === 0 ? (
        <p>{people.length === 0 ? 'There is nobody to show.' : 'Everybody has confirmed it.'}</p>
      ) : (
        <PeopleTable people={shown} />
      )}
      <p class="wm-note">
        {seesAll
          ? 'You see everybody who is asked.'
          : 'You see those who work in your teams alone. A social worker is of the teams in which the data have them holding children.'}{' '}
        People without an account here are not on this page: briefings count who came.
      </p>
    </Page>
  )
}

const PeopleTable = ({ people }: Pick<PeoplePageProps, 'people'>) => (
  <ScrollRegion label="Who has confirmed">
    <RecordTable
      caption="Who has confirmed"
      head={['Person', 'Role', 'Teams', 'Confirmed', 'To be confirmed by'].map((text) => ({ text }))}
      rows={people.map(({ member, confirmedOn, dueOn, isLate }) => [
        { text: member.person.name },
        { text: ROLES[member.person.role].title },
        { text: member.teams.join(', ') || 'Not known' },
        confirmedOn ? { text: formatDay(confirmedOn) } : { html: <b>Not yet</b> },
        { text: `${formatDay(dueOn)}${isLate ? ', past' : ''}` },
      ])}
    />
  </ScrollRegion>
)
