import { factsIn, standardsWith, type SealedSnapshot } from '../../dataset/index.ts'
import {
  describeFieldShort,
  describeSource,
  isOfRecords,
  type SeriesDefinition,
} from '../../measures/index.ts'

/** A field that a measure needs, who carries it, and what of it is here. */
export interface NeededField {
  /** `cin_assessments.auth_date` */
  field: string
  words: string
  /** "Annex A, the Standard Safeguarding Dataset" */
  carriedBy: string
  /** "97% of 1,204 rows", "not in the files loaded"; null when nothing has been loaded. */
  here: string | null
}

interface Held {
  present: boolean
  rows: number
  filled: number
}

/** The fields of all of a measure's series, each once, in the order in which they are named. */
export async function neededFields(
  series: readonly SeriesDefinition[],
  snapshot: SealedSnapshot | null,
): Promise<NeededField[]> {
  const fields = [...new Set(series.flatMap(({ needs }) => needs))]
  if (fields.length === 0) return []
  const held = snapshot ? await heldFields(snapshot) : null
  const recorded = new Set(series.filter(({ id }) => isOfRecords(id)).flatMap(({ needs }) => needs))
  return fields.map((field) => {
    if (recorded.has(field))
      return {
        field,
        words: describeFieldShort(field),
        carriedBy: 'Waymark itself',
        here: 'As it is recorded here',
      }
    const [table, column] = field.split('.')
    const standards = standardsWith(table!, column!).map(describeSource)
    return {
      field,
      words: describeFieldShort(field),
      carriedBy: standards.length > 0 ? new Intl.ListFormat('en-GB').format(standards) : 'no file yet',
      here: held && formatHeld(held.get(field)),
    }
  })
}

async function heldFields(snapshot: SealedSnapshot): Promise<Map<string, Held>> {
  const rows = await factsIn(snapshot, 'source_field')
  return new Map(
    rows.map(({ table_name, column_name, present, row_count: rows, filled_count: filled }) => [
      `${table_name}.${column_name}`,
      { present, rows, filled },
    ]),
  )
}

function formatHeld(held: Held | undefined): string {
  if (!held || (!held.present && held.rows === 0)) return 'Not in the files loaded'
  if (held.rows === 0) return 'There, without a row'
  if (held.filled === 0) return 'Blank in every row'
  const share = Math.floor((100 * held.filled) / held.rows)
  return `Filled in ${share}% of ${held.rows.toLocaleString('en-GB')} rows`
}
