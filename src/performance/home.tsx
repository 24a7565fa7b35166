import { allow, type HomeKind, type Role } from '../access/index.ts'
import { formatFigure } from '../measures/index.ts'
import { formatMonth } from '../platform/day.ts'
import type { Services } from '../platform/room.ts'
import { SpcMark } from '../ui/charts/marks.tsx'
import { measureHref } from '../ui/links.ts'
import { statedFigure } from '../ui/stated-figure.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'
import { seriesTitle, verdictOf } from './pages/figure-view.ts'
import { describeChange } from './pages/row-parts.tsx'
import type { TrackerRow } from './tracker/tracker-row.ts'
import { trackerRow } from './tracker/tracker.ts'

/** What each of these roles answers for, by the series that say it. */
const OWN: Partial<Record<Role, { title: string; about: string; series: readonly string[]; waits: string }>> =
  {
    hr_partner: {
      title: 'The workforce today',
      about: 'workforce',
      series: ['wf-vacancy', 'wf-agency', 'wf-turnover', 'wf-sickness', 'wf-caseload', 'wf-over-cap'],
      waits:
        'Posts and recruitment, one by one, are not kept in Waymark yet. These figures come from the workforce files that the data team loads.',
    },
    finance_partner: {
      title: 'Money today',
      about: 'money and agency',
      series: ['fi-spend', 'fi-agency-cost', 'fi-unit-cost', 'wf-agency', 'wf-vacancy'],
      waits:
        'Budget lines and contracts, one by one, are not kept in Waymark yet. These figures come from the money files that the data team loads.',
    },
    panel_adviser: {
      title: 'The panel today',
      about: 'adoption and panel',
      series: ['ad-panel-report-quality', 'ad-presentation-quality', 'ad-waiting', 'ad-a10', 'ad-adopted'],
      waits:
        'Papers, grades and feedback, item by item, are not kept in Waymark yet. These figures come from the adoption and panel files that the data team loads.',
    },
  }

/** The figures that somebody who sees no child answers for, with what is changing said first. */
export const performanceHome = ({ records, pool }: Services): HomeKind[] => [
  {
    order: 20,
    roles: Object.keys(OWN) as Role[],
    part: async (person) => {
      const own = OWN[person.role]
      const snapshot = await pool.current(person.council)
      if (!own) return null
      const pass = allow(person, 'figures:read')
      const rows = snapshot
        ? await Promise.all(own.series.map((id) => trackerRow(snapshot, records, pass, id)))
        : []
      const worse = rows.filter(({ spc }) => spc.variation === 'worsening')
      const known = rows.filter(({ latest }) => latest?.value != null)
      const first = worse[0] ?? known[0]
      const measures = `${own.about} measures`
      return {
        heading: `Your ${measures}`,
        lead: {
          title: own.title,
          sentence: {
            bold:
              known.length === 0
                ? `None of your ${rows.length} ${measures} has figures yet.`
                : worse.length === 0
                  ? `None of your ${known.length} ${measures} is getting worse.`
                  : `${worse.length} of your ${known.length} ${measures} ${worse.length === 1 ? 'is' : 'are'} getting worse.`,
          },
          first: first
            ? { text: `Open ${seriesTitle(first.id)}`, href: measureHref(first.id) }
            : { text: 'Open the tracker', href: '/tracker' },
        },
        body: (
          <>
            <RecordTable
              caption=""
              head={['Measure', 'Latest', 'Before', 'Is it changing?'].map((text) => ({ text }))}
              rows={rows.map((row) => lineOf(row))}
            />
            <p class="wm-note">{own.waits}</p>
          </>
        ),
      }
    },
  },
]

const lineOf = (row: TrackerRow) => {
  const { latest, previous, series, spc } = row
  return [
    { html: <a href={measureHref(row.id)}>{seriesTitle(row.id)}</a> },
    latest?.value == null
      ? { text: row.why ?? 'No figure' }
      : {
          html: (
            <>
              <b {...statedFigure(row.id, latest.period)}>{formatFigure(latest, series)}</b>{' '}
              <span class="wm-secondary">{formatMonth(latest.period)}</span>
            </>
          ),
        },
    { text: previous?.value == null ? '–' : formatFigure(previous, series) },
    {
      html: (
        <span class="wm-said">
          <SpcMark verdict={verdictOf(spc)} direction={spc.direction ?? undefined} />
          <span>{describeChange(spc)}</span>
        </span>
      ),
    },
  ]
}
