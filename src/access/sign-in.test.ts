import { expect, test } from 'vitest'
import { stoppedClock, type Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { onBothStores } from '../../tests/support/stores.ts'
import { readAccessLog } from './access-log-store.ts'
import { accessMigrations } from './migrations.ts'
import { allow } from './pass.ts'
import { operator } from './person.ts'
import { createPerson, listPeople, resetPassword, setActive } from './person-store.ts'
import { closeSession, sessionPerson } from './session-store.ts'
import { signIn } from './sign-in.ts'

const PASSWORD = 'three plain words'
const at = (time: string): Clock => ({ today: () => '2015-02-05', now: () => `2015-02-05T${time}Z` })
const noon = at('12:00:00')
const clocks = (real: Clock) => ({ council: stoppedClock('2015-02-05'), real })
const operatorPass = allow(operator('norchester'), 'people:write')

const newAccount = async (records: Records) => {
  const made = await createPerson(records, noon, operatorPass, {
    email: 'tm@norchester.example',
    name: 'Team manager, North 2',
    role: 'team_manager',
    scope: { kind: 'team', teams: ['North 2'] },
    password: PASSWORD,
  })
  if (!made.ok) throw new Error('not made')
  return made.value
}
const enter = (records: Records, password = PASSWORD, real = noon, email = 'TM@norchester.example ') =>
  signIn(records, clocks(real), 'norchester', { email, password })

onBothStores(accessMigrations, (open) => {
  test('the right password opens a session, and the address may be typed in capitals', async () => {
    const store = await open()
    const { records } = store
    const person = await newAccount(records)
    const answer = await enter(records)
    expect(answer).toMatchObject({ ok: true, person })
    const token = answer.ok ? answer.token : ''
    expect(await sessionPerson(records, noon, 'norchester', token)).toEqual(person)
    expect(await sessionPerson(records, noon, 'southby', token)).toBeNull()
    expect(await sessionPerson(records, noon, 'norchester', `${token}x`)).toBeNull()
    const stored = await records.selectFrom('session').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(token)
    await store.close()
  })

  test('a wrong password and an unknown address get the same words, and both are written down', async () => {
    const store = await open()
    const { records } = store
    await newAccount(records)
    const wrong = await enter(records, 'not the password')
    const unknown = await enter(records, PASSWORD, noon, 'nobody@norchester.example')
    expect(wrong).toEqual(unknown)
    expect(wrong.ok).toBe(false)
    const { entries } = await readAccessLog(records, allow(operator('norchester'), 'access-log:read'), 1)
    expect(entries.slice(0, 2).map((entry) => entry.what)).toEqual(['sign-in-refused', 'sign-in-refused'])
    expect(JSON.stringify(entries)).not.toContain('nobody@')
    await store.close()
  })

  test('after five wrong tries even the right password waits a quarter of an hour', async () => {
    const store = await open()
    const { records } = store
    await newAccount(records)
    for (let n = 0; n < 5; n += 1) await enter(records, 'not the password')
    const locked = await enter(records)
    expect(locked).toMatchObject({ ok: false, message: expect.stringContaining('Wait 15 minutes') as string })
    for (let n = 0; n < 5; n += 1) await enter(records, 'x', noon, 'nobody@norchester.example')
    expect(await enter(records, 'x', noon, 'nobody@norchester.example')).toEqual(locked)
    expect((await enter(records, PASSWORD, at('12:14:00'))).ok).toBe(false)
    expect((await enter(records, PASSWORD, at('12:15:01'))).ok).toBe(true)
    await store.close()
  })

  test('tries made all at once are all counted', async () => {
    const store = await open()
    const { records } = store
    await newAccount(records)
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(records, 'not the password')))
    const waits = answers.filter((answer) => !answer.ok && answer.message.includes('Wait'))
    expect(waits).toHaveLength(3)
    await store.close()
  })

  test('a session ends after half an hour unused, after twelve hours in any case, and at sign-out', async () => {
    const store = await open()
    const { records } = store
    await newAccount(records)
    const enterAt = async (time: string) => {
      const answer = await enter(records, PASSWORD, at(time))
      return answer.ok ? answer.token : ''
    }
    const who = (token: string, time: string) => sessionPerson(records, at(time), 'norchester', token)
    const idle = await enterAt('08:00:00')
    expect(await who(idle, '08:29:00')).not.toBeNull()
    expect(await who(idle, '08:58:00')).not.toBeNull()
    expect(await who(idle, '09:28:00')).toBeNull()
    const busy = await enterAt('08:00:00')
    for (let minute = 8 * 60; minute < 20 * 60; minute += 20) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
      expect(await who(busy, time)).not.toBeNull()
    }
    expect(await who(busy, '20:00:00')).toBeNull()
    const out = await enterAt('12:00:00')
    await closeSession(records, out)
    expect(await who(out, '12:00:00')).toBeNull()
    await store.close()
  })

  test('closing an account and giving it a new password both sign its person out', async () => {
    const store = await open()
    const { records } = store
    const person = await newAccount(records)
    const session = async (password = PASSWORD) => {
      const answer = await enter(records, password)
      return answer.ok ? answer.token : ''
    }
    const first = await session()
    expect(await resetPassword(records, noon, operatorPass, person.id, 'short')).toMatchObject({ ok: false })
    expect(await sessionPerson(records, noon, 'norchester', first)).not.toBeNull()
    await resetPassword(records, noon, operatorPass, person.id, 'three other words')
    expect(await sessionPerson(records, noon, 'norchester', first)).toBeNull()
    expect((await enter(records)).ok).toBe(false)
    const second = await session('three other words')
    const [account] = await listPeople(records, allow(operator('norchester'), 'people:read'))
    await setActive(records, noon, operatorPass, person.id, account!.version, false)
    expect(await sessionPerson(records, noon, 'norchester', second)).toBeNull()
    expect(await enter(records, 'three other words')).toEqual(await enter(records, 'wrong'))
    await store.close()
  })
})
