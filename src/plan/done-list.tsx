import { formatDay, type Day } from '../platform/day.ts'
import { isFinished, PROGRESS_WORDS } from './action.ts'
import type { ActionNode } from './plan-tree.ts'

/** Work as a list: delivered, under way, then to come. */
export function DoneList({ actions, today }: { actions: readonly ActionNode[]; today: Day }) {
  const order = ['embedded', 'delivered', 'under_way', 'not_started'] as const
  const sorted = order.flatMap((progress) => actions.filter((action) => action.progress === progress))
  return (
    <section class="wm-part">
      <h2 id="done">What was done</h2>
      {actions.length === 0 ? <p>Nothing has been agreed to do about this yet.</p> : null}
      <ul class="wm-done">
        {sorted.map((action) => (
          <li>
            <ProgressMark action={action} />
            <div>
              <a href={`/plan/actions/${action.id}`}>{action.title}</a>
              <div class="wm-note">{formatWhen(action, today)}</div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function formatWhen(action: ActionNode, today: Day): string {
  if (action.progress === 'embedded' && action.embeddedOn) return `Embedded, ${formatDay(action.embeddedOn)}`
  if (isFinished(action))
    return action.deliveredOn ? `Delivered, ${formatDay(action.deliveredOn)}` : 'Delivered'
  const word = PROGRESS_WORDS[action.progress]
  if (action.startOn && action.startOn > today) return `Next, from ${formatDay(action.startOn)}`
  return `${word}, due ${formatDay(action.dueOn)}`
}

const ProgressMark = ({ action }: { action: ActionNode }) => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" class="wm-mark-svg">
    {isFinished(action) ? (
      <path d="M2.5 9.5l4 4 9-10" fill="none" stroke="#0b0c0c" stroke-width="3" />
    ) : (
      <>
        <circle cx="9" cy="9" r="7" fill="#ffffff" stroke="#0b0c0c" stroke-width="2" />
        {action.progress === 'under_way' ? <path d="M9 2a7 7 0 0 1 0 14z" fill="#0b0c0c" /> : null}
      </>
    )}
  </svg>
)
