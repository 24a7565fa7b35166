import { expect, test } from 'vitest'
import { checkPerson, fieldsOf, type PersonFields } from './person-draft.ts'
import { hashPassword, passwordMatches } from './password.ts'

test('a password matches its own hash and no other, however its letters were composed', async () => {
  const hash = await hashPassword('café of three words')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordMatches('café of three words', hash)).toBe(true)
  expect(await passwordMatches('cafe\u0301 of three words', hash)).toBe(true)
  expect(await passwordMatches('cafe of three words', hash)).toBe(false)
  expect(await hashPassword('café of three words')).not.toBe(hash)
})

test('with no account there is the same work and never a match', async () => {
  expect(await passwordMatches('anything', null)).toBe(false)
})

test('a hash written by another program is read by its own parameters', async () => {
  // Argon2id of "password", salt "somesalt", 64 MiB, 2 passes, from the reference implementation's README.
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await passwordMatches('password', reference)).toBe(true)
})

const FIELDS: PersonFields = {
  email: 'a@norchester.example',
  name: 'Team manager',
  role: 'team_manager',
  service: '',
  teams: 'North 1, North 2',
  worker: '',
  lastDay: '',
  children: '',
}

test('a team manager is given teams, and the form reads back what was kept', () => {
  const checked = checkPerson(FIELDS)
  expect(checked).toMatchObject({
    ok: true,
    value: { scope: { kind: 'team', teams: ['North 1', 'North 2'] } },
  })
  expect(checked.ok && fieldsOf(checked.value)).toEqual(FIELDS)
})

test('each role is asked for what its scope needs', () => {
  const errorsOf = (change: Partial<PersonFields>) => {
    const checked = checkPerson({ ...FIELDS, teams: '', ...change })
    return checked.ok ? [] : Object.keys(checked.errors)
  }
  expect(errorsOf({})).toEqual(['teams'])
  expect(errorsOf({ role: 'head_of_service' })).toEqual(['service', 'teams'])
  expect(errorsOf({ role: 'social_worker' })).toEqual(['worker'])
  expect(errorsOf({ role: 'director' })).toEqual([])
  expect(errorsOf({ role: 'operator' })).toEqual(['role'])
  expect(errorsOf({ role: 'director', email: 'nobody', name: ' ' })).toEqual(['email', 'name'])
})
