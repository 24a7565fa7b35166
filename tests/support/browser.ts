import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { madeOnce } from './made-once.ts'
import { BROWSER_FOLDER, startBrowser } from './run-browser.ts'

const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether this machine has a browser. `npm test` installs one where it may, and says so where it may not. */
export const hasBrowser = existsSync(PROGRAM)
if (!hasBrowser) {
  console.error(`*** No browser at ${PROGRAM} and no CHROMIUM: the journeys are skipped. ***`)
}

/** The one browser of the run, started by the first file that wants it. To close it is to leave it to the others. */
export async function runBrowser(): Promise<Browser> {
  const folder = await madeOnce(BROWSER_FOLDER, (made) =>
    startBrowser(PROGRAM, made, join(inject('runFolder'), 'browser-profile')),
  )
  return await chromium.connectOverCDP(await readFile(join(folder, 'address'), 'utf8'))
}

/** The checker itself, as the package that drives it finds it. */
const CHECKER = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
  'axe-core/axe.min.js',
)

/**
 * A desk's browser in which every page brings the checker with it: handed to each page when it is checked, its 650 kB
 * took longer than most checks.
 */
export async function checkedContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: DESK })
  await context.addInitScript({ path: CHECKER })
  return context
}

export const DESK = { width: 1366, height: 900 }
/** Narrower than our widest page, and wide enough for GOV.UK’s: the margins must not be lost between the two. */
export const SMALL_DESK = { width: 1220, height: 900 }
export const PHONE = { width: 320, height: 640 }

/** Of no tag of WCAG's: a heading of a level that its page has not reached is lost to those who go by headings. */
const HEADINGS = { 'heading-order': { enabled: true } }
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Of rows, items and marks made alike, tag for tag and attribute for attribute, two of each stay while a page is checked: a
 * table of two thousand rows says no more than two of each kind, and takes half the time of a whole run. Ids are compared
 * before, over all of the page. Afterwards everything is where it was.
 */
const KEEP_TWO_OF_A_KIND = `(() => {
  const SAID = ['class', 'scope', 'type', 'role', 'style', 'fill', 'stroke']
  const kind = (element) =>
    element.tagName +
    [...element.attributes].map(({ name, value }) => name + (SAID.includes(name) ? '=' + value : '')).join() +
    '(' + [...element.children].map(kind).join() + ')'
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  window.takenOut = []
  for (const list of document.querySelectorAll('main tbody, main ul, main ol, main dl, main select, main svg, main svg g')) {
    const all = [...list.childNodes]
    const seen = new Map()
    for (const one of [...list.children]) {
      const form = kind(one)
      seen.set(form, (seen.get(form) ?? 0) + 1)
      if (seen.get(form) > 2) one.remove()
    }
    if (list.childNodes.length < all.length) window.takenOut.push([list, all])
  }
  return ids.filter((id, place) => ids.indexOf(id) < place)
})()`
const PUT_BACK = `for (const [list, all] of window.takenOut.reverse()) list.replaceChildren(...all)`

/**
 * What axe finds wrong with a page of `checkedContext` as it is, over all WCAG tags up to 2.2 AA: a line each.
 */
export async function violations(page: Page): Promise<string[]> {
  const path = new URL(page.url()).pathname
  const twice = await page.evaluate<string[]>(KEEP_TWO_OF_A_KIND)
  const { violations: found } = await new AxeBuilder({ page, axeSource: '"It is here already."' })
    .options({ runOnly: TAGS, resultTypes: ['violations'], rules: HEADINGS })
    // Without frames on any page, one pass in the page itself says as much as the pass over frames, and sooner.
    .setLegacyMode()
    .analyze()
  await page.evaluate(PUT_BACK)
  return [
    ...twice.map((id) => `${path}: the id ${id} is given twice`),
    ...found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${path}: ${id}: ${target.join(' ')}: ${failureSummary}`),
    ),
  ]
}

/** Signs in as one of the demonstration's people, by the button of their role, also when another was signed in before. */
export async function signInAs(page: Page, address: string, role: RegExp): Promise<void> {
  // A busy machine may take long over a page while a load runs next to it: that is no fault of the page.
  page.setDefaultTimeout(90_000)
  await page.context().clearCookies()
  await page.goto(`${address}/demonstration`)
  await page.getByRole('button', { name: role }).first().click()
  await page.waitForURL((url) => url.pathname !== '/demonstration')
}
