import { allow, listPeople, operator } from '../../access/index.ts'
import type { Services } from '../../platform/room.ts'

/** For the access matrix: somebody of each council who is given children. */
export async function assignmentThings({ records }: Pick<Services, 'records'>, council: string) {
  const people = await listPeople(records, allow(operator(council), 'people:read'))
  const officer = people.find(({ person }) => person.role === 'reviewing_officer')
  return officer ? { officer: officer.person.id } : {}
}
