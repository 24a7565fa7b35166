import { ROLES } from '../../access/index.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { formatDay, formatDayOfYear } from '../../platform/day.ts'
import type { Typed } from '../../records/index.ts'
import { Button } from '../../ui/components/button.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { Details } from '../../ui/components/details.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { childHref } from '../../ui/links.ts'
import { CsrfField } from '../../ui/page.tsx'
import type { ClinicView, ShownAction } from './clinic-read.ts'

export interface ActionFormProps {
  frame: FrameProps
  action: string
  typed: Typed
  errors: FieldErrors
}

/** What the clinic asks of whom by when, and what became of what the last one asked. */
export function ActionsAgreed({ view, form }: { view: ClinicView; form: ActionFormProps | null }) {
  const { actions, agreed, earlier, before } = view
  const hidden = agreed - actions.length
  return (
    <section>
      <h2 class="wm-section">
        Actions agreed: {agreed}{' '}
        {before ? (
          <span class="wm-secondary">
            {earlier.closed} of {earlier.raised} from {formatDayOfYear(before.heldOn)}{' '}
            {earlier.raised === 1 ? 'is' : 'are'} closed
          </span>
        ) : null}
      </h2>
      {actions.length === 0 ? null : <ActionTable actions={actions} caption="Actions agreed" />}
      {hidden > 0 ? (
        <p class="wm-note">{hidden === 1 ? 'One is' : `${hidden} are`} about children you do not see.</p>
      ) : null}
      {form ? <ActionForm {...form} /> : null}
    </section>
  )
}

/** The manager of which team; a worker’s code says it by itself. */
const isRole = (owner: string): boolean => Object.values(ROLES).some(({ title }) => title === owner)

export const ActionTable = ({ actions, caption }: { actions: readonly ShownAction[]; caption: string }) => (
  <table class="govuk-table wm-records wm-clinic-actions">
    <caption class="govuk-visually-hidden">{caption}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['By', 'Child', 'Action', 'Owner', 'State'].map((head) => (
          <th scope="col" class="govuk-table__header">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {actions.map(({ action, child }) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            {formatDay(action.dueOn)}
          </th>
          <td class="govuk-table__cell" data-label="Child">
            {child ? child.ref ? <a href={childHref(child.ref)}>{child.id}</a> : child.id : '–'}
          </td>
          <td class="govuk-table__cell" data-label="Action">
            <a href={`/clinics/actions/${action.id}`}>{action.action}</a>
          </td>
          <td class="govuk-table__cell" data-label="Owner">
            {action.owner}
            {isRole(action.owner) && action.team ? `, ${action.team}` : null}
          </td>
          <td class="govuk-table__cell" data-label="State">
            {action.closedOn === null ? 'Open' : `Done ${formatDay(action.closedOn)}`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const ActionForm = ({ frame, action, typed, errors }: ActionFormProps) => {
  const shown = (name: string) => (errors[name] ? { text: errors[name] } : undefined)
  return (
    <Details summaryText="Add an action about no child" open={Object.keys(errors).length > 0}>
      <form method="post" action={action} novalidate>
        <CsrfField frame={frame} />
        <Input
          name="action"
          label={{ text: 'Action' }}
          hint={{ text: 'Name no child here: everybody who reads figures sees it' }}
          value={typed['action']}
          errorMessage={shown('action')}
        />
        <Input
          name="action_owner"
          label={{ text: 'Owner, by role' }}
          value={typed['owner']}
          errorMessage={shown('action_owner')}
        />
        <DateInput
          id="due_on"
          namePrefix="due_on"
          values={typed}
          fieldset={{ legend: { text: 'By' } }}
          errorMessage={shown('due_on')}
        />
        <Button text="Add the action" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </Details>
  )
}
