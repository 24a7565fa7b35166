import { expect, test } from 'vitest'
import { describeUnavailable } from './unavailable.ts'

test('a page says what the files do not give without naming columns, which the details keep', () => {
  const blank =
    'Annex A as loaded leaves blank in every row the day the child’s case closed (cin_episodes.close_date)'
  expect(describeUnavailable(blank)).toEqual({
    sentence: 'Not available: your files do not give the day the child’s case closed.',
    reason: blank,
  })
  const both =
    'Annex A as loaded does not hold the day the child’s case opened (cin_episodes.referral_date), and leaves blank in every row the day the child’s case closed (cin_episodes.close_date)'
  expect(describeUnavailable(both)?.sentence).toBe(
    'Not available: your files do not give the day the child’s case opened or the day the child’s case closed.',
  )
  expect(describeUnavailable('Annex A does not hold it: it needs the SSD')).toBeNull()
})
