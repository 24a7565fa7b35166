import { allow, may, type Person } from '../../access/index.ts'
import type { Records } from '../../platform/records.ts'
import { formatDay } from '../../platform/day.ts'
import { listRecords } from '../../records/index.ts'
import { CHANGE_STATES, systemChange } from './system-change.ts'

export const CHANGES_AT = '/system-changes'

/** The changes of systems that a measure waits for, for its page. */
export async function changesAskedFor(
  records: Records,
  person: Person,
  { id }: { id: string },
): Promise<{ href: string; text: string; note: string }[]> {
  if (!may(person, 'figures:read')) return []
  const changes = await listRecords(records, allow(person, 'figures:read'), systemChange)
  const [measure] = id.split('.')
  return changes
    .filter((change) => change.measure?.split('.')[0] === measure)
    .toSorted((left, right) => systemChange.compare(left, right))
    .map(({ id, title, dueOn, state }) => ({
      href: `${CHANGES_AT}/${id}`,
      text: `Waits for: ${title}`,
      note: `${CHANGE_STATES[state].toLowerCase()}, by ${formatDay(dueOn)}`,
    }))
}
