import { Button } from '../../ui/components/button.tsx'
import { PEOPLE_FILE } from '../../ui/links.ts'

interface PeopleLinksProps {
  mayWrite: boolean
  maySeeLog: boolean
}

/** What an administrator does about accounts, and who looked at what. */
export const PeopleLinks = ({ mayWrite, maySeeLog }: PeopleLinksProps) =>
  mayWrite || maySeeLog ? (
    <div class="govuk-button-group">
      {mayWrite ? (
        <Button href="/people/new" classes="govuk-button--secondary" text="Open an account" />
      ) : null}
      {maySeeLog ? (
        <a class="govuk-link" href="/people/access-log">
          Who looked at what
        </a>
      ) : null}
      {mayWrite ? (
        <a class="govuk-link" href={PEOPLE_FILE}>
          People from a file
        </a>
      ) : null}
      {mayWrite ? (
        <a class="govuk-link" href="/first-steps">
          First steps
        </a>
      ) : null}
      {mayWrite ? (
        <a class="govuk-link" href="/assignments">
          Who is given which children
        </a>
      ) : null}
      {mayWrite ? (
        <a class="govuk-link" href="/restricted">
          Restricted records
        </a>
      ) : null}
    </div>
  ) : null
