import { allow, describeScope, type Person } from '../../access/index.ts'
import { childReader, type SealedSnapshot } from '../../dataset/index.ts'
import type { Clock } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import { answersOnList } from '../answers/answers-on-list.ts'
import { silencesOnList } from '../clinics/item-store.ts'
import { childOnListHref, listHref, readListQuery } from '../lists/list-query.ts'
import { fromList } from '../lists/list-read.ts'
import { listView } from '../lists/list-view.ts'
import { listOfId } from '../lists/lists.ts'

/** Where a child is on the list that somebody came from. */
export interface PlaceOnList {
  title: string
  /** The list as it was shown. */
  href: string
  /** From 1. */
  place: number
  count: number
  previous: string | null
  next: string | null
}

/**
 * The place of a child on the list of the address, with its filters and order, among the children that the person may open;
 * null where they came from no list, or the child is on it no more.
 */
export async function placeOnList(
  deps: { records: Records; clock: Clock },
  snapshot: SealedSnapshot,
  person: Person,
  ref: string,
  asked: Readonly<Record<string, string>>,
): Promise<PlaceOnList | null> {
  const { list: id, ...filters } = asked
  if (id === undefined) return null
  const list = listOfId(id)
  if (!list) throw new NotFound(`There is no list ${id}`)
  const query = { ...readListQuery(filters), open: null, page: 1 }
  const pass = allow(person, 'cases:read')
  const { latest: answers } = await answersOnList(deps.records, pass, id)
  const silences = await silencesOnList(deps.records, pass, id)
  const refs = await childReader(deps, pass).read(
    fromList(
      snapshot,
      id,
      (rowsOfList) => {
        const { overdue, due } = listView({
          ...rowsOfList,
          list,
          query,
          answers,
          silences,
          asAt: snapshot.asAt,
          isWhole: true,
        })
        return [...new Set([...overdue, ...due].flatMap(({ row }) => row.ref ?? []))]
      },
      // Only where the neighbours are is shown: each is logged when it is opened.
      () => [],
    ),
    { what: 'list', subject: `place on the list ${id}`, why: describeScope(person.scope) },
  )
  const place = refs.indexOf(ref)
  if (place < 0) return null
  const hrefOf = (at: number) => (refs[at] === undefined ? null : childOnListHref(refs[at], id, query))
  return {
    title: list.title,
    href: listHref(id, query),
    place: place + 1,
    count: refs.length,
    previous: place === 0 ? null : hrefOf(place - 1),
    next: hrefOf(place + 1),
  }
}
