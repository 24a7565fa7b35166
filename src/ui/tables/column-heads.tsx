/** A row of heads over columns; those of `numeric`, by their place from 0, stand over figures. */
export const ColumnHeads = ({
  heads,
  numeric = [],
}: {
  heads: readonly string[]
  numeric?: readonly number[]
}) => (
  <thead class="govuk-table__head">
    <tr class="govuk-table__row">
      {heads.map((head, index) => (
        <th
          scope="col"
          class={`govuk-table__header${numeric.includes(index) ? ' govuk-table__header--numeric' : ''}`}
        >
          {head}
        </th>
      ))}
    </tr>
  </thead>
)
