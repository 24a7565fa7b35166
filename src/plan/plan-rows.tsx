import { dayInEngland, formatDayOfYear, type Day } from '../platform/day.ts'
import { daysLate, reopenedAt } from './action.ts'
import { BragWord } from './brag-word.tsx'
import { counted } from './count-words.ts'
import { inDate } from './evidence.ts'
import { filterHref, WHOLE_PLAN } from './plan-filter.ts'
import type { ActionNode, RecommendationNode, ThemeNode } from './plan-tree.ts'
import { TimelinePicture } from './timeline-picture.tsx'
import { describeDays, type Axis } from './timeline.ts'

interface RowsProps {
  axis: Axis
  today: Day
}

export const ThemeRows = ({ theme, named, ...rows }: RowsProps & { theme: ThemeNode; named: boolean }) => (
  <>
    {named || theme.recommendations.length === 0 ? (
      <tbody>
        <tr>
          <th scope="rowgroup" colspan={6} class="wm-plan__theme">
            <a href={filterHref(WHOLE_PLAN, { theme: theme.ref })}>{theme.title}</a>
          </th>
        </tr>
      </tbody>
    ) : null}
    {theme.recommendations.map((recommendation) => (
      <RecommendationRows recommendation={recommendation} {...rows} />
    ))}
  </>
)

const RecommendationRows = ({
  recommendation,
  axis,
  today,
}: RowsProps & { recommendation: RecommendationNode }) => (
  <tbody>
    <tr>
      <th scope="rowgroup" colspan={6} class="wm-plan__group">
        <a href={`/plan/recommendations/${recommendation.id}`}>{recommendation.ref}</a> {recommendation.title}
      </th>
    </tr>
    {recommendation.actions.length === 0 ? (
      <tr>
        <td colspan={6}>Nothing has been agreed to do about this yet.</td>
      </tr>
    ) : (
      recommendation.actions.map((action) => <ActionRow action={action} axis={axis} today={today} />)
    )}
  </tbody>
)

function ActionRow({ action, axis, today }: RowsProps & { action: ActionNode }) {
  const late = daysLate(action, today)
  const stale = action.evidence.length > 0 && !action.evidence.some((piece) => inDate(piece, today))
  return (
    <tr>
      <th scope="row" class="wm-plan__action">
        <span class="wm-plan__ref">{action.ref}</span>{' '}
        <a href={`/plan/actions/${action.id}`}>{action.title}</a>
        <span class="wm-plan__days">{describeDays(action)}</span>
      </th>
      <td class="wm-plan__small" data-label="Owner">
        {action.owner || <b>No owner</b>}
      </td>
      <td>
        {action.standing.shown ? <BragWord rating={action.standing.shown} /> : 'Not rated'}
        <RatingLine action={action} />
      </td>
      <td class="wm-plan__time">
        <div>
          <TimelinePicture action={action} axis={axis} today={today} />
        </div>
      </td>
      <td class="wm-plan__count" data-label="Evidence">
        {action.evidence.length}
      </td>
      <td class="wm-plan__small">
        {late > 0 ? <b>{counted(late, 'day')} late. </b> : null}
        {stale ? 'Evidence has gone stale. ' : null}
        {action.note}
      </td>
    </tr>
  )
}

/** Under a rating: that owner and clinic differ, that it reopened, or that it is delivered and not yet embedded. */
function RatingLine({ action }: { action: ActionNode }) {
  const reopened = reopenedAt(action, action.changes)
  const { disagrees, proposed, confirmed } = action.standing
  const line = reopened
    ? `reopened ${formatDayOfYear(dayInEngland(reopened.at))}`
    : disagrees && proposed
      ? `owner says ${proposed.rating}`
      : action.progress === 'delivered'
        ? 'delivered'
        : proposed && !confirmed
          ? 'owner’s word, not confirmed'
          : null
  return line ? <div class="wm-note">{line}</div> : null
}
