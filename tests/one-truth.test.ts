import { beforeAll, expect, test } from 'vitest'
import { TRACKED_MEASURES } from '../src/demonstration/tracked-measures.ts'
import type { Claim } from './support/claims/claim.ts'
import { claimsOf, contradictions } from './support/claims/claims.ts'
import type { CrawledPage } from './support/crawl.ts'
import { crawledDemonstration } from './support/crawled.ts'

/** Every page of the demonstration as every role: what two of them say of one thing is the same. */

let pages: readonly CrawledPage[]
let claims: readonly Claim[]
beforeAll(async () => {
  pages = await crawledDemonstration()
  claims = pages.flatMap(claimsOf)
})

const page = (role: CrawledPage['role'], path: string): CrawledPage => {
  const found = pages.find((page) => page.role === role && page.path === path)
  if (!found) throw new Error(`${role} did not come to ${path}`)
  return found
}

/** What is found when one page says something else. */
function planted(role: CrawledPage['role'], path: string, was: RegExp, now: string): string[] {
  const found = page(role, path)
  const body = found.body.replace(was, now)
  expect(body, `${path} has ${was.source}`).not.toBe(found.body)
  const others = claims.filter(({ where }) => where !== `${role} ${path}`)
  return contradictions([...others, ...claimsOf({ ...found, body })])
}

test('no two pages say different things of one figure, verdict, count or list', () => {
  expect(contradictions(claims)).toEqual([])
})

test('everyone reads it: each role came to its pages, and each headline measure is told of in every place', () => {
  const roles = Map.groupBy(pages, ({ role }) => role)
  expect(roles.size).toBe(15)
  for (const [role, all] of roles)
    expect([role, all.length > (role === 'administrator' || role === 'command line' ? 3 : 50)]).toEqual([
      role,
      true,
    ])
  const places = [
    / \/$/,
    / \/tracker$/,
    / \/tracker\/latest\.csv$/,
    / \/api\/tracker$/,
    / \/measures\/[^/?]+$/,
    /^command line/,
  ]
  const told = places.map(
    (place) =>
      new Set(claims.filter(({ where }) => place.test(where)).map(({ about }) => about.split(' ')[0])),
  )
  for (const { seriesId } of TRACKED_MEASURES) {
    const missing = places.filter((_, index) => index > 0 && !told[index]!.has(seriesId))
    expect([seriesId, missing]).toEqual([seriesId, []])
  }
  const twice = [...Map.groupBy(claims, ({ about }) => about).values()].filter(
    (all) => new Set(all.map(({ where }) => where)).size > 1,
  )
  expect(twice.length).toBeGreaterThan(600)
})

test('no link leads to a page that its reader may not open, or that is not there', () => {
  const refused = pages.filter(
    ({ role, path, status }) => status >= 400 && !(role === 'administrator' && /^\/(tracker|api)/.test(path)),
  )
  expect(refused.map(({ role, path, status }) => `${role} ${path}: ${status}`)).toEqual([])
})

const MEASURE = '/measures/as-completed-45wd.from_start'

test.each<[string, CrawledPage['role'], string, RegExp, string, RegExp]>([
  [
    'a share',
    'board_member',
    '/tracker',
    /84\.0%/g,
    '84.1%',
    /^as-completed-45wd\.from_start 2015-01 share: /,
  ],
  [
    'a count',
    'board_member',
    MEASURE,
    /42 of 50|>42</g,
    '>41<',
    /^as-completed-45wd\.from_start 2015-01 counts: /,
  ],
  ['a verdict', 'director', '/tracker', /Hit or miss<\/span>/, 'Will meet</span>', /meeting: /],
  [
    'a sentence by hand',
    'programme_manager',
    '/measures/wf-vacancy.all',
    /<p class="wm-sentence">/,
    '<p class="wm-sentence">No real change in January.</p><p>',
    /^wf-vacancy\.all changing: /,
  ],
  [
    'how many are off track',
    'programme_manager',
    '/',
    /11 of 30 off track/,
    '10 of 30 off track',
    /^measures off track: /,
  ],
  [
    'what is red in the plan',
    'director',
    '/plan',
    /Three actions are red/,
    'Two actions are red',
    /^actions red: /,
  ],
  [
    'the length of a list',
    'data_team',
    MEASURE,
    />8 completed after day 45</,
    '>9 completed after day 45<',
    / list period=2015-01 met=no: /,
  ],
  ['the day of the figures', 'auditor', '/plan', /31 January 2015<\/b>/, '30 January 2015</b>', /^as at: /],
])('a page that differs in %s is named', (_, role, path, was, now, named) => {
  expect(planted(role, path, was, now)).toContainEqual(expect.stringMatching(named))
})
