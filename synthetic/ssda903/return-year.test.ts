import { expect, test } from 'vitest'
import { publishedCodes } from '../../src/standards/code-set.ts'
import { SSDA903_CODE_SETS, type ReturnCodeSet } from '../../src/standards/ssda903/code-sets.ts'
import { filesOfYear } from '../../src/standards/ssda903/return-files.ts'
import { numberOf } from '../day-number.ts'
import { codeIn, returnYear } from './return-year.ts'

test('a code that a year does not have is written by the one that stood for it then', () => {
  expect(codeIn(2018, 'ssda903_reason_episode_ceased', 'E45')).toBe('E43')
  expect(codeIn(2019, 'ssda903_reason_episode_ceased', 'E45')).toBe('E45')
  expect(codeIn(2018, 'ssda903_reason_placement_change', 'CUSTOD')).toBe('OTHER')
  expect(codeIn(2021, 'ssda903_activity', 'F4')).toBe('F3')
  expect(codeIn(2022, 'ssda903_activity', 'F3')).toBe('F5')
  expect(codeIn(2024, 'ssda903_sex', 'F')).toBe('2')
  expect(codeIn(2025, 'ssda903_sex', 'F')).toBe('F')
  expect(codeIn(2024, 'ssda903_placement_type', 'K3')).toBe('H5')
  expect(codeIn(2025, 'ssda903_placement_type', 'P2')).toBe('K3')
})

test('every code that ever stood has one in every year, but for what no year can say', () => {
  const NOT_SAID: Partial<Record<ReturnCodeSet, readonly string[]>> = {
    // Before 2025 a child was a boy or a girl; and what the parts of Z1 are is published nowhere.
    ssda903_sex: ['U'],
    ssda903_placement_type: ['Z1', 'Z11', 'Z12', 'Z13', 'Z14'],
  }
  for (const set of Object.keys(SSDA903_CODE_SETS) as ReturnCodeSet[]) {
    for (const code of publishedCodes(SSDA903_CODE_SETS[set]).filter(
      (code) => !NOT_SAID[set]?.includes(code),
    )) {
      for (const year of [2014, 2018, 2019, 2021, 2022, 2024, 2025, 2027]) {
        expect(publishedCodes(SSDA903_CODE_SETS[set], year), `${code} in ${year}`).toContain(
          codeIn(year, set, code),
        )
      }
    }
  }
})

test('files came to the return in 2024 and 2027, and years before 2017 have the form of 2017', () => {
  expect(filesOfYear(2014)).toEqual(filesOfYear(2017))
  expect(filesOfYear(2023)).not.toContain('social_worker')
  expect(filesOfYear(2024)).toContain('social_worker')
  expect(filesOfYear(2026)).not.toContain('dolo')
  expect(filesOfYear(2027)).toHaveLength(12)
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
