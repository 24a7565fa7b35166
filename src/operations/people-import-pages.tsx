import { describeScope, ROLES, type PersonDraft } from '../access/index.ts'
import { formatCount } from '../platform/words.ts'
import { ScrollRegion } from '../ui/charts/figure.tsx'
import { Button } from '../ui/components/button.tsx'
import { Checkboxes } from '../ui/components/checkboxes.tsx'
import { Details } from '../ui/components/details.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import { FileUpload } from '../ui/components/file-upload.tsx'
import { Table, type TableProps } from '../ui/components/table.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { PEOPLE_FILE } from '../ui/links.ts'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import { PEOPLE_COLUMNS, type PeopleBroughtIn, type PeoplePreview } from './people-import.ts'

const TITLE = 'People from a file'
const PEOPLE = { text: 'People', href: '/people' }
const UPLOAD = { text: TITLE, href: PEOPLE_FILE }

const HOLDS: Readonly<Record<(typeof PEOPLE_COLUMNS)[number], string>> = {
  name: 'As others will see it: a role and team will do, like Team manager, North 2',
  email: 'Their email address, which they sign in with',
  role: 'The role by its title or its code: Team manager or team_manager',
  service: 'The service that a head of service leads; empty for everyone else',
  teams:
    'Of a head of service or team manager, with commas between; a name that holds a comma in quotation marks',
  worker: 'The worker code of a social worker, as the case system writes it',
  children: 'Ids of children, for a reviewing officer or an auditor',
  start: 'The day on which they start, if you note it; somebody who starts later is refused until that day',
}

/** Where the file is chosen; with what was wrong with the last one. */
export const PeopleFilePage = ({ frame, error }: { frame: FrameProps; error: string | null }) => (
  <Page frame={frame} title={TITLE} section="/people" breadcrumbs={[PEOPLE]} error={error !== null}>
    {error === null ? null : <ErrorSummary errorList={[{ text: error, href: '#file' }]} />}
    <PageHeading
      title={TITLE}
      sentence={
        error === null
          ? {
              bold: 'A file opens many accounts at once.',
              rest: 'You see what it would do before anything is done.',
            }
          : { bold: 'Nothing has been done.', rest: 'Put the file right and send it again.' }
      }
    />
    <p class="govuk-body">
      <a class="govuk-link" href={`${PEOPLE_FILE}/template.csv`}>
        Download the template
      </a>
      , fill in one row for each person, and save it as CSV.
    </p>
    <form
      method="post"
      action={`${PEOPLE_FILE}?_csrf=${encodeURIComponent(frame.csrf)}`}
      enctype="multipart/form-data"
    >
      <FileUpload
        name="file"
        label={{ text: 'File of people' }}
        hint={{ text: 'A CSV file of at most 256 KB' }}
        errorMessage={error === null ? undefined : { text: error }}
      />
      <Button text="See what it would do" preventDoubleClick />
    </form>
    <Details summaryText="The columns of the file">
      <Table
        caption="A name, an email address and a role for everyone; the rest as the role needs it"
        head={[{ text: 'Column' }, { text: 'What it holds' }]}
        firstCellIsHeader
        rows={PEOPLE_COLUMNS.map((column) => [{ text: column }, { text: HOLDS[column] }])}
      />
    </Details>
  </Page>
)

interface PreviewProps {
  frame: FrameProps
  preview: PeoplePreview
  /** The file, in base64. */
  content: string
  /** Of this preview: sent back, so that nothing else is done than what was shown. */
  shown: string
  error: string | null
}

