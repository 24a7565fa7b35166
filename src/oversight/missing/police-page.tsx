import type { Child } from 'hono/jsx'
import { formatMonth, monthOf, type Month } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { FileUpload } from '../../ui/components/file-upload.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { PrintedBy } from '../../ui/printed-by.tsx'
import { CRUMBS, MISSING_AT } from './places.ts'
import type { MissingEntry, MissingView } from './missing-read.ts'
import { dayOf, formatMoment } from './moment.ts'
import { CAUSES, reconcilePolice, type PoliceReport, type Reconciled } from './police.ts'

interface PolicePageProps {
  frame: FrameProps
  view: MissingView
  month: Month
  /** They keep the police's list. */
  mayKeep: boolean
  faults: readonly string[]
  kept: string | null
}

export type PoliceMonth = Reconciled<MissingEntry>

const inMonth = (month: Month, { missingFrom }: { missingFrom: string }): boolean =>
  monthOf(dayOf(missingFrom)) === month

export const policeMonth = (view: MissingView, month: Month): PoliceMonth =>
  reconcilePolice(
    view.police.filter((report) => inMonth(month, report)),
    view.entries.filter((entry) => inMonth(month, entry)),
  )

/** Hours apart from which two reports of one time are said to differ. */
const DIFFER = 1

/** What the police have and the council has of one month, child by child. */
export function PolicePage(props: PolicePageProps) {
  const { frame, view, month, mayKeep, faults, kept } = props
  const found = policeMonth(view, month)
  const { both, policeOnly, councilOnly } = found
  const apart = both.filter(({ hoursApart }) => hoursApart > DIFFER)
  const title = 'Police and council'
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={[...CRUMBS, { text: 'Missing and return interviews', href: MISSING_AT }]}
      error={faults.length > 0}
    >
      {faults.length > 0 ? <Faults faults={faults} /> : null}
      <PageHeading
        caption={`${formatMonth(month)}, by when the child was missing from`}
        title={title}
        sentence={sentenceOf(found, view)}
      />
      <PrintedBy frame={frame} />
      {kept ? <div class="govuk-inset-text">{kept}</div> : null}
      <Months view={view} month={month} />
      <Bars found={found} />
      <PoliceOnly {...props} reports={policeOnly} />
      <CouncilOnly entries={councilOnly} />
      <Part title={`In both, times differ by over an hour: ${apart.length}`}>
        {apart.map(({ police, ours, hoursApart }) => (
          <li>
            <a href={`${MISSING_AT}/${ours.key}`}>{ours.childId}</a>: police{' '}
            {formatMoment(police.missingFrom)}, council {formatMoment(ours.missingFrom)};{' '}
            {formatCount(Math.round(hoursApart), 'hour')} apart
          </li>
        ))}
      </Part>
      {mayKeep ? <Upload frame={frame} /> : null}
      <p class="wm-note">
        A police report and a time missing are paired when they are of the same child and at most 24 hours
        apart, the nearest first. You see the children in your reach; the counts are of these. Opening this
        page was recorded.
      </p>
    </Page>
  )
}

function sentenceOf({ both, policeOnly, councilOnly }: PoliceMonth, { police }: MissingView) {
  if (police.length === 0) return { bold: 'No list from the police has been brought in.' }
  return {
    bold: `Police and council agree on ${both.length}.`,
    rest: `${policeOnly.length} ${policeOnly.length === 1 ? 'is' : 'are'} the police’s only, ${councilOnly.length} the council’s only.`,
  }
}

const Faults = ({ faults }: { faults: readonly string[] }) => (
  <div class="govuk-error-summary" data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">Nothing was kept: the file must be put right</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {faults.slice(0, 20).map((fault) => (
            <li>
              <a href="#file">{fault}</a>
            </li>
          ))}
        </ul>
        {faults.length > 20 ? <p>And {faults.length - 20} more rows.</p> : null}
      </div>
    </div>
  </div>
)

function Months({ view, month }: { view: MissingView; month: Month }) {
  const months = [
    ...new Set([
      month,
      ...[...view.police, ...view.entries].map(({ missingFrom }) => monthOf(dayOf(missingFrom))),
    ]),
  ]
    .toSorted()
    .toReversed()
    .slice(0, 12)
  return (
    <p class="wm-views">
      {months.map((of) =>
        of === month ? (
          <b>{formatMonth(of)} </b>
        ) : (
          <a href={`${MISSING_AT}/police?month=${of}`}>{formatMonth(of)} </a>
        ),
      )}
    </p>
  )
}

