import type { Child } from 'hono/jsx'
import type { Person } from '../../access/index.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { Button } from '../../ui/components/button.tsx'
import { SummaryList } from '../../ui/components/summary-list.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { BRIEFINGS_AT, guidanceHref, VERSIONS_AT, type GuidanceVersion } from './guidance.ts'
import { GUIDANCE_CRUMBS } from './guidance-list-page.tsx'
import { showsCounts, type CurrentGuidance } from './guidance-read.ts'
import { briefed, briefingsOf, confirmedSentence, forWhom, issuedWords } from './guidance-words.ts'
import { teamsOf } from './guidance.ts'

/** What of the plan guidance serves, where the plan has it. */
export interface Served {
  text: string
  href: string
  note: string
}

export interface GuidancePageProps {
  frame: FrameProps
  person: Person
  found: CurrentGuidance
  /** The reader is asked to confirm it; with the day on which they did, null while they have not. */
  own: { confirmedOn: Day | null } | null
  served: readonly Served[]
  rights: { issue: boolean; brief: boolean; seeNames: boolean }
}

/** One guidance: what its current version says, the button that confirms it, its briefings and earlier versions. */
export function GuidancePage(props: GuidancePageProps) {
  const { frame, person, found, own, rights } = props
  const { guidance } = found.entry
  const { current, counts } = found
  return (
    <Page frame={frame} title={guidance.title} section="/lists" breadcrumbs={GUIDANCE_CRUMBS}>
      <PageHeading
        caption={issuedWords(found)}
        title={guidance.title}
        sentence={
          current
            ? { bold: ownSentence(own), rest: confirmedSentence(person, counts) }
            : { bold: 'No version is issued yet.', rest: 'Nobody is asked to confirm it.' }
        }
      />
      <ManagerLinks {...props} />
      {current ? <Text version={current.version} /> : null}
      {current && own?.confirmedOn === null ? (
        <form method="post" action={guidanceHref(guidance.id, '/have-read')}>
          <CsrfField frame={frame} />
          <input type="hidden" name="version" value={current.version.id} />
          <Button text="I have read this" preventDoubleClick />
        </form>
      ) : null}
      <Facts {...props} />
      <Briefings {...props} />
      {rights.seeNames && current ? (
        <p>
          <a href={guidanceHref(guidance.id, '/people')}>Who has confirmed it, and who has not</a>
        </p>
      ) : null}
      <Versions {...props} />
      <p>
        <a href={guidanceHref(guidance.id, '/history')}>History</a>
      </p>
    </Page>
  )
}

const ownSentence = (own: GuidancePageProps['own']): string =>
  own === null
    ? 'You are not asked to confirm it.'
    : own.confirmedOn === null
      ? 'Read it, and confirm that you have.'
      : `You confirmed it on ${formatDay(own.confirmedOn)}.`

const ManagerLinks = ({ found: { entry, current }, rights }: GuidancePageProps) => {
  const { id } = entry.guidance
  return rights.issue || rights.brief ? (
    <p class="wm-links">
      {rights.issue ? (
        <>
          <a href={`${VERSIONS_AT}/new?guidance_id=${id}`}>
            {entry.versions.length === 0 ? 'Add the first version' : 'Add the next version'}
          </a>{' '}
          <a href={guidanceHref(id, '/change')}>Change for whom it is</a>{' '}
          <a href={guidanceHref(id, '/withdraw')}>Withdraw</a>{' '}
        </>
      ) : null}
      {rights.brief && current ? (
        <a href={`${BRIEFINGS_AT}/new?guidance_version_id=${current.version.id}`}>Add a briefing</a>
      ) : null}
    </p>
  ) : null
}

/** What a version says: in short, whole or by a link, and what is new. */
const Text = ({ version }: { version: GuidanceVersion }) => (
  <section class="wm-part">
    <h2>What it says</h2>
    <Paragraphs text={version.summary} />
    {version.link === '' ? null : (
      <p>
        <a href={version.link} rel="noreferrer">
          The whole text
        </a>
      </p>
    )}
    <Paragraphs text={version.body} />
    {version.changed === '' ? null : (
      <>
        <h3 class="govuk-heading-s">What is new</h3>
        <Paragraphs text={version.changed} />
      </>
    )}
  </section>
)

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => (
        <p>{line}</p>
      ))}
  </>
)

