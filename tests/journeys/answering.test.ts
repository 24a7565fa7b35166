import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Waymark } from '../../src/main.ts'
import { serveCouncil } from '../../src/web/index.ts'
import type { Serving } from '../../src/web/serve.ts'
import { DESK, hasBrowser, runBrowser, signInAs } from '../support/browser.ts'
import { norchester } from '../support/demonstration.ts'

/* A team manager on clinic day answers for one child after another, with the keyboard alone. */

const LIST = '/lists/assessment-points'
const CHILDREN = 4

describe.skipIf(!hasBrowser)('answering a list', () => {
  let waymark: Waymark
  let serving: Serving
  let browser: Browser
  beforeAll(async () => {
    waymark = await norchester()
    serving = await serveCouncil(waymark)
    browser = await runBrowser()
  })
  afterAll(async () => {
    await serving?.close()
    await waymark?.close()
  })

  const focused = (page: Page) => page.evaluate<string>('document.activeElement?.id ?? ""')
  const unanswered = async (page: Page): Promise<number> =>
    Number(/Only without an answer \((\d+)\)/.exec(await page.locator('main').innerText())![1])

  test('four children in a row with Tab, letters and Enter: each saved, the next one opened with its reason in focus', async () => {
    const context = await browser.newContext({ viewport: DESK })
    const page = await context.newPage()
    await signInAs(page, serving.address, /^team manager/i)
    await page.goto(`${serving.address}${LIST}?only=unanswered`)
    const before = await unanswered(page)
    expect(before).toBeGreaterThanOrEqual(CHILDREN)
    const answer = page.locator('main a[href*="open="]').first()
    await answer.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/open=/)
    const opened = new Set<string>()
    for (let child = 1; child <= CHILDREN; child += 1) {
      const here = page.url()
      opened.add(new URL(here).searchParams.get('open')!)
      await expect.poll(() => focused(page)).toBe('reason')
      await page.keyboard.type('Court')
      await page.keyboard.press('Tab')
      await page.keyboard.type(
        `The hearing is on 20 February; the aunt cares for the child until then (${child})`,
      )
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.href !== here && url.searchParams.has('open'))
    }
    // Nobody is opened twice, and each answer is on the list.
    expect(opened.size).toBe(CHILDREN)
    await page.goto(`${serving.address}${LIST}`)
    expect(await unanswered(page)).toBe(before - CHILDREN)
    const main = await page.locator('main').innerText()
    for (let child = 1; child <= CHILDREN; child += 1)
      expect(main).toContain(`the aunt cares for the child until then (${child})`)
    await context.close()
  })

  test('nobody leaves the list by an answer, and a second manager sees what the first one answered', async () => {
    const context = await browser.newContext({ viewport: DESK })
    const page = await context.newPage()
    await signInAs(page, serving.address, /^head of service/i)
    await page.goto(`${serving.address}${LIST}?worker=&sort=child`)
    expect(await page.locator('main').innerText()).toContain('the aunt cares for the child until then (1)')
    await context.close()
  })
})
