import { expect, test } from 'vitest'
import { dayInFileName, dayInOrder, dayInText } from './file-date.ts'

test('a file name speaks of a day or of a month, which is then its last day', () => {
  const names: [string, string | null][] = [
    ['Annex_A_2024_Jan.xlsx', '2024-01-31'],
    ['2015-01-sample.xlsx', '2015-01-31'],
    ['AnnexA 31 January 2015.xlsx', '2015-01-31'],
    ['annex-a-2015-02-05.csv', '2015-02-05'],
    ['extract_20150205.csv', '2015-02-05'],
    ['05.02.2015 Annex A.ods', '2015-02-05'],
    ['Annex A Feb2016 v2.xlsx', '2016-02-29'],
    ['AnnexA-06-2015.xlsx', '2015-06-30'],
    ['Annex A 2014-08 to 2015-01.xlsx', '2015-01-31'],
    ['List_11_2024.csv', null],
    ['List 1.csv', null],
    ['example-B-2004.xlsx', null],
    ['contacts 2015-13.csv', null],
  ]
  for (const [name, day] of names) expect([name, dayInFileName(name)]).toEqual([name, day])
})

test('a title speaks of a day only when it is whole', () => {
  expect(dayInText('List 3: Referrals, extract of 31 January 2015')).toBe('2015-01-31')
  expect(dayInText('Update: August 2019')).toBeNull()
})

test('the newer of two files is told by the day in its name, by a year, or by its folder', () => {
  const paths: [string, string | null][] = [
    ['council/AnnexA 31 January 2015.xlsx', '2015-01-31'],
    ['council/2017-episodes.csv', '2017-12-31'],
    ['returns 2016-2018/SSDA903_2017_episodes.csv', '2017-12-31'],
    ['returns/2018/episodes.csv', '2018-12-31'],
    ['returns/31 March 2018/episodes.csv', '2018-03-31'],
    ['2018/returns/episodes.csv', null],
    ['episodes.csv', null],
  ]
  for (const [path, day] of paths) expect([path, dayInOrder(path)]).toEqual([path, day])
})
