import { beforeAll, expect, test } from 'vitest'
import { catalogue } from '../src/measures/catalogue/catalogue.ts'
import { crawledDemonstration } from './support/crawled.ts'
import type { CrawledPage } from './support/crawl.ts'

/** What a Board member of the demonstration may read, held against the head of service: the Board is neither the public nor staff. */

let board: readonly CrawledPage[]
let service: readonly CrawledPage[]
beforeAll(async () => {
  const pages = await crawledDemonstration()
  board = pages.filter(({ role, status }) => role === 'board_member' && status === 200)
  service = pages.filter(({ role, status }) => role === 'head_of_service' && status === 200)
})

test('no page, file or answer of a Board member links to a child or to a list of children', () => {
  const links = board.flatMap(({ body }) => [...body.matchAll(/href="(\/children\/[^"]+|[^"]*\/cases(?:\.csv|\?)[^"]*)"/g)].map(([, href]) => href)) // prettier-ignore
  expect(links).toEqual([])
  expect(service.some(({ body }) => body.includes('/cases?'))).toBe(true)
  expect(board.filter(({ path }) => /^\/children\b/.test(path)).map(({ path }) => path)).toEqual([])
})

const monthly = (page: CrawledPage) =>
  page.body
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .map(([id, month, by, , numerator, denominator, value]) => ({ id: id!, month, by, numerator, denominator, value })) // prettier-ignore

test('every count is there, as the service reads it, and a percentage of fewer than ten is not', () => {
  const files = board.filter(({ path }) => /^\/measures\/[^/]+\.csv$/.test(path))
  expect(files.length).toBeGreaterThan(3)
  const rates = new Set(catalogue().flatMap(({ id, kind }) => (kind === 'rate' ? [id] : [])))
  for (const file of files) {
    const theirs = service.find(({ path }) => path === file.path)
    if (!theirs) continue
    for (const [index, row] of monthly(file).entries()) {
      const full = monthly(theirs)[index]!
      if (row.numerator === 'c') continue
      expect([file.path, row.month, row.numerator, row.denominator]).toEqual([file.path, full.month, full.numerator, full.denominator]) // prettier-ignore
      if (rates.has(row.id) && Number(row.denominator) > 0 && Number(row.denominator) < 10) {
        expect([file.path, row.month, row.value]).toEqual([file.path, row.month, ''])
      } else expect([file.path, row.month, row.value]).toEqual([file.path, row.month, full.value])
    }
    // Of staff, a cell of fewer than five workers; of children, nothing.
    const hidden = monthly(file).filter(({ numerator }) => numerator === 'c')
    expect(hidden.filter(({ id }) => catalogue().find((one) => one.id === id)?.smallNumbers !== 'SN3')).toEqual([]) // prettier-ignore
  }
})

test('each page with a file of figures says that it is for the council, and which one may be published', () => {
  const pages = board.filter(({ path, type }) => type === 'text/html' && (path === '/tracker' || /^\/measures\/[^/?]+$/.test(path))) // prettier-ignore
  expect(pages.length).toBeGreaterThan(10)
  const silent = pages.filter(({ body }) => body.includes('.csv"') && !/for\s+the\s+council/.test(body))
  expect(silent.map(({ path }) => path)).toEqual([])
  expect(pages.every(({ body }) => !body.includes('.csv"') || body.includes('for=public'))).toBe(true)
})
