import { formatDay, formatMonth, formatMonthName, type Month } from '../../platform/day.ts'
import { formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { measureHref } from '../../ui/links.ts'
import { Page, PageHeading } from '../../ui/page.tsx'
import { COUNTED, seriesBehind, type Counted, type CountsView, type MonthCounts } from './counts.ts'
import { CRUMBS, MISSING_AT } from './places.ts'

interface CountsPageProps {
  frame: FrameProps
  view: CountsView
  month: Month | null
  /** They keep hand counts and the day of the change. */
  mayCount: boolean
  seesChildren: boolean
}

const KEYS = Object.keys(COUNTED) as Counted[]

/** What became of the returns of a month, as counted by hand and as the system has it. */
export function CountsPage(props: CountsPageProps) {
  const { frame, view, mayCount, seesChildren } = props
  const shown =
    view.months.find(({ month }) => month === props.month) ??
    view.months.find(({ hand }) => hand) ??
    view.months[0]
  const title = 'Return interviews: counted by hand and by the system'
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={
        seesChildren ? [...CRUMBS, { text: 'Missing and return interviews', href: MISSING_AT }] : CRUMBS
      }
    >
      <PageHeading
        caption={view.asAt === null ? undefined : `Figures as at ${formatDay(view.asAt)}`}
        title={title}
        sentence={shown ? sentenceOf(shown) : { bold: 'Nothing has been counted yet.' }}
      />
      <p>
        {describeCutOver(view)}{' '}
        <a href="/missing-rules">{mayCount ? 'Say from which day' : 'The day of the change and why'}</a>
      </p>
      {view.why === null ? null : <p>The system has no count: {view.why}.</p>}
      <p class="wm-links">
        <a href="/hand-counts">Hand counts</a>{' '}
        {mayCount ? <a href="/hand-counts/new">Enter a hand count</a> : null}{' '}
        <a href="/system-changes">Changes asked of the case system and reports</a>{' '}
        <a href={`${MISSING_AT}/counts.xlsx`}>Excel</a> <a href={`${MISSING_AT}/counts.csv`}>CSV</a>
      </p>
      {shown ? <MonthPart shown={shown} /> : null}
      {view.months.length > 0 ? <Months months={view.months} /> : null}
      <p class="wm-note">
        A hand count is what the children’s rights team counted and names no child. The system’s count is that
        of the measures, of looked-after children, from the files and the records of the last load. Both are
        kept and shown for as long as both exist; neither is put in place of the other.
      </p>
    </Page>
  )
}

function sentenceOf({ month, hand, system }: MonthCounts): { bold: string; rest?: string } {
  const of = formatMonthName(month)
  if (hand === null)
    return { bold: `${of}: nobody has counted by hand.`, rest: `The system has ${system.returns} returns.` }
  if (system.returns === null)
    return {
      bold: `${of}: ${hand.returns} came back, counted by hand.`,
      rest: 'The system has no count of the month.',
    }
  const differ = KEYS.filter((key) => system[key] !== null && system[key] !== hand[key]).length
  return {
    bold: `${of}: ${hand.returns} came back by the hand count, ${system.returns} by the system.`,
    rest: differ === 0 ? 'The two agree on every line.' : `They differ on ${differ} of ${KEYS.length} lines.`,
  }
}

const describeCutOver = ({ systemFrom }: CountsView): string =>
  systemFrom === null
    ? 'The Board is given the hand count; no day is set from which it is given the system’s.'
    : `The Board is given the hand count of months before ${formatDay(systemFrom)}, and the system’s count from the month of that day.`

const share = (part: number, whole: number): string =>
  whole === 0 ? '' : `${(Math.round((1000 * part) / whole) / 10).toFixed(1)}%`

/** The base of each share, as people say it. */
const BASES: Readonly<Partial<Record<Counted, readonly [Counted, string][]>>> = {
  offered: [['returns', 'of returns']],
  accepted: [['offers', 'of offers made']],
  heldInTime: [
    ['returns', 'of returns'],
    ['held', 'of those held'],
  ],
  independent: [['held', 'of those held']],
}

/** Of fewer than this no share is said. */
const MIN_BASE = 10