/** Two bars, offset so that what both have is in line. */
function Bars({ found: { both, policeOnly, councilOnly } }: { found: PoliceMonth }) {
  const total = policeOnly.length + both.length + councilOnly.length
  if (total === 0) return null
  const unit = 540 / total
  const [police, shared, council] = [policeOnly.length * unit, both.length * unit, councilOnly.length * unit]
  return (
    <figure class="wm-figure-box">
      <figcaption>
        Police: {formatCount(policeOnly.length + both.length, 'report')}. Council:{' '}
        {formatCount(councilOnly.length + both.length, 'time')}. In both: {both.length}.
      </figcaption>
      <svg
        class="wm-missing-clock"
        width="560"
        height="52"
        viewBox="0 0 560 52"
        aria-hidden="true"
        focusable="false"
      >
        <rect x="1" y="2" width={police} height="20" fill="#ffffff" stroke="#0b0c0c" />
        <rect x={1 + police} y="2" width={shared} height="20" fill="#7d93a6" stroke="#0b0c0c" />
        <rect x={1 + police} y="26" width={shared} height="20" fill="#7d93a6" stroke="#0b0c0c" />
        <rect x={1 + police + shared} y="26" width={council} height="20" fill="#ffffff" stroke="#0b0c0c" />
      </svg>
    </figure>
  )
}

const Part = ({ title, children }: { title: string; children: Child[] }) => (
  <>
    <h2 class="wm-section">{title}</h2>
    {children.length === 0 ? <p>None.</p> : <ul class="govuk-list">{children}</ul>}
  </>
)

const NOT_SAID = 'Not explained yet'

function PoliceOnly({
  frame,
  reports,
  month,
  mayKeep,
}: PolicePageProps & { reports: readonly PoliceReport[] }) {
  const byCause = Map.groupBy(reports, ({ cause }) => (cause === null ? NOT_SAID : CAUSES[cause]))
  return (
    <>
      <h2 class="wm-section">Police only: {reports.length}</h2>
      {[...byCause].map(([cause, some]) => (
        <>
          <h3 class="govuk-heading-s">
            {cause}: {some.length}
          </h3>
          <ScrollRegion label={cause}>
            <table class="govuk-table wm-records">
              <caption class="govuk-visually-hidden">{cause}</caption>
              <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                  <th scope="col" class="govuk-table__header">
                    Child
                  </th>
                  <th scope="col" class="govuk-table__header">
                    Police report
                  </th>
                  {mayKeep ? (
                    <th scope="col" class="govuk-table__header">
                      Why the council does not have it
                    </th>
                  ) : null}
                </tr>
              </thead>
              <tbody class="govuk-table__body">
                {some.map((report) => (
                  <tr class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">
                      {report.childId}
                    </th>
                    <td class="govuk-table__cell" data-label="Police report">
                      {report.policeRef}, {formatMoment(report.missingFrom)}
                    </td>
                    {mayKeep ? (
                      <td class="govuk-table__cell" data-label="Why the council does not have it">
                        <CauseForm frame={frame} report={report} month={month} />
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      ))}
    </>
  )
}

const CauseForm = ({ frame, report, month }: { frame: FrameProps; report: PoliceReport; month: Month }) => (
  <form method="post" action={`${MISSING_AT}/police/${report.id}`} class="wm-missing-take">
    <CsrfField frame={frame} />
    <input type="hidden" name="month" value={month} />
    <input type="hidden" name="version" value={report.version} />
    <select
      class="govuk-select"
      name="cause"
      aria-label={`Why the council does not have ${report.policeRef}`}
    >
      <option value="">{NOT_SAID}</option>
      {Object.entries(CAUSES).map(([value, text]) => (
        <option value={value} selected={report.cause === value}>
          {text}
        </option>
      ))}
    </select>{' '}
    <button type="submit" class="govuk-button govuk-button--secondary">
      Save<span class="govuk-visually-hidden"> why the council does not have {report.policeRef}</span>
    </button>
  </form>
)

function CouncilOnly({ entries }: { entries: readonly MissingEntry[] }) {
  const byReporter = Map.groupBy(entries, ({ reportedBy }) =>
    reportedBy === '' || reportedBy === 'police' ? NOT_SAID : `The ${reportedBy} told us, and not the police`,
  )
  return (
    <>
      <h2 class="wm-section">Council only: {entries.length}</h2>
      {[...byReporter].map(([cause, some]) => (
        <>
          <h3 class="govuk-heading-s">
            {cause}: {some.length}
          </h3>
          <ul class="govuk-list">
            {some.map((entry) => (
              <li>
                <a href={`${MISSING_AT}/${entry.key}`}>{entry.childId}</a>, {formatMoment(entry.missingFrom)}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

const Upload = ({ frame }: { frame: FrameProps }) => (
  <form method="post" action={`${MISSING_AT}/police`} enctype="multipart/form-data" novalidate>
    <h2 class="wm-section">Bring in the police’s list</h2>
    <CsrfField frame={frame} />
    <FileUpload
      name="file"
      label={{ text: 'CSV file' }}
      hint={{
        text: 'Columns police_ref, child_id and missing_from (09/01/2015 21:30). A number that is known is put right.',
      }}
    />
    <Button text="Bring in" preventDoubleClick />
  </form>
)
