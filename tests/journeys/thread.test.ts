import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Waymark } from '../../src/main.ts'
import { serveCouncil } from '../../src/web/index.ts'
import type { Serving } from '../../src/web/serve.ts'
import { hasBrowser, runBrowser, signInAs } from '../support/browser.ts'
import { norchester } from '../support/demonstration.ts'

/** The thread as a new user would try it: each step depends on the one before. JavaScript is off throughout. */
describe.skipIf(!hasBrowser)('the thread, from the tracker to the issued report', () => {
  let waymark: Waymark
  let serving: Serving
  let browser: Browser

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

  const as = async (role: RegExp): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })
    const page = await context.newPage()
    await signInAs(page, serving.address, role)
    return { context, page }
  }

  test('the programme manager opens the tracker and A2, and sees figures but no child', async () => {
    const { page, context } = await as(/^programme manager/i)
    await page.getByRole('link', { name: 'Tracker', exact: true }).click()
    await page.getByRole('link', { name: 'Assessments completed within 45 working days' }).first().click()
    expect(await page.locator('h1').innerText()).toContain('Assessments completed within 45 working days')
    expect(await page.locator('main a[href*="/cases"]').count()).toBe(0)
    const january = await page.goto(`${serving.address}/measures/as-completed-45wd/cases?period=2015-01`)
    expect(january?.status()).toBe(403)
    await context.close()
  })

  test('a team manager opens January’s list and sees the own team alone', async () => {
    const { page, context } = await as(/^team manager/i)
    await page.goto(`${serving.address}/measures/as-completed-45wd/cases?period=2015-01`)
    const teams = await page
      .locator('main table tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.textContent))
    expect(teams.length).toBeGreaterThan(0)
    expect(teams.filter((row) => !row?.includes('North 2'))).toEqual([])
    await context.close()
  })

  test('the recommendation that A2 serves leads to its sentence in the report', async () => {
    const { page, context } = await as(/^programme manager/i)
    await page.goto(`${serving.address}/measures/as-completed-45wd`)
    await page
      .getByRole('link', { name: /Recommendation R3/ })
      .first()
      .click()
    expect(await page.locator('h1').innerText()).toContain('R3')
    await page
      .getByRole('link', { name: /paragraph/i })
      .first()
      .click()
    await page.waitForURL(/\/board\/2015-02-10/)
    expect(await page.locator('main').innerText()).toMatch(/within 45 working days|timeliness/i)
    await context.close()
  })

  test('a changed workbook moves the sentence; it is agreed again, everything is settled, and the report is issued', async () => {
    const data = await as(/^data team/i)
    const folder = join(waymark.config.dataDir, 'demonstration')
    const changed = readdirSync(folder).find((file) => file.endsWith('.xlsx'))
    expect(changed).toBeDefined()
    await data.page.goto(`${serving.address}/data/upload`)
    await data.page.locator('input[type=file]').setInputFiles(join(folder, changed!))
    await data.page.locator('main form button[type=submit], main form button').last().click()
    await expect
      .poll(
        async () => {
          await data.page.goto(data.page.url())
          return data.page.locator('main').innerText()
        },
        { timeout: 60_000, interval: 500 },
      )
      .toMatch(/waiting for your decision/i)
    await data.page.getByRole('button', { name: 'Seal this load' }).click()
    expect(await data.page.locator('main').innerText()).toMatch(/everyone now sees it/i)
    await data.context.close()

    const { page, context } = await as(/^programme manager/i)
    const report = `${serving.address}/board/2015-02-10`
    await page.goto(report)
    expect(await page.locator('main').innerText()).toMatch(/not ready to issue/i)
    expect(await page.locator('main').innerText()).toMatch(/moved since it was agreed/i)

    // Pressed early, it answers with what is still to settle, and issues nothing.
    await page.getByRole('button', { name: /issue the report/i }).click()
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    await page.goto(report)

    await settleAll(page, report)
    expect(await page.locator('main').innerText()).not.toMatch(/not ready to issue/i)
    await page.getByRole('button', { name: /issue the report/i }).click()
    expect(await page.locator('main').innerText()).toMatch(/report 1|issued on/i)
    expect(await page.getByRole('button', { name: /issue the report/i }).count()).toBe(0)

    const word = await context.request.get(`${report}/report.docx`)
    expect(word.status()).toBe(200)
    expect((await word.body()).subarray(0, 2).toString()).toBe('PK')
    await context.close()

    const member = await as(/^board member/i)
    await member.page.goto(report)
    expect(await member.page.locator('h1').innerText()).toMatch(/progress report/i)
    expect(await member.page.locator('main').innerText()).not.toMatch(/not ready to issue/i)
    await member.context.close()
  })

  /** Agrees what has moved, uses the words that the data bear, and states the sources of what was typed. */
  async function settleAll(page: Page, report: string): Promise<void> {
    for (let left = 60; left > 0; left -= 1) {
      await page.goto(report)
      const agree = page.getByRole('button', { name: /^agree/i })
      if (await agree.count()) {
        await agree.first().click()
        continue
      }
      const words = page.getByRole('button', { name: /use these words/i })
      if (await words.count()) {
        await words.first().click()
        continue
      }
      const source = page.locator('main a[href*="/source?"]')
      if (await source.count()) {
        await source.first().click()
        await page.locator('main [name=source]').fill('The owner’s record, read on 5 February')
        await page.getByRole('button', { name: 'State the source' }).click()
        continue
      }
      expect(await page.locator('main').innerText()).not.toMatch(/not ready to issue/i)
      return
    }
    throw new Error('There was more to settle than a person would bear')
  }
})
