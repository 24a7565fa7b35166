import { expect, test } from 'vitest'
import { numberOf } from '../day-number.ts'
import { RETURN_CODES, codesOf, type ReturnCodeSetName } from './definition/code-sets.ts'
import { filesOf } from './definition/return-files.ts'
import { codeIn, returnYear } from './return-year.ts'

test('a code that a year does not have is written by the one that stood for it then', () => {
  expect(codeIn(2018, 'reason_episode_ceased', 'E45')).toBe('E43')
  expect(codeIn(2019, 'reason_episode_ceased', 'E45')).toBe('E45')
  expect(codeIn(2018, 'reason_placement_change', 'CUSTOD')).toBe('OTHER')
  expect(codeIn(2021, 'activity', 'F4')).toBe('F3')
  expect(codeIn(2022, 'activity', 'F3')).toBe('F5')
  expect(codeIn(2024, 'sex', 'F')).toBe('2')
  expect(codeIn(2025, 'sex', 'F')).toBe('F')
  expect(codeIn(2024, 'placement_type', 'K3')).toBe('H5')
  expect(codeIn(2025, 'placement_type', 'P2')).toBe('K3')
})

test('every code that ever stood has one in every year, but for what no year can say', () => {
  const NOT_SAID: Partial<Record<ReturnCodeSetName, readonly string[]>> = {
    // Before 2025 a child was a boy or a girl; and what the parts of Z1 are is published nowhere.
    sex: ['U'],
    placement_type: ['Z1', 'Z11', 'Z12', 'Z13', 'Z14'],
  }
  for (const set of Object.keys(RETURN_CODES) as ReturnCodeSetName[]) {
    for (const code of RETURN_CODES[set].codes.filter((code) => !NOT_SAID[set]?.includes(code))) {
      for (const year of [2014, 2018, 2019, 2021, 2022, 2024, 2025, 2027]) {
        expect(codesOf(set, year), `${code} in ${year}`).toContain(codeIn(year, set, code))
      }
    }
  }
})

test('files came to the return in 2024 and 2027, and years before 2017 have the form of 2017', () => {
  expect(filesOf(2014)).toEqual(filesOf(2017))
  expect(filesOf(2023)).not.toContain('social_worker')
  expect(filesOf(2024)).toContain('social_worker')
  expect(filesOf(2026)).not.toContain('dolo')
  expect(filesOf(2027)).toHaveLength(12)
})

test('a year runs to 31 March, and holds what is known of it on the day of the extract', () => {
  const view = {
    asAt: numberOf('2015-01-31'),
    recordedTo: numberOf('2015-02-03'),
    from: 0,
    workerOf: () => null,
  }
  expect(returnYear(2014, view).view.asAt).toBe(numberOf('2014-03-31'))
  expect(returnYear(2014, view).from).toBe(numberOf('2013-04-01'))
  expect(returnYear(2015, view).view.asAt).toBe(view.asAt)
})
