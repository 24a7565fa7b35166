import { expect, test } from 'vitest'
import { numberOf } from '../day-number.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { workforceOf } from '../simulation/council-simulation.ts'
import { workerHistory } from './worker-spell.ts'

const workforce = workforceOf(smallCouncil(2015))
const history = workerHistory(workforce)
const holdCases = workforce.teams
  .filter(({ kind }) => kind === 'locality' || kind === 'court and permanence')
  .map(({ name }) => name)
const positions = workforce.posts
  .filter(({ team, role }) => holdCases.includes(team) && role.endsWith('social worker'))
  .map(({ code, team }) => ({ name: code, team }))
const [from, to] = [numberOf('2012-02-01'), numberOf('2015-01-31')]

test('the holder of a place on a day is the worker who had a spell then; where nobody did, there is none', () => {
  expect(positions.length).toBeGreaterThan(20)
  for (const position of positions) {
    const spells = history.spells(position, from, to, 'FCONTA')
    for (let day = from; day < to; day += 1) {
      const held = spells.filter((spell) => spell.from <= day && (spell.to === null || spell.to > day))
      const worker = workforce.workerAt(position, day)
      expect(
        held.map((spell) => spell.worker),
        `${position.name} on ${day}`,
      ).toEqual(worker === null ? [] : [worker])
    }
  }
})

test('the first worker began for the reason given, and the next because the one before left or handed over', () => {
  const spells = positions.flatMap((position) => history.spells(position, from, to, 'FCONTA'))
  expect(new Set(spells.filter((spell) => spell.from === from).map(({ reason }) => reason))).toEqual(
    new Set(['FCONTA']),
  )
  const later = spells.filter((spell) => spell.from > from).map(({ reason }) => reason)
  expect(later.length).toBeGreaterThan(5)
  expect(later).toContain('LEFTRL')
  expect(later.every((reason) => ['LEFTRL', 'MANAGE'].includes(reason))).toBe(true)
})

test('a case that is open on one day alone has the worker of that day', () => {
  const [position] = positions
  const [spell, ...others] = history.spells(position!, from, from, 'FCONTA')
  expect(others).toEqual([])
  expect(spell).toEqual({ worker: workforce.workerAt(position!, from), from, to: from, reason: 'FCONTA' })
})