function MonthPart({ shown }: { shown: MonthCounts }) {
  const { hand, system, month, given } = shown
  const largest = Math.max(1, ...KEYS.flatMap((key) => [hand?.[key] ?? 0, system[key] ?? 0]))
  return (
    <>
      <h2 class="wm-section">
        {formatMonth(month)}: what became of the returns{' '}
        <span class="wm-secondary">
          The Board is given the {given === 'hand' ? 'hand count' : 'system’s count'}
          {hand ? `; counted by hand on ${formatDay(hand.countedOn)}` : ''}
        </span>
      </h2>
      <ScrollRegion label={`${formatMonth(month)} by hand and by the system`}>
        <table class="govuk-table wm-records">
          <caption class="govuk-visually-hidden">{formatMonth(month)}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                What
              </th>
              {['By hand', 'System', 'System less hand'].map((head) => (
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                  {head}
                </th>
              ))}
              <th scope="col" class="govuk-table__header">
                Hand above, system below
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {KEYS.map((key) => (
              <CountRow shown={shown} counted={key} largest={largest} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {hand?.note ? <p class="wm-note">How it was counted: {hand.note}</p> : null}
    </>
  )
}

function CountRow(props: { shown: MonthCounts; counted: Counted; largest: number }) {
  const { counted, largest } = props
  const { hand, system } = props.shown
  const shares = (counts: Readonly<Record<Counted, number | null>> | null, key: Counted) =>
    counts === null
      ? []
      : (BASES[key] ?? []).flatMap(([base, words]) => {
          const [part, whole] = [counts[key], counts[base]]
          return part === null || whole === null || whole < MIN_BASE ? [] : [`${share(part, whole)} ${words}`]
        })
  const differs = () => {
    if (!hand || system[counted] === null) return '–'
    const by = system[counted] - hand[counted]
    return by === 0 ? 'none' : `${by > 0 ? '+' : '−'}${Math.abs(by)}`
  }
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a href={measureHref(seriesBehind(counted))}>{COUNTED[counted]}</a>
      </th>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label="By hand">
        <b>{hand ? formatNumber(hand[counted]) : 'not counted'}</b>
        <Shares of={shares(hand, counted)} />
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label="System">
        <b>{system[counted] === null ? 'not available' : formatNumber(system[counted])}</b>
        <Shares of={shares(system, counted)} />
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label="System less hand">
        {differs()}
      </td>
      <td class="govuk-table__cell" data-label="Hand above, system below">
        <Bars hand={hand?.[counted] ?? null} system={system[counted]} largest={largest} />
      </td>
    </tr>
  )
}

const Shares = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((words) => (
      <span class="wm-list-rule">{words}</span>
    ))}
  </>
)

const Bars = ({ hand, system, largest }: { hand: number | null; system: number | null; largest: number }) => {
  const long = (count: number) => Math.max(1, Math.round((220 * count) / largest))
  return (
    <svg
      class="wm-missing-clock"
      width="224"
      height="24"
      viewBox="0 0 224 24"
      aria-hidden="true"
      focusable="false"
    >
      {hand === null ? null : (
        <rect x="1" y="2" width={long(hand)} height="8" fill="#ffffff" stroke="#0b0c0c" />
      )}
      {system === null ? null : <rect x="1" y="13" width={long(system)} height="9" fill="#12436d" />}
    </svg>
  )
}

const Months = ({ months }: { months: readonly MonthCounts[] }) => (
  <>
    <h2 class="wm-section">Month by month</h2>
    <ScrollRegion label="Month by month">
      <table class="govuk-table wm-records">
        <caption class="govuk-visually-hidden">Month by month</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Month
            </th>
            {['Came back, by hand', 'Came back, system', 'Held in time, by hand', 'Held in time, system'].map(
              (head) => (
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                  {head}
                </th>
              ),
            )}
            <th scope="col" class="govuk-table__header">
              The Board is given
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {months.map(({ month, hand, system, given }) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a href={`${MISSING_AT}/counts?month=${month}`}>{formatMonth(month)}</a>
              </th>
              {[hand?.returns, system.returns, hand?.heldInTime, system.heldInTime].map((count, index) => (
                <td
                  class="govuk-table__cell govuk-table__cell--numeric"
                  data-label={
                    [
                      'Came back, by hand',
                      'Came back, system',
                      'Held in time, by hand',
                      'Held in time, system',
                    ][index]
                  }
                >
                  {count ?? '–'}
                </td>
              ))}
              <td class="govuk-table__cell" data-label="The Board is given">
                {given === 'hand' ? 'Hand count' : 'System’s count'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  </>
)