function Facts({ found, served }: GuidancePageProps) {
  const { guidance } = found.entry
  const row = (key: string, html: Child) => ({ key: { text: key }, value: { html } })
  return (
    <section class="wm-part">
      <h2>For whom and from when</h2>
      <SummaryList
        rows={[
          row('For', forWhom(guidance)),
          row('In effect from', found.current ? formatDay(found.current.version.fromOn) : 'Not issued yet'),
          row('To be confirmed within', formatCount(guidance.confirmWithin, 'working day')),
          row(
            'Of the plan it serves',
            served.length > 0
              ? served.map(({ text, href, note }) => (
                  <>
                    <a href={href}>{text}</a>: {note}
                    <br />
                  </>
                ))
              : guidance.serves === ''
                ? 'Nothing is named'
                : `${guidance.serves}, which the plan does not have`,
          ),
        ]}
      />
    </section>
  )
}

function Briefings({ found }: GuidancePageProps) {
  const { entry, current } = found
  const numberOf = new Map(entry.versions.map(({ id }, index) => [id, index + 1]))
  const teams = teamsOf(entry.guidance)
  return (
    <section class="wm-part">
      <h2>Briefings: {formatNumber(entry.briefings.length)}</h2>
      {current ? (
        <p>
          Of version {current.number}: {briefed(briefingsOf(found, current.version))}.
        </p>
      ) : null}
      {teams.length > 0 ? <p>It is for {teams.join(', ')}.</p> : null}
      {entry.briefings.length === 0 ? null : (
        <RecordTable
          caption="Briefings"
          captionClasses="govuk-visually-hidden"
          head={[
            { text: 'To which teams or roles' },
            { text: 'Day' },
            { text: 'Led by' },
            { text: 'Version' },
            { text: 'Came', format: 'numeric' },
          ]}
          rows={entry.briefings.map((briefing) => [
            { html: <a href={`${BRIEFINGS_AT}/${briefing.id}`}>{briefing.audience}</a> },
            { text: formatDay(briefing.heldOn) },
            { text: briefing.ledBy },
            { text: String(numberOf.get(briefing.guidanceVersionId) ?? '') },
            { text: formatNumber(briefing.attended), format: 'numeric' },
          ])}
        />
      )}
    </section>
  )
}

/** Every version, the latest first; who confirmed an earlier one is kept with it. */
function Versions({ found, person }: GuidancePageProps) {
  const { entry, current, counts } = found
  const stateOf = (version: GuidanceVersion): string =>
    version.id === current?.version.id
      ? 'Asked for now'
      : current && version.issuedOn < current.version.issuedOn
        ? 'Earlier'
        : 'To come'
  return (
    <section class="wm-part">
      <h2>Versions: {formatNumber(entry.versions.length)}</h2>
      {entry.versions.length === 0 ? (
        <p>There is none yet.</p>
      ) : (
        <RecordTable
          caption="Versions"
          captionClasses="govuk-visually-hidden"
          head={[
            { text: 'Version' },
            { text: 'Issued' },
            { text: 'In effect from' },
            { text: 'State' },
            { text: 'Confirmed by', format: 'numeric' },
          ]}
          rows={entry.versions.toReversed().map((version) => [
            {
              html: (
                <a href={`${VERSIONS_AT}/${version.id}`}>Version {entry.versions.indexOf(version) + 1}</a>
              ),
            },
            { text: formatDay(version.issuedOn) },
            { text: formatDay(version.fromOn) },
            { text: stateOf(version) },
            {
              text: showsCounts(person, counts)
                ? formatNumber(entry.confirmed.get(version.id)?.size ?? 0)
                : 'Hidden',
              format: 'numeric',
            },
          ])}
        />
      )}
    </section>
  )
}
