import type { Child } from 'hono/jsx'
import { classNames, contentOf, type Attributes, type StyledWords, type Words } from './content.ts'

interface SummaryAction extends StyledWords {
  href: string
  visuallyHiddenText?: string | undefined
}

interface Actions {
  items?: readonly SummaryAction[] | undefined
  classes?: string | undefined
}

interface SummaryRow {
  key: Omit<StyledWords, 'attributes'>
  value: Omit<StyledWords, 'attributes'>
  actions?: Actions | undefined
  classes?: string | undefined
}

interface SummaryCard {
  title?: (Omit<StyledWords, 'attributes'> & { headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined }) | undefined
  actions?: Actions | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

interface SummaryListProps {
  rows: readonly (SummaryRow | null | false | undefined)[]
  card?: SummaryCard | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

const ActionLink = ({ action, cardTitle }: { action: SummaryAction; cardTitle?: Words | undefined }) => (
  <a class={classNames('govuk-link', action.classes)} href={action.href} {...action.attributes}>
    {contentOf(action)}
    {action.visuallyHiddenText || cardTitle ? (
      <span class="govuk-visually-hidden">
        {action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : ''}
        {cardTitle ? <> ({contentOf(cardTitle)})</> : null}
      </span>
    ) : null}
  </a>
)

/** https://design-system.service.gov.uk/components/summary-list/ */
export function SummaryList(props: SummaryListProps) {
  const anyActions = props.rows.some((row) => row && row.actions?.items?.length)
  const list = (
    <dl class={classNames('govuk-summary-list', props.classes)} {...props.attributes}>
      {props.rows.map((row) =>
        row ? (
          <div
            class={classNames(
              'govuk-summary-list__row',
              anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
              row.classes,
            )}
          >
            <dt class={classNames('govuk-summary-list__key', row.key.classes)}>{contentOf(row.key)}</dt>
            <dd class={classNames('govuk-summary-list__value', row.value.classes)}>{contentOf(row.value)}</dd>
            <RowActions actions={row.actions} cardTitle={props.card?.title} />
          </div>
        ) : null,
      )}
    </dl>
  )
  return props.card ? <Card card={props.card}>{list}</Card> : list
}

function RowActions({ actions, cardTitle }: { actions: Actions | undefined; cardTitle: Words | undefined }) {
  const items = actions?.items ?? []
  if (items.length === 0) return null
  return (
    <dd class={classNames('govuk-summary-list__actions', actions?.classes)}>
      {items.length === 1 ? (
        items.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function Card({ card, children }: { card: SummaryCard; children: Child }) {
  const Heading = `h${card.title?.headingLevel ?? 2}` as 'h2'
  const actions = card.actions?.items ?? []
  const classes = classNames('govuk-summary-card__actions', card.actions?.classes)
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title ? (
          <Heading class={classNames('govuk-summary-card__title', card.title.classes)}>
            {contentOf(card.title)}
          </Heading>
        ) : null}
        {actions.length === 1 ? (
          <div class={classes}>
            {actions.map((action) => (
              <ActionLink action={action} cardTitle={card.title} />
            ))}
          </div>
        ) : actions.length > 1 ? (
          <ul class={classes}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={card.title} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}
