import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Waymark } from '../../src/main.ts'
import { serveCouncil } from '../../src/web/index.ts'
import type { Serving } from '../../src/web/serve.ts'
import { hasBrowser, runBrowser, signInAs } from '../support/browser.ts'
import { norchester } from '../support/demonstration.ts'

/** A team’s clinic as it is held: each step depends on the one before. */
describe.skipIf(!hasBrowser)('clinic day, from the pack to the sign-off', () => {
  let waymark: Waymark
  let serving: Serving
  let browser: Browser
  let clinic = ''

  beforeAll(async () => {
    waymark = await norchester()
    serving = await serveCouncil(waymark)
    browser = await runBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await waymark?.close()
  })

  async function as(role: RegExp, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signInAs(page, serving.address, role)
    await work(page)
    await context.close()
  }
  /** Waits until the page says it: a form answers with the next page. */
  const says = (page: Page, words: RegExp | string) =>
    page.locator('main').filter({ hasText: words }).waitFor()
  const main = (page: Page) => page.locator('main').innerText()
  const discussed = async (page: Page) => Number(/(\d+) of \d+ children discussed/.exec(await main(page))![1])

  test('a team manager answers child after child by keyboard alone, and sees the own team’s', () =>
    as(/^team manager/i, async (page) => {
      await page.goto(`${serving.address}/clinics`)
      await page.getByRole('link', { name: 'North 2', exact: true }).click()
      clinic = new URL(page.url()).pathname
      await says(page, /promises in force since 3 February/)
      await says(page, /Not kept\./)
      await page
        .getByRole('link', { name: /^Discuss/ })
        .first()
        .click()
      for (const [index, words] of ['Seen on Monday', 'A joint visit on Friday'].entries()) {
        const address = page.url()
        // The cursor waits in what is agreed; the reason of the last promise is chosen already.
        await page.keyboard.type(words)
        await page.keyboard.press('Enter')
        await page.waitForURL((url) => url.href !== address)
        expect(await discussed(page)).toBe(index + 1)
      }
      await says(page, 'Actions agreed: 2')
    }))

  test('two who write of one child at once lose nothing', () =>
    as(/^head of service/i, async (page) => {
      await page.goto(serving.address + clinic)
      await page
        .getByRole('link', { name: /^Discuss/ })
        .first()
        .click()
      await as(/^team manager/i, async (other) => {
        await other.goto(page.url())
        await other.locator('#plan').fill('What the manager wrote')
        await other.keyboard.press('Enter')
        await other.waitForURL((url) => url.href !== page.url())
      })
      await page.locator('#plan').fill('What the head wrote')
      await page.keyboard.press('Enter')
      await page.getByText('Somebody else wrote of this child while you did.').waitFor()
      await says(page, 'What the manager wrote')
      expect(await page.locator('#plan').inputValue()).toBe('What the head wrote')
    }))

  test('closing passes silence on, the manager signs off, and the Board sees counts alone', async () => {
    await as(/^team manager/i, async (page) => {
      await page.goto(serving.address + clinic)
      await page.getByRole('button', { name: 'Close the clinic' }).click()
      await says(page, /without an answer passed to the head of service/)
      await page.getByRole('button', { name: /^Sign off/ }).click()
      await says(page, /Signed off on 5 February 2015 by Team manager, North 2/)
      await page.goto(`${serving.address}/lists/drift?only=passed`)
      await says(page, /Passed to the head of service/)
    })
    await as(/^board member/i, async (page) => {
      await page.goto(serving.address + clinic)
      await says(page, /North 2: 3 of \d+ children discussed/)
      await says(page, 'You see counts, not children.')
      expect(await page.locator('main a[href*="/children/"]').count()).toBe(0)
    })
    await as(/^programme manager/i, async (page) => {
      await page.goto(`${serving.address}/board/2015-02-10`)
      await page.getByText(/^Counts from the rooms/).click()
      await says(page, 'Source: Performance clinic: North 2, 5 February 2015')
    })
  })
})
