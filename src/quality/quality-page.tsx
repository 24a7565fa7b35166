import { dayInEngland, formatDay } from '../platform/day.ts'
import { Details } from '../ui/components/details.tsx'
import { Table } from '../ui/components/table.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import {
  completenessBars,
  emptiestFirst,
  isThin,
  titleOf,
  type TableLine,
  type SnapshotRecord,
  type QualityFinding,
  type QualityHarm,
} from '../dataset/index.ts'
import { CompletenessBars } from '../ui/tables/completeness-bars.tsx'
import { formatCount, formatNumber, shareFilled } from '../platform/words.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'
import { ScrollRegion } from '../ui/charts/figure.tsx'
import { seriesTitle } from '../performance/index.ts'
import { measureHref } from '../ui/links.ts'
import { HarmPicture } from './harm-picture.tsx'
import { mostCases, putRightFirst, type CheckWords, type Quality } from './quality-read.ts'

interface QualityProps {
  frame: FrameProps
  snapshot: SnapshotRecord
  /** It is the one that everyone sees. */
  inUse: boolean
  /** Null when it was sealed before Waymark looked for faults. */
  quality: Quality | null
  wordsOf: (check: string) => CheckWords
  tables: readonly TableLine[]
  reconciled: boolean
  /** Counts lead to rows only for those who bring files in. */
  opensRows: boolean
}

/** The query by which these pages know the load they are about; none for the load in use. */
export const ofLoad = (snapshot: SnapshotRecord, inUse: boolean): string =>
  inUse ? '' : `?load=${snapshot.loadId}`

/** What is wrong with the rows of a load, by the harm that it does to measures. */
export function QualityPage(props: QualityProps) {
  const { frame, snapshot, inUse, quality, tables, reconciled } = props
  const loaded = `Load of ${formatDay(dayInEngland(snapshot.loadedAt))}`
  const query = ofLoad(snapshot, inUse)
  return (
    <Page
      frame={frame}
      title="Data quality"
      section="/data"
      breadcrumbs={[
        { text: 'Data', href: '/data' },
        { text: loaded, href: `/data/loads/${snapshot.loadId}` },
      ]}
    >
      <PageHeading
        caption={`${loaded}, as at ${formatDay(snapshot.asAt)}${inUse ? '' : ', not in use'}`}
        title="Data quality"
        sentence={quality === null ? NOT_LOOKED : describeQuality(snapshot, quality)}
      />
      {quality === null ? null : (
        <>
          <HarmPicture findings={quality.findings} csvHref={`/data/quality/checks.csv${query}`} />
          <h2 class="govuk-heading-m wm-section" id="checks">
            What is wrong, most harm first
          </h2>
          {quality.findings.length === 0 ? (
            <p class="govuk-body">Comparing the rows with each other found nothing wrong.</p>
          ) : (
            <CheckTable {...props} query={query} findings={quality.findings} />
          )}
          <p class="wm-note">
            “Left out”: cases that the measure counts when the days are put right, and does not count as they
            are. “In doubt”: cases that it counts, of a row with the fault. “Not met”: cases that count as not
            met because the field is blank. Different cases, over all months that are shown.
          </p>
          <Others quality={quality} />
        </>
      )}
      {inUse ? (
        <p class="govuk-body">
          <a href="/data/quality/measures">How far each measure can be trusted</a>
        </p>
      ) : null}
      {reconciled ? (
        <p class="govuk-body">
          <a href={`/data/reconciliation${query}`}>Where the sources of this load differ</a>
        </p>
      ) : null}
      <p class="govuk-body">
        What was found cell by cell, as the files were read, is on the{' '}
        <a href={`/data/loads/${snapshot.loadId}`}>page of the load</a>.
      </p>
      <Completeness snapshot={snapshot} tables={tables} />
    </Page>
  )
}

const NOT_LOOKED = {
  bold: 'This load was sealed before Waymark compared rows with each other.',
  rest: 'Load the same files again, with “again”, to have them looked at.',
}

/** "Nothing stops these figures: of 43,263 rows, 120 have a fault. 3 things to put right first." */
export function describeQuality(
  { rows }: Pick<SnapshotRecord, 'rows'>,
  { findings, faultyRows }: Quality,
): { bold: string; rest: string } {
  const first = putRightFirst(findings).length
  const all = findings.filter(({ severity }) => severity === 'warning').length
  return {
    bold:
      faultyRows === 0 && all === 0
        ? `Nothing stops these figures: ${rows === 1 ? 'the only row contradicts no other' : `none of the ${formatNumber(rows)} rows contradicts another`}.`
        : `Nothing stops these figures: of ${formatCount(rows, 'row')}, ${formatNumber(faultyRows)} ${faultyRows === 1 ? 'has' : 'have'} something to put right.`,
    rest:
      first > 0
        ? `${formatCount(first, 'thing')} to put right first: ${first === 1 ? 'it changes' : 'they change'} a figure.`
        : all > 0
          ? 'None of it changes a figure.'
          : 'There is nothing to put right.',
  }
}

