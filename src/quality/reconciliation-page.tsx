import { describeWithheldRows } from '../access/index.ts'
import { dayInEngland, formatDay } from '../platform/day.ts'
import { ChartSvg, px } from '../ui/charts/chart-svg.tsx'
import { DARK_BLUE, ORANGE, ORANGE_EDGE, PURPLE, PURPLE_EDGE } from '../ui/charts/colour.ts'
import { ChartFigure } from '../ui/charts/figure.tsx'
import { Pagination } from '../ui/components/pagination.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { capital, formatCount, formatNumber } from '../platform/words.ts'
import { describeSources } from '../intake/index.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'
import type { SnapshotRecord, ReconciliationLine } from '../dataset/index.ts'
import { ofLoad } from './quality-page.tsx'
import { formatDays, describePlace } from './quality-rows-page.tsx'
import type { DifferingChild } from './reconciliation-read.ts'

interface ReconciliationProps {
  frame: FrameProps
  snapshot: SnapshotRecord
  inUse: boolean
  lines: readonly ReconciliationLine[]
  /** Null for those who see counts alone. */
  children: readonly DifferingChild[] | null
  /** Rows of the page about children whose records are restricted. */
  withheld: number
  page: number
  pages: number
}

const SUBJECTS: Readonly<Record<string, string>> = {
  cp_plans: 'Children on a child protection plan',
  cla_periods: 'Children looked after',
  cin_episodes: 'Children with an open case',
  s47_enquiry: 'Section 47 enquiries',
  initial_cp_conference: 'Initial conferences',
  referrals: 'Referrals',
}
const describeSubject = (subject: string): string => SUBJECTS[subject] ?? subject

const alone = ({ countA, countB, both }: ReconciliationLine): number => countA - both + (countB - both)

/** Where the sources of one load do not say the same: the numbers, and for those who bring files in the children. */
export function ReconciliationPage(props: ReconciliationProps) {
  const { frame, snapshot, inUse, lines, children, withheld, page, pages } = props
  const loaded = `Load of ${formatDay(dayInEngland(snapshot.loadedAt))}`
  const query = ofLoad(snapshot, inUse)
  const linkTo = (number: number) => ({
    href: `/data/reconciliation?page=${number}${inUse ? '' : `&load=${snapshot.loadId}`}`,
  })
  return (
    <Page
      frame={frame}
      title="Where the sources differ"
      section="/data"
      breadcrumbs={[
        { text: 'Data', href: '/data' },
        { text: 'Data quality', href: `/data/quality${query}` },
      ]}
    >
      <PageHeading
        caption={`${loaded}, as at ${formatDay(snapshot.asAt)}`}
        title="Where the sources differ"
        sentence={formatWhole(snapshot, lines)}
      />
      {lines.length === 0 ? null : (
        <>
          <ChartFigure
            sentence={describeWorst(lines)}
            note="Blue: in both. Orange: in the first source alone. Purple: in the second alone."
            tableHref="#numbers"
          >
            <Bars lines={lines} drawing="wide" />
            <Bars lines={lines} drawing="narrow" />
          </ChartFigure>
          <h2 class="govuk-heading-m wm-section" id="numbers">
            The numbers
          </h2>
          <Numbers lines={lines} />
          <p class="wm-note">
            A child on a plan, in care or with an open case counts once, on the earlier of the two days that
            the sources are as at. Enquiries, conferences and referrals are matched by child and day, over the
            days that both sources promise. What both do not hold is not compared.
          </p>
          {children === null ? null : (
            <>
              <Children children={children} withheld={withheld} />
              {pages > 1 ? (
                <Pagination
                  previous={page > 1 ? linkTo(page - 1) : undefined}
                  next={page < pages ? linkTo(page + 1) : undefined}
                />
              ) : null}
            </>
          )}
        </>
      )}
    </Page>
  )
}

const Numbers = ({ lines }: { lines: readonly ReconciliationLine[] }) => (
  <RecordTable
    head={[
      { text: 'What' },
      { text: 'When' },
      { text: 'First source', format: 'numeric' },
      { text: 'Second source', format: 'numeric' },
      { text: 'In both', format: 'numeric' },
      { text: 'In the first alone', format: 'numeric' },
      { text: 'In the second alone', format: 'numeric' },
    ]}
    rows={lines.map((line) => [
      { text: describeSubject(line.subject) },
      { text: formatWhen(line) },
      {
        text: `${capital(describeSources([line.sourceA]))}: ${formatNumber(line.countA)}`,
        format: 'numeric',
      },
      {
        text: `${capital(describeSources([line.sourceB]))}: ${formatNumber(line.countB)}`,
        format: 'numeric',
      },
      { text: formatNumber(line.both), format: 'numeric' },
      { text: formatNumber(line.countA - line.both), format: 'numeric' },
      { text: formatNumber(line.countB - line.both), format: 'numeric' },
    ])}
  />
)

