import { formatDay } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import type { TaskforceOption } from './options.ts'
import { taskforceHref } from './taskforce.ts'
import { taskforceDecision } from './taskforce-decision.ts'
import type { TaskforceView } from './taskforce-view.ts'
import { formatCost, formatDays, formatPounds, formatRange } from './taskforce-words.ts'

/** Stop, extend or finish: what each leaves and costs, and what was decided. */
export function OptionsPart({ view, mayRun }: { view: TaskforceView; mayRun: boolean }) {
  const { taskforce, options, decision } = view
  return (
    <section class="wm-decide" aria-labelledby="decide">
      <h2 id="decide" class="wm-section">
        Stop or extend?{taskforce.decideBy === null ? '' : ` Decide by ${formatDay(taskforce.decideBy)}`}
      </h2>
      {decision ? (
        <p>
          <b>Decided:</b> {taskforceDecision.nameOf(decision)}, by {decision.decidedBy}
          {decision.costPence === null
            ? ''
            : `; ${formatPounds(decision.costPence)} beyond the contract`}. {decision.why}
        </p>
      ) : null}
      <ScrollRegion label="Stop or extend: what each leaves and costs">
        <RecordTable
          caption="Stop or extend: what each leaves and costs"
          head={[
            { text: 'Choice' },
            { text: 'Children not re-assessed when it ends' },
            { text: `Money beyond ${formatDay(taskforce.endsOn)}` },
            { text: 'What happens to those left' },
          ]}
          rows={options.map((option) => [
            { text: nameOf(option, view) },
            { text: option.left === null ? 'Too early to say' : formatRange(option.left) },
            { text: costOf(option) },
            { text: whatHappens(option, view) },
          ])}
        />
      </ScrollRegion>
      <p>
        <b>Who decides:</b> {taskforce.whoDecides || 'Not recorded'}. <b>Money:</b> {moneyOf(view)}
        {whereFrom(view)} <a href={`${taskforceHref(taskforce.id)}/history`}>Who typed it, and when</a>
      </p>
      {mayRun ? (
        <Button href={`/taskforce-decisions/new?taskforce_id=${taskforce.id}`} text="Record the decision" />
      ) : null}
      <p class="wm-note">
        {view.forecast
          ? `At ${formatNumber(view.forecast.pace.slowest)} to ${formatNumber(view.forecast.pace.fastest)} children a week, as in the last three full weeks. A week that is begun is paid.`
          : `No choice can say what it leaves before three full weeks of work. A week that is begun is paid.`}{' '}
        Urgent is a manager’s mark after reading the file, never a score.
      </p>
    </section>
  )
}

function nameOf({ choice, endsOn }: TaskforceOption, { taskforce, forecast }: TaskforceView): string {
  if (choice === 'stop') return `Stop on ${formatDay(taskforce.endsOn)}`
  if (choice === 'extend') return `Extend to ${formatDay(taskforce.extendTo!)}`
  return forecast ? `Extend until it is done: ${formatDays(endsOn)}` : 'Extend until it is done'
}

function costOf(option: TaskforceOption): string {
  const { weeks } = option
  const how =
    weeks.soonest === null || weeks.soonest === 0 || weeks.soonest !== weeks.latest
      ? ''
      : `, ${formatCount(weeks.soonest, 'week')}`
  return option.choice === 'finish' && option.left === null ? 'Too early to say' : formatCost(option) + how
}

function whatHappens(
  { choice, urgentLeft }: TaskforceOption,
  { pastDue, marks, joined, taskforce }: TaskforceView,
): string {
  if (choice === 'stop')
    return `They go back to their workers with a date; ${formatNumber(pastDue)} past day ${taskforce.daysAllowed} are finished first`
  if (choice === 'finish')
    return `None go back; ${formatNumber(joined)} on the second list are not among them`
  if (marks.urgent === 0) return 'Nobody has been marked urgent, so none can be taken first'
  if (urgentLeft === null) return `${formatNumber(marks.urgent)} marked urgent are taken first`
  return urgentLeft === 0
    ? `All ${formatNumber(marks.urgent)} marked urgent are done; the rest go back with a date`
    : `${formatNumber(urgentLeft)} of ${formatNumber(marks.urgent)} marked urgent would still wait`
}

function moneyOf({ taskforce, decision }: TaskforceView): string {
  const { agreedPence, moneyFrom, endsOn } = taskforce
  const agreed =
    agreedPence === null
      ? 'no sum is recorded as agreed.'
      : `${formatPounds(agreedPence)}${moneyFrom ? ` of ${moneyFrom}` : ''} is agreed to ${formatDay(endsOn)}.`
  return decision?.costPence ? agreed : `${agreed} Nothing is recorded as agreed beyond that.`
}

/** No file brings the money of a taskforce: it is what somebody typed with its contract. */
const whereFrom = ({ taskforce: { costWeekly } }: TaskforceView): string =>
  costWeekly === null
    ? 'No cost of a week was typed, so that no choice has a cost.'
    : `The cost of a week, ${formatPounds(costWeekly)}, and what is agreed were typed with the contract and come from no file of the budget; a choice costs the weeks begun beyond the contract times the cost of a week.`
