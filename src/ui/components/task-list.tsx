import { classNames, contentOf, type Attributes, type StyledWords, type Words } from './content.ts'
import { Tag } from './tag.tsx'

interface Task {
  title: Omit<StyledWords, 'attributes'>
  hint?: Words | undefined
  status: Omit<StyledWords, 'attributes'> & { tag?: StyledWords | undefined }
  href?: string | undefined
  classes?: string | undefined
}

interface TaskListProps {
  items: readonly (Task | null | false | undefined)[]
  idPrefix?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/task-list/ */
export const TaskList = (props: TaskListProps) => (
  <ul class={classNames('govuk-task-list', props.classes)} {...props.attributes}>
    {props.items.map((item, index) =>
      item ? <TaskListItem item={item} id={`${props.idPrefix || 'task-list'}-${index + 1}`} /> : null,
    )}
  </ul>
)

const TaskListItem = ({ item, id }: { item: Task; id: string }) => (
  <li
    class={classNames('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}
  >
    <div class="govuk-task-list__name-and-hint">
      {item.href ? (
        <a
          class={classNames('govuk-link govuk-task-list__link', item.title.classes)}
          href={item.href}
          aria-describedby={classNames(item.hint && `${id}-hint`, `${id}-status`)}
        >
          {contentOf(item.title)}
        </a>
      ) : (
        <div class={item.title.classes}>{contentOf(item.title)}</div>
      )}
      {item.hint ? (
        <div id={`${id}-hint`} class="govuk-task-list__hint">
          {contentOf(item.hint)}
        </div>
      ) : null}
    </div>
    <div class={classNames('govuk-task-list__status', item.status.classes)} id={`${id}-status`}>
      {item.status.tag ? (
        <Tag classes={item.status.tag.classes} attributes={item.status.tag.attributes}>
          {contentOf(item.status.tag)}
        </Tag>
      ) : (
        contentOf(item.status)
      )}
    </div>
  </li>
)