type CheckTableProps = QualityProps & { findings: readonly QualityFinding[]; query: string }

function CheckTable({ findings, wordsOf, opensRows, query }: CheckTableProps) {
  return (
    <RecordTable
      head={[
        { text: 'What is wrong' },
        { text: 'Rows', format: 'numeric' },
        { text: 'Which measures it harms, and by how many cases' },
        { text: 'What to do' },
      ]}
      rows={findings.map((finding) => {
        const { does, remedy } = wordsOf(finding.check)
        const rows = formatNumber(finding.count)
        return [
          { html: <>{finding.title}</> },
          {
            html: opensRows ? (
              <a
                href={`/data/quality/${finding.check}${query}`}
                aria-label={`${rows} rows: ${finding.title}`}
              >
                {rows}
              </a>
            ) : (
              rows
            ),
            format: 'numeric',
          },
          {
            html: (
              <>
                {does}.
                <Harms harms={finding.harms} />
              </>
            ),
          },
          { text: finding.severity === 'note' ? `${remedy}. It may be true` : remedy },
        ]
      })}
    />
  )
}

const HOW: Record<QualityHarm['how'], string> = {
  left_out: 'left out',
  counted: 'in doubt',
  blank: 'not met',
  split: 'under no team or worker',
}

const SHOWN_AT_ONCE = 3

/** Each measure with its cases, those it harms most first. */
export function Harms({ harms }: { harms: readonly QualityHarm[] }) {
  const line = ({ measure, cases, how }: QualityHarm) => (
    <li>
      <a href={measureHref(measure)}>{seriesTitle(measure)}</a>: {formatNumber(cases)} {HOW[how]}
    </li>
  )
  const more = harms.slice(SHOWN_AT_ONCE)
  return harms.length === 0 ? (
    <> No measure that Waymark works out today is harmed.</>
  ) : (
    <>
      <ul class="wm-plain-list">{harms.slice(0, SHOWN_AT_ONCE).map(line)}</ul>
      {more.length > 0 ? (
        <Details summaryText={formatCount(more.length, 'more measure')}>
          <ul class="wm-plain-list">{more.map(line)}</ul>
        </Details>
      ) : null}
    </>
  )
}

const Others = ({ quality: { clear, notRun } }: { quality: Quality }) => (
  <>
    {clear.length === 0 ? null : (
      <Details summaryText={`${formatCount(clear.length, 'check')} found nothing`}>
        <ul class="wm-plain-list">
          {clear.map((title) => (
            <li>{title}</li>
          ))}
        </ul>
      </Details>
    )}
    {notRun.length === 0 ? null : (
      <Details
        summaryText={`${formatCount(notRun.length, 'check')} could not be made: the files do not hold the fields`}
      >
        <ul class="wm-plain-list">
          {notRun.map((title) => (
            <li>{title}</li>
          ))}
        </ul>
      </Details>
    )}
  </>
)

const Completeness = ({ snapshot, tables }: { snapshot: SnapshotRecord; tables: readonly TableLine[] }) =>
  tables.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m wm-section">How complete</h2>
      <ScrollRegion label="How complete">
        <Table
          firstCellIsHeader
          head={[
            { text: 'Table' },
            { text: 'Rows', format: 'numeric' },
            { text: 'Field by field' },
            { text: 'Least complete of those expected' },
          ]}
          rows={tables.map((line) => {
            const [least] = emptiestFirst(line)
            return [
              {
                html: (
                  <a href={`/data/loads/${snapshot.loadId}/tables/${line.spec.table}`}>
                    {titleOf(line.spec)}
                  </a>
                ),
              },
              { text: formatNumber(line.accepted), format: 'numeric' },
              { html: <CompletenessBars bars={completenessBars(line)} /> },
              {
                text:
                  line.accepted === 0
                    ? 'No rows'
                    : least && isThin(line, least)
                      ? `${least.name} ${shareFilled(least.filled, line.accepted)}`
                      : 'All 90% or more',
              },
            ]
          })}
        />
      </ScrollRegion>
    </>
  )

/** A row a check, for the CSV of the picture. */
export const checksCsv = (findings: readonly QualityFinding[]): (string | number)[][] =>
  findings.map((finding) => [
    finding.check,
    finding.title,
    finding.severity,
    finding.count,
    mostCases(finding),
    finding.harms.map(({ measure, cases, how }) => `${measure}: ${cases} ${HOW[how]}`).join('; '),
  ])
