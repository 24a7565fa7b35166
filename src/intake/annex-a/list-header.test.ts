import { expect, test } from 'vitest'
import type { TableHeader } from '../tables/table-header.ts'
import { listHeader } from './list-header.ts'
import { listNamed } from './list-name.ts'
import { ANNEX_A_LISTS, annexAHeaders, annexAList } from '../../standards/annex-a/lists.ts'

const numberOf = ({ table }: TableHeader) => Number(table.table.replace('annex-a/', ''))

test('every list is known by its published headers, in any order and under any name', () => {
  for (const { number } of ANNEX_A_LISTS) {
    const header = listHeader(annexAHeaders(number).toReversed(), annexAList(number === 1 ? 2 : 1))
    expect([number, header && numberOf(header), header?.columns.length]).toEqual([
      number,
      number,
      annexAList(number).fields.length,
    ])
  }
})

test('every list is known by the compact names of case system scripts', () => {
  for (const list of ANNEX_A_LISTS) {
    const compact = list.fields.map(({ aliases, name }) => aliases[0] ?? name)
    expect([list.number, numberOf(listHeader(compact, null)!)]).toEqual([list.number, list.number])
  }
})

test('the older list 9 of 13 columns is list 9', () => {
  const older = annexAHeaders(9).filter((name) => !/Unaccompanied|Personal Advisor|Latest/.test(name))
  expect(older).toHaveLength(13)
  expect(numberOf(listHeader(older, null)!)).toBe(9)
})

test('headers drift and are known all the same; strange and repeated ones are said', () => {
  const header = listHeader(
    [
      '',
      'child id',
      'Age',
      'Date Of Referral ',
      'referral source',
      'Referral NFA',
      'My note',
      'Referral NFA?',
      'Gender\u00a0',
    ],
    null,
  )!
  expect(numberOf(header)).toBe(3)
  expect(header.columns.map(({ field, column }) => [field.key, column])).toEqual([
    ['child_id', 1],
    ['age_years', 2],
    ['referral_date', 3],
    ['referral_source', 4],
    ['referral_nfa', 5],
    ['gender', 8],
  ])
  expect(header.unknown).toEqual(['My note'])
  expect(header.repeated).toEqual(['Referral NFA?'])
})

test('a page of codes, a title and an ordinary row are no header', () => {
  expect(
    listHeader(['Gender', null, 'Ethnicity', 'Contact / Referral Source', null, 'Referral NFA?'], null),
  ).toBeNull()
  expect(listHeader(['List 3: Referral', null, null], annexAList(3))).toBeNull()
  expect(listHeader(['1001', 'a) Male', 'a) WBRI'], annexAList(3))).toBeNull()
})

test('list 1 is not list 10 or 11, nor care list the care leavers', () => {
  expect(
    ['List_1', 'list 01', 'AnnexA_List-10.csv', 'List 11', 'Care Leavers', 'Children in Care', 'Sheet1'].map(
      (name) => listNamed(name)?.number ?? null,
    ),
  ).toEqual([1, 1, 10, 11, 9, 8, null])
})
