import { seriesOf } from '../measures/index.ts'
import { dayInEngland, isDay, formatDay } from '../platform/day.ts'
import { BragMark } from '../ui/charts/marks.tsx'
import { PROGRESS_WORDS, type Progress } from './action.ts'
import { type Change } from './change.ts'
import { BRAG_WORDS, type Brag, type Rating } from './rating.ts'
import { FIELD_WORDS, SUBJECT_WORDS } from './thing-forms.ts'

const formatValue = (value: string): string =>
  isDay(value) ? formatDay(value) : value in PROGRESS_WORDS ? PROGRESS_WORDS[value as Progress] : value

/** "Due day moved to 31 March 2015" */
export function describeChange({ subject, field, was, now }: Change): string {
  const thing = subject === 'milestone' || subject === 'evidence' || subject === 'measure'
  const before = thing ? `${SUBJECT_WORDS[subject]}: ` : ''
  if (field === 'created')
    return thing
      ? `${SUBJECT_WORDS[subject]} added: ${seriesOf(now)?.title ?? now}`
      : `Added to the plan: ${now}`
  const what = FIELD_WORDS[field] ?? field
  if (field === 'due_on') return `${before}Due day moved from ${formatValue(was)} to ${formatValue(now)}`
  if (was === '') return `${before}${what}: ${formatValue(now)}`
  if (now === '') return `${before}${what} taken out; it was ${formatValue(was)}`
  return `${before}${what}: ${formatValue(now)}; it was ${formatValue(was)}`
}

/** A rating as its mark and its word. */
export const BragWord = ({ rating }: { rating: Brag }) => (
  <span class="wm-brag">
    <BragMark rating={rating} /> {BRAG_WORDS[rating]}
  </span>
)

/** Ratings and changes together, newest first. */
export function History({ ratings, changes }: { ratings: readonly Rating[]; changes: readonly Change[] }) {
  const events = [
    ...ratings.map((rating, order) => ({ at: rating.at, order, rating, change: null })),
    ...changes.map((change, order) => ({ at: change.at, order, rating: null, change })),
  ].sort((one, other) => (one.at === other.at ? other.order - one.order : one.at < other.at ? 1 : -1))
  if (events.length === 0) return <p>Nothing has happened to it yet.</p>
  return (
    <ol class="wm-history">
      {events.map(({ at, rating, change }) => (
        <li>
          {rating ? (
            <>
              <BragWord rating={rating.rating} />
              {rating.step === 'proposed' ? ' proposed' : ' confirmed'}
            </>
          ) : (
            describeChange(change)
          )}
          <div class="wm-note">
            {formatDay(dayInEngland(at))}, {(rating ?? change).byName}
            {(rating ?? change).reason === '' ? null : `: ${(rating ?? change).reason}`}
          </div>
        </li>
      ))}
    </ol>
  )
}
