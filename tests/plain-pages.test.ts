import { beforeAll, expect, test } from 'vitest'
import type { CrawledPage } from './support/crawl.ts'
import { crawledDemonstration } from './support/crawled.ts'
import { first, pageTree, visibleText } from './support/page-tree.ts'

/** Every page of the demonstration as every role, in words that a tired manager need not read twice. */

/** Idiom and house language that had been on pages, and what a page says instead. */
const RIDDLES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:meeting|Board) in view\b/i, 'say which meeting is next'],
  [/\b(?:is|was) that of \d+ \w+/, 'say the day: "on 10 February"'],
  [/\bstands?\b/i, 'is, counts, is still in use'],
  [/\bbeside\b/i, 'with, next to'],
  [/\bwhoever\b/i, 'say who'],
  [/\b(?:whence|hither|hence|thereof|therein|wherein)\b/i, 'modern English'],
  [/\bnought\b/i, '0, none'],
  [/\bdoors?\b/i, 'say what is meant'],
  [/\bdear\b/i, 'slow, expensive'],
  [/\bsent round\b/i, 'sent to'],
  [/\bmet already\b/i, 'give the average and what it means for the target'],
  [/\bdo not react\b/i, 'No real change'],
  [/\bbears?\b/i, 'has, shows'],
  [/\bonly 0\b|\b0 of no\b/i, 'say that there is none'],
  [/\bFirst month, so\b/i, 'One month of data; 12 needed for a trend'],
  [/\btoo few to show\b/i, 'Hidden: a small number could identify a child'],
  [/\bNo authority of England\b/i, 'This council has no published neighbours'],
  [/\bsettled months?\b|\bthings? to settle\b/i, 'complete months; to resolve'],
  [/\bno rate leads\b|\brises and falls by chance\b|\brate in common\b/i, 'steady, and not moving towards'],
  [/\b(?:tells?|told) of\b/i, 'say, show'],
  [/\bleaves blank in every row\b/i, 'your file has no …'],
  [/\bas it were\b|\bso as to\b/i, 'leave it out'],
  [/\w\.\w+_(?:date|id|flag)\)/, 'the name of a column belongs in the details'],
]

/** Terms of the work, and a heading as it was drawn, that hold such a word. */
const TERMS = /front doors?|what stands out/gi

/** A report’s text is its writers’, and says what they wrote. */
const WRITTEN_BY_PEOPLE = /^\/board\/\d{4}-/

interface Read {
  text: string
  where: string
}

let read: readonly Read[]
beforeAll(async () => {
  read = (await crawledDemonstration()).flatMap(textOf)
})

function textOf({ role, path, status, type, body }: CrawledPage): Read[] {
  if (status !== 200 || type !== 'text/html' || WRITTEN_BY_PEOPLE.test(path)) return []
  const main = first(pageTree(body), ({ tag }) => tag === 'main')
  return main ? [{ text: visibleText(main), where: `${role} ${path}` }] : []
}

const riddlesIn = (text: string): string[] =>
  text
    .replaceAll(TERMS, '')
    .split('\n')
    .flatMap((line) =>
      RIDDLES.flatMap(([pattern, instead]) =>
        pattern.test(line) ? [`“${line.slice(0, 160)}”: ${instead}`] : [],
      ),
    )

test('no page speaks in riddles', () => {
  const found = new Map<string, string>()
  for (const { text, where } of read) for (const riddle of riddlesIn(text)) found.set(riddle, where)
  expect([...found].map(([riddle, where]) => `${where}: ${riddle}`)).toEqual([])
})

test.each([
  'The Board’s meeting in view is that of 10 February.',
  'January’s 33.3% stands without a verdict.',
  'First month, so no verdict until 12. Over 16.',
  '90% is met already: the figure runs at about 90.3%.',
  'Do not react to January’s 19.8%. Steady, and will miss 10%.',
  'Too few to show outside the service: from 1 to 5, or beside so few.',
  'Not available: Annex A as loaded leaves blank in every row the day the child’s case closed (cin_episodes.close_date).',
  'Only 0 months before: too few to say what was usual.',
  'No authority of England has the code 999.',
  '0 of no sentences, tables and pictures with a figure settled.',
])('a page that said “%s” would be named', (riddle) => {
  expect(riddlesIn(riddle)).not.toEqual([])
})
