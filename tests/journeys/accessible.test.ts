import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allow, operator } from '../../src/access/index.ts'
import type { Waymark } from '../../src/main.ts'
import { serveCouncil } from '../../src/web/index.ts'
import type { Serving } from '../../src/web/serve.ts'
import {
  checkedContext,
  DESK,
  hasBrowser,
  PHONE,
  runBrowser,
  SMALL_DESK,
  signInAs,
  violations,
} from '../support/browser.ts'
import { norchester } from '../support/demonstration.ts'
import { foundReferrals, waitingIn } from '../support/waiting-world.ts'
import { loadDeps } from '../../src/loads/load-deps.ts'
import { builtFile } from '../../src/loads/waiting-load.ts'

/** A page by its path, or those that the first such link of a page leads to: itself, and those `behind` it. */
type Visit = string | { on: string; link: string; behind?: readonly string[] }

/** Every kind of page and each of its states once, as someone who may open it. */
const PAGES: Record<string, { as: RegExp; visits: readonly Visit[] }> = {
  'for the programme manager': {
    as: /^programme manager/i,
    visits: [
      '/',
      '/tracker',
      '/tracker?group=area',
      '/tracker/overview',
      '/tracker/charts',
      '/measures',
      '/measures/as-completed-45wd',
      '/measures/as-completed-45wd?by=ethnicity',
      '/measures/as-completed-45wd/target',
      '/measures/as-completed-45wd/limits',
      '/measures/as-open-review-points.gt45',
      '/measures/wf-caseload',
      '/measures/lac-flow',
      '/handbook/measures',
      '/handbook/measures/as-completed-45wd',
      '/handbook/measures/cp-report-shared',
      '/handbook/measures/mis-rhi-72h',
      '/plan',
      '/plan?rating=red',
      { on: '/plan', link: '/plan/recommendations/' },
      { on: '/plan', link: '/plan/actions/', behind: ['/change', '/rating'] },
      '/plan/recommendations/new',
      '/plan/file',
      '/board',
      '/board/new',
      '/board/2015-02-10',
      '/board/2015-02-10/read',
      '/measures/no-such-measure',
      '/search',
      '/search?q=assessments',
      '/search?q=xyzzy',
      '/help',
      '/accessibility',
      '/privacy',
      '/cookies',
    ],
  },
  'for a team manager': {
    as: /^team manager/i,
    visits: [
      '/',
      '/digest',
      '/measures/as-completed-45wd/cases?period=2015-01',
      { on: '/measures/as-completed-45wd/cases?period=2015-01', link: '/children/' },
      '/measures/as-completed-45wd/cases?period=2015-01&met=no',
      '/measures/as-completed-45wd?by=worker',
      '/measures/as-open-review-points/cases?period=2015-01',
      '/lists',
      '/lists/assessment-points',
      { on: '/lists/assessment-points', link: '/lists/assessment-points?open=' },
      '/lists/drift?only=several&sort=worker',
      '/lists/oversight/together',
      '/lists/education-plans',
      '/diary',
      '/diary?kind=care',
      '/diary/not-attended',
      '/diary/new',
      { on: '/diary', link: '/diary/meetings/' },
      '/calendar',
      '/report-standards',
      '/absence-reasons',
      '/guidance',
      { on: '/guidance', link: '/guidance/gui_', behind: ['/people'] },
      '/guidance-versions',
      '/guidance-briefings',
      '/practice-standards',
      { on: '/practice-standards', link: '/practice-standards/pst_' },
      '/lists/need-visits',
      '/clinics',
      '/clinics/new',
      '/clinics/actions',
      { on: '/clinics', link: '/clinics/cli_', behind: ['/print', '/change', '/cancel'] },
      { on: '/clinics/actions', link: '/clinics/actions/cac_' },
      '/system-changes',
      '/data',
    ],
  },
  'for the children’s rights officer': {
    as: /^children.s rights/i,
    visits: [
      '/missing',
      '/missing?placed=out',
      '/missing/new',
      { on: '/missing', link: '/missing/mis_', behind: ['/change'] },
      { on: '/missing', link: '/missing/file-' },
      '/missing/police',
      '/missing/counts',
      '/hand-counts/new',
    ],
  },
  'for the data team': {
    as: /^data team/i,
    visits: [
      '/',
      '/data',
      '/data/upload',
      '/data/settings',
      '/data/spellings',
      '/data/spellings/new',
      '/data/roles',
      '/data/roles/new',
      '/data/disposals',
      '/data/templates',
      '/data/templates/conferences',
      { on: '/data', link: '/data/loads/', behind: ['/changes/annex-a/3/new'] },
      { on: '/data/quality', link: '/data/quality/assessment' },
      '/data/quality',
      '/data/quality/measures',
      '/data/reconciliation',
    ],
  },
  'for the administrator': {
    as: /^administrator/i,
    visits: [
      '/',
      '/assignments',
      { on: '/assignments', link: '/assignments/per_' },
      '/people',
      '/people/new',
      '/people-import',
      '/people/access-log',
      '/restricted',
      '/first-steps',
    ],
  },
  'for a head of service': {
    as: /^head of service/i,
    visits: [
      '/',
      '/taskforces',
      { on: '/taskforces', link: '/taskforces/tfo_', behind: ['/children', '/week', '/history', '/change'] },
      '/taskforce-workers',
      { on: '/taskforce-frameworks', link: '/taskforce-frameworks/fwv_' },
      '/taskforce-decisions/new',
      '/guidance/new',
      '/practice-standards/new',
    ],
  },
  'for a social worker': {
    as: /^social worker/i,
    visits: ['/', { on: '/guidance', link: '/guidance/gui_' }],
  },
  'for a reviewing officer': { as: /^reviewing officer/i, visits: ['/'] },
  'for an auditor': { as: /^auditor/i, visits: ['/'] },
  'for a children’s rights officer': { as: /^children’s rights/i, visits: ['/'] },
  'for a finance partner': { as: /^finance/i, visits: ['/'] },
}

