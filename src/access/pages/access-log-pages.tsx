import { LOG_PAGE_ROWS, ROLES, isRole, type AccessEntry, type ChainState } from '../index.ts'
import { formatDay, type Day, type Instant } from '../../platform/day.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import { Pagination } from '../../ui/components/pagination.tsx'
import { Table } from '../../ui/components/table.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'

const EVENT_WORDS: Readonly<Record<string, string>> = {
  cases: 'Saw the children behind a figure',
  child: 'Opened a child’s record',
  list: 'Saw a list of children',
  export: 'Exported',
  'sign-in': 'Signed in',
  'sign-in-refused': 'Was not signed in',
  'sign-out': 'Signed out',
  person: 'Changed an account',
  'who-saw': 'Asked who saw a child',
  restriction: 'Changed who may see a restricted record',
  refused: 'Was refused a restricted record',
}

export type Names = ReadonlyMap<string, string>

const formatInstant = (at: Instant): string => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London')
  return `${formatDay(local.toPlainDate().toString() as Day)}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

const whoOf = (entry: AccessEntry, names: Names): string => {
  if (entry.personId === null) return 'Nobody signed in'
  const role = entry.role !== null && isRole(entry.role) ? ROLES[entry.role].title : entry.role
  return names.get(entry.personId) ?? role ?? entry.personId
}

const Entries = ({
  caption,
  entries,
  names,
}: {
  caption: string
  entries: readonly AccessEntry[]
  names: Names
}) => (
  <ScrollRegion label={caption}>
    <Table
      caption={caption}
      captionClasses="govuk-table__caption--m"
      head={[
        { text: 'Number', format: 'numeric' },
        { text: 'When' },
        { text: 'Who' },
        { text: 'What' },
        { text: 'Of what' },
        { text: 'Children', format: 'numeric' },
        { text: 'Why they may' },
      ]}
      rows={entries.map((entry) => [
        { text: String(entry.seq), format: 'numeric' },
        { text: formatInstant(entry.at) },
        { text: whoOf(entry, names) },
        { text: EVENT_WORDS[entry.what] ?? entry.what },
        { text: entry.subject },
        { text: entry.children.length === 0 ? '–' : String(entry.children.length), format: 'numeric' },
        { text: entry.why || '–' },
      ])}
    />
  </ScrollRegion>
)

/** A hash in groups, so that it can be read out and can wrap on a narrow page. */
const inGroups = (hash: string): string => hash.match(/.{8}/g)?.join(' ') ?? hash

const chainSentence = (chain: ChainState) =>
  chain.ok
    ? {
        bold: `All ${chain.entries} entries are as they were written.`,
        rest: 'Each has a hash of the entry before it, so any change would show here.',
      }
    : {
        bold: `The log has been tampered with: ${chain.why}.`,
        rest: 'Everything before that is as it was written. Keep a copy of the records store and tell information governance today.',
      }

const PEOPLE = { text: 'People', href: '/people' }
const LOG = { text: 'Who looked at what', href: '/people/access-log' }

interface AccessLogProps {
  frame: FrameProps
  entries: readonly AccessEntry[]
  names: Names
  total: number
  page: number
  chain: ChainState
}

export function AccessLogPage({ frame, entries, names, total, page, chain }: AccessLogProps) {
  const pages = Math.max(1, Math.ceil(total / LOG_PAGE_ROWS))
  const linkTo = (number: number) => ({ href: `/people/access-log?page=${number}` })
  return (
    <Page frame={frame} title={LOG.text} section="/people" breadcrumbs={[PEOPLE]}>
      <PageHeading title={LOG.text} sentence={chainSentence(chain)} />
      {chain.ok ? (
        <p class="govuk-body-s">
          The last entry’s hash is <code>{inGroups(chain.head)}</code>. Keep a note of it elsewhere: it can
          later prove that nothing before it was changed.
        </p>
      ) : null}
      <AskWhoSaw frame={frame} childId="" message={null} />
      <Entries caption={`Entries, newest first: page ${page} of ${pages}`} entries={entries} names={names} />
      {pages > 1 ? (
        <Pagination
          previous={page > 1 ? linkTo(page - 1) : undefined}
          next={page < pages ? linkTo(page + 1) : undefined}
        />
      ) : null}
    </Page>
  )
}

const AskWhoSaw = ({
  frame,
  childId,
  message,
}: {
  frame: FrameProps
  childId: string
  message: string | null
}) => (
  <form method="post" action="/people/access-log/who-saw" novalidate>
    <CsrfField frame={frame} />
    <Input
      id="child"
      name="child"
      label={{ text: 'Who saw this child?', classes: 'govuk-label--m' }}
      hint={{ text: 'The case system’s number for the child. Your search is logged too' }}
      classes="govuk-input--width-20"
      autocomplete="off"
      value={childId}
      errorMessage={message ? { text: message } : undefined}
    />
    <Button text="Find" classes="govuk-button--secondary" />
  </form>
)

interface WhoSawProps {
  frame: FrameProps
  entries: readonly AccessEntry[]
  names: Names
  /** Null when the field was empty. */
  childId: string | null
}

export function WhoSawPage({ frame, entries, names, childId }: WhoSawProps) {
  const shown = entries.filter(({ what }) => what !== 'refused')
  const people = new Set(shown.map((entry) => entry.personId)).size
  const times = shown.length === 1 ? 'once' : `${shown.length} times`
  const refused = entries.length - shown.length
  const rest =
    refused === 0
      ? undefined
      : `${refused === 1 ? 'One try' : `${refused} tries`} to see it ${refused === 1 ? 'was' : 'were'} refused, because the record is restricted.`
  const message = childId === null ? 'Enter the case system’s number for the child' : null
  return (
    <Page
      frame={frame}
      title="Who saw a child"
      section="/people"
      breadcrumbs={[PEOPLE, LOG]}
      error={message !== null}
    >
      {message ? <ErrorSummary errorList={[{ text: message, href: '#child' }]} /> : null}
      <PageHeading
        title="Who saw a child"
        sentence={
          message
            ? undefined
            : shown.length === 0
              ? { bold: 'Nobody has been shown this child’s rows.', rest }
              : {
                  bold: `${people} ${people === 1 ? 'person has' : 'people have'} been shown this child’s rows, ${times} in all.`,
                  rest,
                }
        }
      />
      <AskWhoSaw frame={frame} childId={childId ?? ''} message={message} />
      {entries.length > 0 ? (
        <Entries caption="When, and why, newest first" entries={entries} names={names} />
      ) : null}
    </Page>
  )
}
