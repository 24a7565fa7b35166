import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Waymark } from '../../src/main.ts'
import { serveCouncil, type Serving } from '../../src/web/index.ts'
import { hasBrowser, launchBrowser, signInAs, violations } from '../support/browser.ts'
import { norchester } from '../support/demonstration.ts'

/** Every kind of page, as someone who may open it; `:` parts are found on the page before. */
const PAGES: Record<string, { as: RegExp; paths: string[] }> = {
  'for the programme manager': {
    as: /^programme manager/i,
    paths: [
      '/',
      '/tracker',
      '/tracker?group=area',
      '/measures',
      '/measures/as-completed-45wd',
      '/measures/as-completed-45wd?by=ethnicity',
      '/measures/wf-caseload',
      '/measures/lac-flow',
      '/plan',
      '/plan?rating=red',
      '/plan/recommendations/new',
      '/plan/file',
      '/board',
      '/board/new',
      '/board/2015-02-10',
      '/board/2015-02-10/read',
      '/data',
      '/people',
      '/measures/no-such-measure',
      '/help',
      '/accessibility',
      '/privacy',
      '/cookies',
    ],
  },
  'for a team manager': {
    as: /^team manager/i,
    paths: [
      '/measures/as-completed-45wd/cases?period=2015-01',
      '/measures/as-completed-45wd/cases?period=2015-01&met=no',
      '/measures/as-completed-45wd?by=worker',
      '/measures/as-open-review-points/cases?period=2015-01',
      '/data',
    ],
  },
  'for the data team': { as: /^data team/i, paths: ['/data', '/data/upload'] },
  'for the administrator': { as: /^administrator/i, paths: ['/people', '/people/new', '/people/access-log'] },
}

describe.skipIf(!hasBrowser)('every page can be used by everyone', () => {
  let waymark: Waymark
  let serving: Serving
  let browser: Browser

  beforeAll(async () => {
    waymark = await norchester()
    serving = await serveCouncil(waymark)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await waymark?.close()
  })

  test('signing in: axe finds nothing', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    for (const path of ['/sign-in', '/demonstration']) {
      await page.goto(serving.address + path)
      expect(await violations(page)).toEqual([])
    }
    await page.goto(`${serving.address}/sign-in`)
    await page.getByLabel('Email address').fill('nobody@norchester.example')
    await page.getByLabel('Password', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  test.each(Object.entries(PAGES))(
    '%s: axe finds nothing, wide or on a phone',
    async (_, { as, paths }) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
      const page = await signInAs(context, serving.address, as)
      const found: string[] = []
      for (const path of paths) {
        await page.setViewportSize({ width: 1366, height: 900 })
        await page.goto(serving.address + path)
        found.push(...(await violations(page)))
        await page.setViewportSize({ width: 320, height: 640 })
        found.push(...(await sideways(page, path)))
      }
      expect(found).toEqual([])
      await context.close()
    },
    120_000,
  )

  test('the pages behind a link: a recommendation, an action, its forms, a load, a child', async () => {
    const found: string[] = []
    const visit = async (role: RegExp, start: string, link: string, then: readonly string[] = []) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
      const page = await signInAs(context, serving.address, role)
      await page.goto(serving.address + start)
      const href = await page.locator(`main a[href*="${link}"]`).first().getAttribute('href')
      for (const more of ['', ...then]) {
        await page.goto(serving.address + href + more)
        found.push(...(await violations(page)))
      }
      await context.close()
    }
    await visit(/^programme manager/i, '/plan', '/plan/recommendations/')
    await visit(/^programme manager/i, '/plan', '/plan/actions/', ['/change', '/rating'])
    await visit(/^data team/i, '/data', '/data/loads/', ['/changes/annex-a/3/new'])
    await visit(/^team manager/i, '/measures/as-completed-45wd/cases?period=2015-01', '/children/')
    expect(found).toEqual([])
  }, 480_000)
})

/** At 320 px the page itself never scrolls sideways; what is wider scrolls in its own region. */
async function sideways(page: Page, path: string): Promise<string[]> {
  const extra = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return extra > 0 ? [`${path}: ${extra} px too wide at 320 px`] : []
}