describe.skipIf(!hasBrowser)('every page can be used by everyone', () => {
  let waymark: Waymark
  let serving: Serving
  let browser: Browser
  let context: BrowserContext
  let page: Page

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
  beforeEach(async () => {
    context = await checkedContext(browser)
    page = await context.newPage()
  })
  afterEach(() => context.close())

  test('signing in: axe finds nothing', async () => {
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
  })

  test('axe finds what is wrong with a page', async () => {
    await page.goto(`${serving.address}/sign-in`)
    await page.evaluate('document.querySelector("main").append(document.createElement("button"))')
    expect(await violations(page)).toEqual([expect.stringMatching(/^\/sign-in: button-name: /)])
  })

  test.each(Object.entries(PAGES))(
    '%s: axe finds nothing, wide or on a phone',
    async (_, { as, visits }) => {
      await signInAs(page, serving.address, as)
      const found: string[] = []
      for (const visit of visits) {
        for (const path of await pathsOf(visit)) {
          await page.setViewportSize(DESK)
          await page.goto(serving.address + path)
          found.push(...(await violations(page)))
          await page.setViewportSize(SMALL_DESK)
          found.push(...(await sideways(page, path)))
          await page.setViewportSize(PHONE)
          found.push(...(await sideways(page, path)))
        }
      }
      expect(found).toEqual([])
    },
    120_000,
  )

  test('a load that waits for an answer, and one about to be deleted: axe finds nothing', async () => {
    const { council } = waymark
    const person = { ...operator(council.id), name: 'Data team' }
    const world = {
      deps: loadDeps(waymark),
      pass: allow(person, 'load:write'),
      reader: allow(person, 'load:read'),
    }
    await signInAs(page, serving.address, /^data team/i)
    await page.goto(`${serving.address}/data`)
    const oldest = await page.locator('main td a, main th a').last().getAttribute('href')
    const found: string[] = []
    const facts = foundReferrals('f2')
    const unread = [{ codeSet: 'gender', table: 'annex-a/3', field: 'Gender', text: 'Girl', count: 2 }]
    const { loadId, folder } = await waitingIn(world, '2015-02-05T12:00:00Z', {
      ...facts,
      report: { ...facts.report, unread },
    })
    // The page compares what was built with the load in use, so it has to be a whole snapshot.
    const snapshots = join(world.deps.dataDir, 'snapshots')
    copyFileSync(
      join(
        snapshots,
        readdirSync(snapshots).findLast((file) => file.endsWith('.duckdb'))!,
      ),
      builtFile(folder),
    )
    for (const path of ['/data', `/data/loads/${loadId}`, `${oldest}/delete`]) {
      await page.setViewportSize(DESK)
      await page.goto(serving.address + path)
      found.push(...(await violations(page)))
      await page.setViewportSize(PHONE)
      found.push(...(await sideways(page, path)))
    }
    await page.goto(`${serving.address}/data/loads/${loadId}`)
    const main = await page.locator('main').innerText()
    expect(main).toContain('Values that are no known code')
    expect(await page.getByLabel('What Girl means').count()).toBe(1)
    expect(found).toEqual([])
  }, 60_000)

  test('a measure that is found by typing its words, and a file of people in each of its states: axe finds nothing', async () => {
    const found: string[] = []
    const look = async (state: string) => {
      await page.setViewportSize(DESK)
      found.push(...(await violations(page)))
      await page.setViewportSize(PHONE)
      found.push(...(await sideways(page, state)))
      await page.setViewportSize(DESK)
    }
    await signInAs(page, serving.address, /^programme manager/i)
    const [action] = await pathsOf({ on: '/plan', link: '/plan/actions/' })
    await page.goto(`${serving.address}/plan/measures/new?under=${action!.split('/').at(-1)}`)
    await look('a measure to bind')
    await page.getByLabel('Measure').fill('working days')
    await page.locator('main form button').last().click()
    await page.getByText('Measure: which do you mean?').waitFor()
    await look('measures that could be meant')

    await signInAs(page, serving.address, /^administrator/i)
    const send = async (rows: string) => {
      await page.goto(`${serving.address}/people-import`)
      const buffer = Buffer.from(`name,email,role,teams\n${rows}`)
      await page.getByLabel('File of people').setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'See what it would do' }).click()
    }
    await send('A,a@norchester.example,team_manager,No such team\nB,b@norchester.example,director,\n')
    expect(await page.title()).toMatch(/^Error: /)
    await look('a file of people with a row that is refused')
    await send('Director of another long name,b.of.a.long.name@norchester.example,director,\n')
    await look('a file of people, before it does anything')
    await page.getByRole('button', { name: 'Open 1 account' }).click()
    await page.getByRole('heading', { name: 'First passwords' }).waitFor()
    await look('first passwords')
    expect(found).toEqual([])
  }, 60_000)

  test('a form about a measure that was filled in wrongly, and limits that start anew: axe finds nothing', async () => {
    await signInAs(page, serving.address, /^programme manager/i)
    const found: string[] = []
    const look = async (path: string) => {
      await page.setViewportSize(DESK)
      found.push(...(await violations(page)))
      await page.setViewportSize(PHONE)
      found.push(...(await sideways(page, path)))
      await page.setViewportSize(DESK)
    }
    const measure = `${serving.address}/measures/as-completed-45wd.from_start`
    await page.goto(`${measure}/target`)
    await page.getByLabel('Target, in per cent').fill('ninety')
    await page.getByLabel('Agreed path to the target').fill('soon')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    await look('target, wrong')
    await page.goto(`${serving.address}/tracker/charts`)
    await page.getByLabel('Points running up or down').fill('2')
    await page.getByRole('button', { name: 'Save' }).click()
    await look('run lengths, wrong')
    await page.goto(`${measure}/limits`)
    await page.getByRole('button', { name: 'Start new limits' }).click()
    await look('limits, wrong')
    await page.getByLabel('First month of the new limits').fill('2014-08')
    await page.getByLabel('What changed').fill('New assessment form')
    await page.getByRole('button', { name: 'Start new limits' }).click()
    await look('measure, limits anew')
    await page.goto(`${measure}/limits`)
    await look('limits, one start')
    await page.getByRole('button', { name: 'Withdraw New assessment form' }).click()
    expect(found).toEqual([])
  }, 120_000)

  test('on a phone and on paper the plan keeps its days, and a measure fits two pages', async () => {
    await signInAs(page, serving.address, /^head of service/i)
    await page.setViewportSize(PHONE)
    await page.goto(`${serving.address}/plan`)
    const days = page.getByText('Due 30 April 2015, baseline 31 December 2014')
    expect(await days.isVisible()).toBe(true)
    expect(await pagesOnPaper(page)).toMatchObject({ lying: true })
    await page.emulateMedia({ media: 'print' })
    expect(await days.isVisible()).toBe(true)
    for (const measure of ['as-completed-45wd', 'cin-open', 'wf-vacancy']) {
      await page.goto(`${serving.address}/measures/${measure}`)
      expect((await pagesOnPaper(page)).pages).toBeLessThanOrEqual(2)
      await page.setViewportSize(A4)
      expect(await sideways(page, measure)).toEqual([])
      expect(await page.evaluate(BEYOND_THE_PAGE)).toEqual([])
    }
    await page.emulateMedia({ media: null })
  }, 60_000)

  test('no words of a narrow chart are under its lines, and forced colours keep what is drawn in ink', async () => {
    await signInAs(page, serving.address, /^head of service/i)
    await page.setViewportSize(PHONE)
    await page.goto(`${serving.address}/measures/as-open-review-points.gt45`)
    expect(await page.evaluate(WORDS_IN_THE_PLOT)).toEqual([])
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    for (const path of ['/tracker', '/plan']) {
      await page.setViewportSize(DESK)
      await page.goto(serving.address + path)
      expect(await page.evaluate(DRAWN_ON_BLACK)).toBe(0)
    }
  }, 60_000)

  async function pathsOf(visit: Visit): Promise<string[]> {
    if (typeof visit === 'string') return [visit]
    const { on, link, behind = [] } = visit
    const here = new URL(on, serving.address).href
    if (page.url() !== here) await page.goto(here)
    const path = await page.locator(`main a[href*="${link}"]`).first().getAttribute('href')
    if (!path) throw new Error(`${on} has no link to ${link}`)
    return ['', ...behind].map((more) => path + more)
  }
})

