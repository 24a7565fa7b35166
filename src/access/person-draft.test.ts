import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPerson, fieldsOf, type PersonFields } from './person-draft.ts'

const manager = (teams: string): PersonFields => ({
  email: 'a@norchester.gov.uk',
  name: 'Ann',
  role: 'team_manager',
  service: '',
  teams,
  worker: '',
  children: '',
})

const teamsIn = (text: string) => {
  const checked = checkPerson(manager(text))
  return checked.ok && checked.value.scope.kind === 'team' ? checked.value.scope.teams : null
}

test('a team whose name holds a comma is one team, in quotation marks', () => {
  expect(teamsIn('"Smith, J - South", North 1\nThe "A" team')).toEqual([
    'Smith, J - South',
    'North 1',
    'The "A" team',
  ])
})

test('teams are the same when the form that shows them is saved again', () => {
  const team = fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((text) => text.trim() === text && !text.includes('\n'))
  fc.assert(
    fc.property(fc.array(team, { minLength: 1, maxLength: 4 }), (teams) => {
      const checked = checkPerson(manager('x'))
      if (!checked.ok) throw new Error('The person was not taken')
      const { teams: shown } = fieldsOf({ ...checked.value, scope: { kind: 'team', teams } })
      expect(teamsIn(shown)).toEqual(teams)
    }),
  )
})