function formatWhole(
  { sources }: SnapshotRecord,
  lines: readonly ReconciliationLine[],
): { bold: string; rest: string } {
  if (lines.length === 0) {
    return {
      bold: 'There is nothing to compare.',
      rest:
        sources.length < 2
          ? `This load holds one source, ${describeSources(sources)}.`
          : `${capital(describeSources(sources))} hold no table in common that both describe on the same day.`,
    }
  }
  const differ = lines.filter((line) => alone(line) > 0)
  return {
    bold:
      differ.length === 0
        ? `${capital(describeSources(sources))} agree on everything that both hold.`
        : `${capital(describeSources(sources))} differ on ${formatNumber(differ.length)} of ${formatCount(lines.length, 'comparison')}.`,
    rest: 'Where they differ, the figures use the first of them.',
  }
}

function describeWorst(lines: readonly ReconciliationLine[]): string {
  const worst = lines.toSorted((a, b) => alone(b) - alone(a))[0]!
  return alone(worst) === 0
    ? 'Every child and event is in both sources.'
    : `They differ most on ${lowered(describeSubject(worst.subject))}: ${describeSources([worst.sourceA])} has ${formatNumber(worst.countA)}, ${describeSources([worst.sourceB])} ${formatNumber(worst.countB)}, and ${formatNumber(worst.both)} ${worst.both === 1 ? 'is' : 'are'} the same.`
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const formatWhen = ({ fromDay, onDay }: ReconciliationLine): string =>
  fromDay === null ? formatDay(onDay) : `${formatDay(fromDay)} to ${formatDay(onDay)}`

const [LINE, BAR, GAP] = [17, 16, 12]

function Bars({ lines, drawing }: { lines: readonly ReconciliationLine[]; drawing: 'wide' | 'narrow' }) {
  const width = drawing === 'wide' ? 760 : 300
  const most = Math.max(1, ...lines.map((line) => line.both + alone(line)))
  const long = (count: number) => px((count / most) * (width - 2))
  return (
    <ChartSvg
      id={`sources-${drawing}`}
      title="How many are in both sources, and in one alone"
      desc={describeWorst(lines)}
      width={width}
      height={lines.length * (LINE + BAR + GAP)}
      drawing={drawing}
    >
      {lines.map((line, index) => {
        const y = index * (LINE + BAR + GAP)
        const [both, first, second] = [line.both, line.countA - line.both, line.countB - line.both].map(long)
        return (
          <>
            <text x={0} y={y + LINE - 4} font-size="14">
              {drawing === 'wide'
                ? `${describeSubject(line.subject)}: ${describeSources([line.sourceA])} and ${describeSources([line.sourceB])}`
                : describeSubject(line.subject)}
            </text>
            <rect x={0.5} y={y + LINE + 0.5} width={both!} height={BAR} fill={DARK_BLUE} />
            {first! > 0 ? (
              <rect
                x={both! + 1.5}
                y={y + LINE + 0.5}
                width={first!}
                height={BAR}
                fill={ORANGE}
                stroke={ORANGE_EDGE}
              />
            ) : null}
            {second! > 0 ? (
              <rect
                x={both! + first! + 2.5}
                y={y + LINE + 0.5}
                width={second!}
                height={BAR}
                fill={PURPLE}
                stroke={PURPLE_EDGE}
              />
            ) : null}
          </>
        )
      })}
    </ChartSvg>
  )
}

/** Child-level. */
const Children = ({ children, withheld }: { children: readonly DifferingChild[]; withheld: number }) => (
  <>
    <h2 class="govuk-heading-m wm-section">The children</h2>
    <p class="govuk-body">{describeWithheldRows(withheld)}</p>
    {children.length === 0 ? (
      <p class="govuk-body">
        {withheld === 0 ? 'No child differs.' : 'No other child of this page differs.'}
      </p>
    ) : (
      <RecordTable
        head={[
          { text: 'Child' },
          { text: 'What' },
          { text: 'In' },
          { text: 'Why' },
          { text: 'File and row' },
        ]}
        rows={children.map(({ childId, subject, inSource, sourceA, sourceB, why, file, sheet, row }) => [
          { text: childId ?? 'No child' },
          { text: describeSubject(subject) },
          { text: capital(describeSources(inSource === 'both' ? [sourceA, sourceB] : [inSource])) },
          { text: formatDays(why) },
          { text: describePlace({ file, sheet, row }) },
        ])}
      />
    )}
  </>
)
