import { expect, test } from 'vitest'
import { annexAList } from '../../standards/annex-a/lists.ts'
import { digestOf, RowRegister } from './row-register.ts'

const place = { file: 'List 1.csv', fileDay: null }

/** Contacts, whose key is child, day and source. */
function contactsOf() {
  const register = new RowRegister(annexAList(1))
  let row = 1
  return (child_id: string, contact_date: string, contact_source: string | null, written = '') => {
    row += 1
    const values = { child_id, contact_date, contact_source }
    const unread = contact_source === null ? { contact_source: written } : null
    return (
      register.earlierThan(
        { table: 'annex-a/1', file: place.file, sheet: 'List 1', row, values },
        unread,
        place,
      )?.row ?? null
    )
  }
}

test('a row is matched by its whole key, and always with the first that had it', () => {
  const earlierRow = contactsOf()
  expect(earlierRow('A', '2015-01-05', '6')).toBeNull()
  expect(earlierRow('A', '2015-01-05', '3A')).toBeNull()
  expect(earlierRow('A', '2015-01-06', '6')).toBeNull()
  expect(earlierRow('B', '2015-01-05', '6')).toBeNull()
  expect(earlierRow('A', '2015-01-05', '6')).toBe(2)
  expect(earlierRow('A', '2015-01-05', '3A')).toBe(3)
  expect(earlierRow('A', '2015-01-05', '6')).toBe(2)
})

test('where a part of the key could not be read, the cell as it stood tells two rows apart', () => {
  const earlierRow = contactsOf()
  expect(earlierRow('A', '2015-01-05', null, 'Flying circus')).toBeNull()
  expect(earlierRow('A', '2015-01-05', null, 'Circus')).toBeNull()
  expect(earlierRow('A', '2015-01-05', null)).toBeNull()
  expect(earlierRow('A', '2015-01-05', null, 'Circus')).toBe(3)
  expect(earlierRow('A', '2015-01-05', null)).toBe(4)
})

test('rows say the same when every value is the same', () => {
  expect(digestOf({ a: 'x', b: null })).toBe(digestOf({ a: 'x', b: null }))
  expect(digestOf({ a: 'x', b: 'yz' })).not.toBe(digestOf({ a: 'xy', b: 'z' }))
  expect(digestOf({ a: 'x', b: null })).not.toBe(digestOf({ a: null, b: 'x' }))
  const many = new Set(Array.from({ length: 100_000 }, (_, at) => digestOf({ a: `${at}`, b: at % 7 })))
  expect(many.size).toBe(100_000)
})
