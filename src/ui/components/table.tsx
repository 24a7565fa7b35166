import { classNames, contentOf, type Attributes, type Words } from './content.ts'

export interface TableCell extends Words {
  /** `numeric` sets figures to the right. */
  format?: string | undefined
  classes?: string | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  attributes?: Attributes | undefined
}

export interface TableProps {
  caption?: string | undefined
  captionClasses?: string | undefined
  head?: readonly TableCell[] | undefined
  rows: readonly (readonly TableCell[] | null | false | undefined)[]
  firstCellIsHeader?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

const Cell = ({ cell, isHeader }: { cell: TableCell; isHeader: boolean }) =>
  isHeader ? (
    <th
      scope="row"
      class={classNames('govuk-table__header', cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {contentOf(cell)}
    </th>
  ) : (
    <td
      class={classNames(
        'govuk-table__cell',
        cell.format && `govuk-table__cell--${cell.format}`,
        cell.classes,
      )}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {contentOf(cell)}
    </td>
  )

/** https://design-system.service.gov.uk/components/table/ */
export const Table = (props: TableProps) => (
  <table class={classNames('govuk-table', props.classes)} {...props.attributes}>
    {props.caption ? (
      <caption class={classNames('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
    ) : null}
    {props.head ? (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.head.map((cell) => (
            <th
              scope="col"
              class={classNames(
                'govuk-table__header',
                cell.format && `govuk-table__header--${cell.format}`,
                cell.classes,
              )}
              colspan={cell.colspan}
              rowspan={cell.rowspan}
              {...cell.attributes}
            >
              {contentOf(cell)}
            </th>
          ))}
        </tr>
      </thead>
    ) : null}
    <tbody class="govuk-table__body">
      {props.rows.map((row) =>
        row ? (
          <tr class="govuk-table__row">
            {row.map((cell, index) => (
              <Cell cell={cell} isHeader={index === 0 && Boolean(props.firstCellIsHeader)} />
            ))}
          </tr>
        ) : null,
      )}
    </tbody>
  </table>
)
