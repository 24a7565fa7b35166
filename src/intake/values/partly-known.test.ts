import { expect, test } from 'vitest'
import { partlyKnown } from './partly-known.ts'

test.each([
  ['zz/05/2020', '2020-05-01', '2020-05-31'],
  ['zz/02/2016', '2016-02-01', '2016-02-29'],
  ['??/May/2020', '2020-05-01', '2020-05-31'],
  ['May 2020', '2020-05-01', '2020-05-31'],
  ['12/2019', '2019-12-01', '2019-12-31'],
  ['2020-05', '2020-05-01', '2020-05-31'],
  ['2020-05-??', '2020-05-01', '2020-05-31'],
  ['zz/zz/2016', '2016-01-01', '2016-12-31'],
  ['00/00/2019', '2019-01-01', '2019-12-31'],
  ['2017', '2017-01-01', '2017-12-31'],
  ['c. 2018', '2018-01-01', '2018-12-31'],
  ['early 2019', '2019-01-01', '2019-12-31'],
])('%s lies from %s to %s', (text, earliest, latest) => {
  expect(partlyKnown(text)).toEqual({ earliest, latest })
})

test.each(['zz/zz/zzzz', '12/05/xxxx', '2019 or 2020', ''])('of %s not even the year is known', (text) => {
  expect(partlyKnown(text)).toBeNull()
})
