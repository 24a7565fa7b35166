import { beforeEach, expect, test } from 'vitest'
import { doorWorld, PASSWORD, type DoorWorld } from '../../../tests/support/door-world.ts'

let world: DoorWorld
beforeEach(async () => {
  world = await doorWorld()
  return () => world.close()
})

const NEW = 'four other plain words'

test('someone changes the own password, stays signed in here, and is signed out elsewhere', async () => {
  await world.newPerson({ email: 'tm@norchester.example' })
  const here = await world.signedIn('tm@norchester.example')
  const elsewhere = await world.signedIn('tm@norchester.example')
  await here.get('/account')
  const changed = await here.post('/account', { current: PASSWORD, password: NEW })
  expect(changed.headers.get('Location')).toBe('/account?changed')
  expect(await here.read('/account?changed')).toContain('Your password is changed.')
  expect((await elsewhere.get('/account')).headers.get('Location')).toContain('/sign-in')
  const log = await world.log()
  expect(log[0]).toMatchObject({ what: 'person' })
  expect(log[0]!.subject).toContain('changed its own password')
})

test('the password that they have is asked for, and a wrong one is a try like any other', async () => {
  await world.newPerson({ email: 'tm@norchester.example' })
  const visitor = await world.signedIn('tm@norchester.example')
  await visitor.get('/account')
  const wrong = await visitor.post('/account', { current: 'not the password', password: NEW })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('This is not the password of your account')
  expect((await world.log()).some(({ what }) => what === 'sign-in-refused')).toBe(true)
  const short = await visitor.post('/account', { current: PASSWORD, password: 'short' })
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('href="#password"')
})
