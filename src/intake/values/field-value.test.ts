import { expect, test } from 'vitest'
import type { RawCell } from '../reading/raw-sheet.ts'
import { annexAList } from '../../standards/annex-a/lists.ts'
import { fieldOf } from '../../standards/table.ts'
import { readerOf } from './field-value.ts'

const read = (list: number, key: string, cell: RawCell) => readerOf(fieldOf(annexAList(list), key))(cell)
const value = (list: number, key: string, cell: RawCell) => read(list, key, cell).value

test('an id is text, whatever the spreadsheet made of it', () => {
  expect(value(3, 'child_id', 1001)).toBe('1001')
  expect(value(3, 'child_id', ' \u00a0123_BAD ')).toBe('123_BAD')
  expect(read(3, 'child_id', '1001.0')).toMatchObject({ value: '1001', finding: { code: 'id-tidied' } })
  expect(value(3, 'child_id', '007')).toBe('007')
})

test('ages are whole years in all the ways they are written', () => {
  const ages: [RawCell, number | null][] = [
    [6.138, 6],
    [11.99, 11],
    ['8.5yrs', 8],
    ['<1', 0],
    ['18m', 1],
    ['6 months', 0],
    [-1, -1],
    ['unborn', -1],
    ['14', 14],
    ['about ten', null],
    [999, null],
  ]
  for (const [cell, age] of ages) expect([cell, value(3, 'age_years', cell)]).toEqual([cell, age])
  expect(read(3, 'age_years', 6.138).finding).toMatchObject({ severity: 'note', code: 'age-rounded' })
})

test('counts are whole numbers', () => {
  const key = 'referrals_last_12_months'
  expect([value(3, key, '3,000'), value(3, key, '2.0'), value(3, key, 0)]).toEqual([3000, 2, 0])
  for (const cell of ['2.5', -1, 'two']) expect(read(3, key, cell).finding?.severity).toBe('warning')
})

test('words for nothing are blank, and are said', () => {
  expect(read(6, 'allocated_team', '#N/A')).toEqual({
    value: null,
    finding: { severity: 'note', code: 'blank-written', says: "holds '#N/A', read as blank" },
  })
  for (const cell of ['-', 'NULL', 'nan', ' N/A ', 'PLACEHOLDER_DATA', 'SSD_PH', 'ssd_ph'])
    expect(value(3, 'allocated_team', cell)).toBeNull()
  expect(read(3, 'allocated_team', '  ').finding).toBeNull()
})

test('non-breaking spaces inside a worker are made plain, and are said', () => {
  expect(read(3, 'allocated_worker', 'SW\u00a0118')).toMatchObject({
    value: 'SW 118',
    finding: { code: 'spaces-tidied' },
  })
})

test('hard spaces are made plain and said in ids, in codes and in names of authorities', () => {
  for (const [list, key, cell, value] of [
    [10, 'family_id', 'F\u00a0118', 'F 118'],
    [8, 'placement_la', 'Kingston upon\u00a0Hull', 'Kingston upon Hull'],
    [3, 'ethnicity', 'a)\u00a0WBRI', 'WBRI'],
  ] as const) {
    expect([key, read(list, key, cell)]).toMatchObject([key, { value, finding: { code: 'spaces-tidied' } }])
  }
})

test('a number or a postcode that is put right is said', () => {
  expect(read(3, 'referrals_last_12_months', '3,000').finding?.code).toBe('number-tidied')
  expect(read(8, 'placement_postcode', 'zz1a1aa').finding).toMatchObject({
    severity: 'note',
    code: 'postcode-tidied',
  })
})

test('a postcode has its one space; part of one is kept; anything else is unknown', () => {
  expect(value(8, 'placement_postcode', 'sw1a1aa')).toBe('SW1A 1AA')
  expect(read(8, 'placement_postcode', 'SW1A 1')).toMatchObject({
    value: 'SW1A 1',
    finding: { code: 'postcode-cut' },
  })
  expect(read(8, 'placement_postcode', 'nope')).toMatchObject({
    value: null,
    finding: { severity: 'warning' },
  })
})

test('yes and no come in every form; workflow text in their place is unknown', () => {
  for (const cell of ['a) Yes', 'Yes', 'Y', 'y', 1, '1.0', true, 'TRUE', '1 - Yes']) {
    expect([cell, value(4, 'requires_support', cell)]).toEqual([cell, true])
  }
  for (const cell of ['b) No', 'no', 0, 'False', 'N']) expect(value(4, 'requires_support', cell)).toBe(false)
  expect(read(4, 'requires_support', 'CS Assessment Updated').finding).toMatchObject({ code: 'code-unknown' })
  expect(read(4, 'requires_support', 'a) Yes').finding).toBeNull()
})

test('a support reason of adult social care is told from a word that no one knows', () => {
  for (const cell of ['PSRMEM - Support with memory and cognition', 'Sensory support 18-64: Hearing']) {
    expect(read(6, 'primary_need', cell)).toMatchObject({
      value: null,
      finding: { code: 'code-unknown', says: expect.stringContaining('adult social care') },
    })
  }
  expect(read(6, 'primary_need', 'Trilogy of Risk').finding?.says).toBe(
    'is none of the codes or words known for it',
  )
})

test('a three-way answer keeps its unknown, which is not a blank', () => {
  expect(value(4, 'child_seen', 'c) Unknown')).toBe('unknown')
  expect(value(4, 'child_seen', 'Child seen alone')).toBe('yes')
  expect(value(4, 'child_seen', null)).toBeNull()
})
