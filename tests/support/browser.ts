import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether this machine has a browser. `npm test` installs one where it may, and says so where it may not. */
export const hasBrowser = existsSync(PROGRAM)
if (!hasBrowser) {
  console.error(`*** No browser at ${PROGRAM} and no CHROMIUM: the journeys are skipped. ***`)
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: PROGRAM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong with the page as it stands, over all WCAG tags up to 2.2 AA: a line each. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ runOnly: TAGS, resultTypes: ['violations'] })
    // Without frames on any page, one pass in the page itself says as much as the pass over frames, and sooner.
    .setLegacyMode()
    .analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${new URL(page.url()).pathname}: ${id}: ${target.join(' ')}: ${failureSummary}`,
    ),
  )
}

/** Signs in as one of the demonstration's people, by the button of their role. */
export async function signInAs(context: BrowserContext, address: string, role: RegExp): Promise<Page> {
  // A busy machine may take long over a page while a load runs beside it: that is no fault of the page.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  await page.goto(`${address}/demonstration`)
  await page.getByRole('button', { name: role }).first().click()
  await page.waitForURL((url) => url.pathname !== '/demonstration')
  return page
}
