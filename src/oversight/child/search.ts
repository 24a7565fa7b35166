import { allow, type SearchKind } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import { childrenNumbered } from '../../measures/index.ts'
import type { Services } from '../../platform/room.ts'
import { childHref } from '../../ui/links.ts'

/** A child by the whole of their number. It is written in the access log, and is never in an address. */
export const childSearch = ({ records, pool, clock }: Services): SearchKind => ({
  heading: 'Children',
  how: 'a child that you may see, by the whole of their number',
  order: 10,
  needs: 'cases:read',
  inBodyAlone: true,
  async find(person, text) {
    const snapshot = await pool.current(person.council)
    if (!snapshot) return []
    const found = await childReader({ records, clock }, allow(person, 'cases:read')).read(
      childrenNumbered(snapshot, text),
      { what: 'list', subject: `search by number in snapshot ${snapshot.id}`, why: 'they typed the number' },
    )
    return found.map(({ personId, ref }) => ({
      text: `Child ${personId}`,
      href: childHref(ref),
      exact: true,
    }))
  },
})