/** What a file would do, and the question whether it is to be done. */
export function PeoplePreviewPage(props: PreviewProps) {
  const { frame, preview, error } = props
  const { added, changed, unchanged, refused } = preview
  const isRefused = refused.length > 0
  const hasWork = added.length > 0 || changed.length > 0
  return (
    <Page
      frame={frame}
      title="What the file would do"
      section="/people"
      breadcrumbs={[PEOPLE, UPLOAD]}
      error={isRefused || error !== null}
    >
      {error === null ? null : <ErrorSummary errorList={[{ text: error }]} />}
      {isRefused ? (
        <ErrorSummary errorList={refused.map(({ row, why }) => ({ text: `Row ${row}: ${why}` }))} />
      ) : null}
      <PageHeading
        title="What the file would do"
        sentence={{
          bold: isRefused
            ? `Nothing has been done: ${formatCount(refused.length, 'row')} cannot be taken.`
            : 'Nothing has been done yet.',
          rest: `${added.length} to add, ${changed.length} not as the file says, ${unchanged} as they are, ${refused.length} refused.`,
        }}
      />
      <Rows
        caption="Refused"
        head={['Row', 'Why']}
        rows={refused.map(({ row, why }) => [String(row), why])}
      />
      <Rows
        caption="Added"
        head={PERSON_HEAD}
        rows={added.map(({ row, draft }) => personCells(row, draft))}
      />
      <Rows
        caption="Not as the file says"
        head={['Row', 'Email address', 'What changes']}
        rows={changed.map(({ row, draft, what }) => [String(row), draft.email, what])}
      />
      {isRefused ? (
        <p class="govuk-body">
          Put these rows right in the file and{' '}
          <a class="govuk-link" href={PEOPLE_FILE}>
            send it again
          </a>
          .
        </p>
      ) : hasWork ? (
        <ConfirmForm {...props} />
      ) : (
        <p class="govuk-body">Everyone in the file has an account that is as the file says.</p>
      )}
    </Page>
  )
}

const PERSON_HEAD = ['Row', 'Name', 'Email address', 'Role', 'Whose children']
const personCells = (row: number, { name, email, role, scope }: PersonDraft) => [
  String(row),
  name,
  email,
  ROLES[role].title,
  describeScope(scope),
]

interface RowsProps {
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

const Rows = ({ caption, head, rows }: RowsProps) =>
  rows.length === 0 ? null : (
    <ScrollRegion label={caption}>
      <Table {...tableOf({ caption: `${caption}: ${rows.length}`, head, rows })} />
    </ScrollRegion>
  )

const tableOf = ({ caption, head, rows }: RowsProps): TableProps => ({
  caption,
  captionClasses: 'govuk-table__caption--m',
  head: head.map((text) => ({ text })),
  rows: rows.map((row) => row.map((text) => ({ text }))),
  firstCellIsHeader: true,
})

const ConfirmForm = ({ frame, preview: { added, changed }, content, shown }: PreviewProps) => (
  <form method="post" action={`${PEOPLE_FILE}/confirm`}>
    <CsrfField frame={frame} />
    <input type="hidden" name="content" value={content} />
    <input type="hidden" name="shown" value={shown} />
    {changed.length > 0 ? (
      <Checkboxes
        name="change"
        hint={{ text: 'Otherwise they are left as they are' }}
        fieldset={{ legend: { text: 'Accounts that are not as the file says' } }}
        items={[
          { value: 'yes', text: `Change ${formatCount(changed.length, 'account')} to what the file says` },
        ]}
      />
    ) : null}
    {added.length > 0 ? (
      <p class="govuk-body">
        The next page shows each person’s first password, once. Have a printer ready, or be ready to tell
        them.
      </p>
    ) : null}
    <Button
      text={added.length > 0 ? `Open ${formatCount(added.length, 'account')}` : 'Change the accounts'}
      preventDoubleClick
    />
  </form>
)

/** The first passwords, which nobody can see again; on paper without anything around them. */
export function PasswordsPage({ frame, outcome }: { frame: FrameProps; outcome: PeopleBroughtIn }) {
  const { passwords, changed, failed } = outcome
  const isShown = passwords.length > 0
  const title = isShown ? 'First passwords' : 'Accounts from the file'
  return (
    <Page
      frame={frame}
      title={title}
      section="/people"
      breadcrumbs={[PEOPLE, UPLOAD]}
      error={failed.length > 0}
    >
      {failed.length > 0 ? (
        <ErrorSummary errorList={failed.map(({ row, why }) => ({ text: `Row ${row}: ${why}` }))} />
      ) : null}
      <PageHeading
        title={title}
        sentence={{
          bold: `${formatCount(passwords.length, 'account')} opened, ${changed} changed.`,
          rest: isShown
            ? 'Print this page now: the passwords are not shown again. Give each person theirs in person or by telephone; they set one of their own under their role at the top of every page.'
            : 'No password was made.',
        }}
      />
      {isShown ? (
        <ScrollRegion label="First passwords">
          <Table
            {...tableOf({
              caption: 'One row for each person',
              head: ['Name', 'Email address', 'First password'],
              rows: passwords.map(({ name, email, password }) => [name, email, password]),
            })}
          />
        </ScrollRegion>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href="/people">
          All people
        </a>
      </p>
    </Page>
  )
}