/** What is left of A4 between margins of 12 mm, in CSS pixels. */
const A4 = { width: 703, height: 1032 }

const BEYOND_THE_PAGE = `[...document.querySelectorAll('main svg, main table')]
  .filter((drawn) => drawn.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((drawn) => drawn.getAttribute('class'))`

/** What names the band and the target, where it lies over the months that are drawn. */
const WORDS_IN_THE_PLOT = `[...document.querySelectorAll('main .wm-chart--narrow')].flatMap((chart) => {
  const lines = [...chart.querySelectorAll('path[stroke="#505a5f"]')].map((line) => line.getBoundingClientRect())
  return [...chart.querySelectorAll('text')]
    .filter((text) => /^(Usual range|Target)/.test(text.textContent))
    .filter((text) => {
      const words = text.getBoundingClientRect()
      return lines.some(({ top, bottom, width }) => width > 0 && words.top < bottom && words.bottom > top)
    })
    .map((text) => text.textContent)
})`

/** How many pictures of the page have no white ground when the colours are the reader's own, on black. */
const DRAWN_ON_BLACK = `[...document.querySelectorAll('main svg')]
  .filter((drawn) => getComputedStyle(drawn).backgroundColor !== 'rgb(255, 255, 255)').length`

async function pagesOnPaper(page: Page): Promise<{ pages: number; lying: boolean }> {
  const text = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1')
  const [, wide, high] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
  return { pages: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, lying: Number(wide) > Number(high) }
}

/** The page itself never scrolls sideways, on a phone least of all; what is wider scrolls in its own region. */
async function sideways(page: Page, path: string): Promise<string[]> {
  const extra = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return extra > 0 ? [`${path}: ${extra} px too wide at ${page.viewportSize()?.width} px`] : []
}
