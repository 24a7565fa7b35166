import { holdsWords } from '../../platform/find-words.ts'
import type { Services } from '../../platform/room.ts'
import { allow, describeScope, listPeople, may, ROLES, type SearchKind } from '../index.ts'

/** An account, by name, address, role or team. */
export const peopleSearch = ({ records }: Services): SearchKind => ({
  heading: 'People',
  how: 'a person with an account, by name, email address, role or team',
  order: 50,
  needs: 'people:read',
  async find(person, text) {
    const accounts = await listPeople(records, allow(person, 'people:read'))
    return accounts
      .filter(({ person: { name, role, scope }, email }) =>
        holdsWords(`${name} ${email} ${ROLES[role].title} ${describeScope(scope)}`, text),
      )
      .map(({ person: { id, name, role } }) => ({
        text: name,
        href: may(person, 'people:write') ? `/people/${id}` : '/people',
        note: ROLES[role].title,
      }))
  },
})
