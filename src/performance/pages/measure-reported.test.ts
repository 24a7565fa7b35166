import { expect, test } from 'vitest'
import { boardMember, figuresApp, headOfService } from '../../../tests/support/figures-app.ts'
import { addReport } from '../restatement/reported-figure-store.ts'

test('each month of a measure is next to what it was first reported as, and what was recorded since', async () => {
  const app = await figuresApp()
  try {
    const series = 'as-completed-45wd.from_start'
    const first = { series, version: '1', value: 80, numerator: 40, denominator: 50 }
    await addReport(
      app.records,
      'norchester',
      { snapshot: '2014-12-31-first', asAt: '2014-12-31', reportedAt: '2015-01-05T09:00:00Z' },
      [{ ...first, period: '2014-12' }],
    )
    for (const person of [headOfService, boardMember]) {
      const page = await app.as(person).read(`/measures/${series}`)
      expect(page).toContain('First reported')
      expect(page).toMatch(/80\.0%<\/td><td[^>]*>\+\d+</)
      expect(page).toMatch(/December 2014\. Restated: first 80\.0%, now [\d.]+%; \d+ recorded late\./)
    }
  } finally {
    await app.close()
  }
})
