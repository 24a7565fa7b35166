import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** Feedback on Friday 9 January 2015: the 20th working day after it is Friday 6 February. On Friday 2 January: Friday 30 January. */
const insert = `
  insert into adoption_panel_items (panel_item_id, item, panel_on, kind, report_grade, presentation_grade, outcome, feedback_on, used_in_supervision_on) values
      ('p1', '1', '2015-01-07', 'match', 'good', 'good', 'agreed', '2015-01-09', '2015-01-20'),
      ('p2', '2', '2015-01-07', 'match', 'good', 'inadequate', 'agreed', '2015-01-09', null),
      ('p3', '3', '2015-01-07', 'match', 'good', null, 'agreed', '2015-01-09', '2015-01-20'),
      ('p4', '4', '2014-12-31', 'match', 'good', 'requires improvement', 'agreed', '2015-01-02', null),
      ('p5', '5', '2015-01-07', 'match', 'good', 'outstanding', 'agreed', null, null),
      ('p6', '6', '2014-12-31', 'match', 'good', 'outstanding', 'agreed', '2014-12-19', '2015-01-22'),
      ('p7', '7', '2014-12-31', 'match', 'good', 'outstanding', 'agreed', '2015-01-09', '2015-01-08');`

test('only a presentation that someone judged counts', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'ad-presentation-quality')
  expect(await casesOf(snapshot, 'ad-presentation-quality', '2015-01')).toEqual(['p1', 'p2', 'p5'])
  expect(await byMonth(snapshot, 'ad-presentation-quality')).toEqual({
    '2014-12': '2 of 3',
    '2015-01': '2 of 3',
  })
})

test('feedback is to be taken up within 20 working days; while they run it is not counted against anyone', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'ad-presentation-quality')
  expect(await casesOf(snapshot, 'ad-presentation-quality.used', '2015-01', 'yes')).toEqual(['p1'])
  expect(await casesOf(snapshot, 'ad-presentation-quality.used', '2015-01', 'no')).toEqual([])
  // Saturday 31 January is past the 20th day of p4. From 19 December, with two bank holidays at Christmas and New Year's
  // Day, the 20th is 21 January: p6 was a day late. Taken up before it was given is an error.
  expect(await casesOf(snapshot, 'ad-presentation-quality.used', '2014-12', 'no')).toEqual(['p4', 'p6'])
})
