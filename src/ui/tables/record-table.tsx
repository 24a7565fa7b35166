import { Table, type TableCell, type TableProps } from '../components/table.tsx'

type RecordTableProps = Pick<TableProps, 'caption' | 'captionClasses' | 'rows'> & {
  head: readonly TableCell[]
}

/** A table whose rows are records: on a phone each becomes a few lines, with the same words in the same order. */
export const RecordTable = ({ caption, captionClasses, head, rows }: RecordTableProps) => (
  <Table
    classes="wm-records"
    caption={caption}
    captionClasses={captionClasses}
    head={head}
    firstCellIsHeader
    rows={rows.map(
      (row) =>
        row &&
        row.map((cell, index) =>
          index === 0 ? cell : { ...cell, attributes: { 'data-label': String(head[index]?.text) } },
        ),
    )}
  />
)
