import type { DigestLine, DigestWeek } from '../../access/index.ts'
import { formatDay, formatDayOfYear } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { Button } from '../../ui/components/button.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'

interface DigestProps {
  frame: FrameProps
  lines: readonly DigestLine[]
  week: DigestWeek
  /** Null where no mail server is set. */
  byMail: boolean | null
}

/** What changed for one person since last week, and what is due in the next. Names no child. */
export function DigestPage({ frame, lines, week, byMail }: DigestProps) {
  const changed = lines.filter(({ part }) => part === 'changed')
  const due = lines.filter(({ part }) => part === 'due')
  return (
    <Page frame={frame} title="Your week" section="/">
      <PageHeading
        title="Your week"
        sentence={{
          bold:
            due.length === 0
              ? `Nothing is late or due by ${formatDayOfYear(week.until)}.`
              : `${formatCount(due.length, 'kind of thing is', 'kinds of things are')} late or due by ${formatDayOfYear(week.until)}.`,
          rest:
            changed.length === 0
              ? `Nothing has changed since ${formatDay(week.since)}.`
              : `${formatCount(changed.length, 'change', 'changes')} since ${formatDay(week.since)}.`,
        }}
      />
      <Lines title={`Due by ${formatDayOfYear(week.until)}, or late`} lines={due} none="Nothing." />
      <Lines title={`Changed since ${formatDay(week.since)}`} lines={changed} none="Nothing." />
      <ByMail frame={frame} byMail={byMail} />
    </Page>
  )
}

const Lines = ({ title, lines, none }: { title: string; lines: readonly DigestLine[]; none: string }) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    {lines.length === 0 ? (
      <p class="govuk-body">{none}</p>
    ) : (
      <ul class="govuk-list govuk-list--spaced">
        {lines.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    )}
  </>
)

const ByMail = ({ frame, byMail }: Pick<DigestProps, 'frame' | 'byMail'>) => (
  <>
    <h2 class="govuk-heading-m">By e-mail</h2>
    {byMail === null ? (
      <p class="govuk-body">No mail server is set for this council, so nothing is sent.</p>
    ) : (
      <form method="post" action="/digest">
        <CsrfField frame={frame} />
        <input type="hidden" name="wanted" value={byMail ? 'no' : 'yes'} />
        <p class="govuk-body">
          {byMail
            ? 'This page’s counts are sent to you each Monday, with a link and without any child.'
            : 'You are sent nothing.'}
        </p>
        <Button
          text={byMail ? 'Stop the e-mails' : 'Send me my week by e-mail'}
          classes="govuk-button--secondary"
        />
      </form>
    )}
  </>
)
