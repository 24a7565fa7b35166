import { allow, describeScope, type Pass } from '../../access/index.ts'
import { childReader, type SealedSnapshot } from '../../dataset/index.ts'
import type { Day } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Services } from '../../platform/room.ts'
import { listRecords } from '../../records/index.ts'
import { answersOnList } from '../answers/answers-on-list.ts'
import { silencesOnList } from '../clinics/item-store.ts'
import { practiceStandard } from '../guidance/practice-standard.ts'
import { clockOfList, standardNote, type StandardNote } from '../guidance/standard-note.ts'
import type { ListFile } from './list-file.ts'
import type { ListQuery } from './list-query.ts'
import { fromList } from './list-read.ts'
import { listsToldIn } from './list-stored.ts'
import { listView, rowKey, type ListView } from './list-view.ts'
import { listOfId } from './lists.ts'
import { NOT_ASKED } from './lists-view.ts'
import { rulesToldIn } from './rules-told.ts'

export interface FoundList {
  snapshot: SealedSnapshot
  asAt: Day
  view: ListView
  /** Every row that was asked for, not one page of them. */
  all: readonly ListView['overdue'][number][]
  /** Why the list cannot be told of this snapshot; null when it can. */
  why: string | null
  /** Which practice standard rules the list on the day of the figures; null where none does, or it was not asked for. */
  standard: StandardNote | null
}

interface Asked {
  id: string
  query: ListQuery
  /** What the access log says was done: an export has every row, not one page. */
  what: 'cases' | 'export'
  /** Why the reader may see them; their scope, when not said. */
  by?: string
  /** Every row, and not one page; an export always has every row. */
  isWhole?: boolean
  /** The practice standard is shown, with the rows that it judges otherwise than the list. */
  withStandard?: true
}

/**
 * The rows of a list that are in the reader's scope, with what was answered; written to the access log with the children on
 * them. Throws NotFound for a list that there is not, and while nothing is loaded. Child-level.
 */
export async function findList(
  deps: Pick<Services, 'records' | 'clock' | 'pool'>,
  pass: Pass<'cases:read'>,
  { id, query, what, by, isWhole = what === 'export', withStandard }: Asked,
): Promise<FoundList> {
  const { person } = pass
  const list = listOfId(id)
  if (!list) throw new NotFound(`There is no list ${id}`)
  const snapshot = await deps.pool.current(person.council)
  if (!snapshot) throw new NotFound('There is no snapshot')
  const { asAt } = snapshot
  const { history, latest: answers } = await answersOnList(deps.records, pass, list.id)
  const silences = await silencesOnList(deps.records, pass, list.id)
  const isToldOn = await rulesToldIn(snapshot, [list])
  const isTold = (rule: string) => isToldOn(list.id, rule)
  const clock = withStandard ? clockOfList(id) : null
  const standards = clock
    ? await listRecords(deps.records, allow(person, 'figures:read'), practiceStandard)
    : []
  const { view, all, standard } = await childReader(deps, pass).read(
    fromList(
      snapshot,
      list.id,
      ({ rows, elsewhere }, withheld) => {
        const today = deps.clock.today()
        for (const row of withheld.rows)
          if (row.childId !== null && query.open === rowKey(row)) withheld.refuse(row.childId)
        const parts = {
          list,
          query,
          rows,
          elsewhere,
          withheld: withheld.rows,
          answers,
          silences,
          history,
          asAt,
          today,
          isTold,
        }
        const view = listView(parts)
        const all = isWhole ? listView({ ...parts, isWhole: true }) : view
        const standard = clock && standardNote(standards, clock, { rows, asAt })
        return { view, all: [...all.overdue, ...all.due], standard }
      },
      ({ all, standard }) => [
        ...all.map(({ row }) => row),
        ...(standard?.late ?? []),
        ...(standard?.inTime ?? []),
      ],
    ),
    { what, subject: subjectOf(list, query), why: by ?? describeScope(person.scope) },
  )
  const told = await listsToldIn(snapshot)
  const why = told === null || !told.has(id) ? NOT_ASKED : (told.get(id) ?? null)
  return { snapshot, asAt, view, all, why, standard }
}

/** What the access log keeps: the list and how it was narrowed, never a child. */
const subjectOf = ({ id }: ListFile, { team, worker, rule, only }: ListQuery): string =>
  [`list ${id}`, team && `team:${team}`, worker && `worker:${worker}`, rule && `rule:${rule}`, only]
    .filter(Boolean)
    .join(' ')
