import { expect, test } from 'vitest'
import { MERGED } from '../dataset/building/precedence.ts'
import { endThatTells, isBlankWhileOpen } from '../dataset/index.ts'
import { SOURCE_TABLES } from '../intake/index.ts'
import { MEASURES } from '../measures/index.ts'
import { keysOf } from '../standards/table.ts'

/** Later of two days, and known from the start all the same: a row without it is not one that goes on. */
const KNOWN_FROM_THE_START = new Set([
  'ssda903/ad1 DATE_INT',
  'ssda903/ad1 DATE_MATCH',
  'annex-a/8 placement_start_date',
  'annex-a/10 entered_care_date',
  'annex-a/10 adoption_decision_date',
  'capture/management-oversight due_on',
  'capture/missing-notifications reported_at',
  'capture/audit-actions due_on',
])

test('no standard asks for the end of what goes on, so no load counts its blank as a fault', () => {
  const ends = SOURCE_TABLES.flatMap((table) =>
    table.sequences.flatMap(([, later]) => {
      const field = table.fields.find(({ key }) => key === later)!
      return keysOf(table).includes(later)
        ? []
        : [{ name: `${table.table} ${later}`, required: field.required }]
    }),
  )
  expect(ends.length).toBeGreaterThan(50)
  expect(ends.filter(({ name, required }) => required && !KNOWN_FROM_THE_START.has(name))).toEqual([])
})

test('no measure that needs the end of something counts the blank of what goes on', () => {
  const needs = MEASURES.flatMap(({ series }) => series.flatMap(({ needs }) => needs))
  const isEnd = (column: string) =>
    /^(?!month_end)(.*_)?(end|close|auth|ceased|order|reversed|matched|placed|decided)_|^stage_2/.test(column)
  const asked = needs.filter(({ column, mayBeBlank }) => isEnd(column) && !mayBeBlank)
  expect(asked.length).toBeGreaterThan(0)
  const faults = asked.filter(
    ({ table, column }) => !isBlankWhileOpen(table, column) && !endThatTells(table, column),
  )
  expect(faults.map(({ field }) => field)).toEqual([])
})

test('the end of every table of what goes on is one that a blank leaves open', () => {
  for (const [table, { end }] of Object.entries(MERGED))
    if (end) expect(isBlankWhileOpen(table, end)).toBe(true)
})
