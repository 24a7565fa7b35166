import { expect, test } from 'vitest'
import { spc } from '../spc/spc.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { trackerSentence } from './tracker-view.ts'

/** A row whose last point lies far above twelve steady months. */
const jump = (polarity: 'higher' | 'lower' | 'neutral'): TrackerRow =>
  ({
    spc: spc([10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 30], { polarity }),
    group: 'watched',
  }) as TrackerRow
const steady = (): TrackerRow =>
  ({
    spc: spc([10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11], { polarity: 'lower' }),
    group: 'watched',
  }) as TrackerRow

test('a volume that is higher than usual is a change, though it is neither worse nor better', () => {
  expect(trackerSentence([jump('neutral'), steady()]).bold).toBe(
    'No measure is getting worse or better; one is higher or lower than usual.',
  )
})

test('where nothing has changed the tracker says so, and no more', () => {
  expect(trackerSentence([steady()]).bold).toBe('No measure shows a change.')
})

test('worse and better are counted by which way is better', () => {
  expect(trackerSentence([jump('lower'), jump('higher'), jump('higher')]).bold).toBe(
    'One measure is getting worse; two are getting better.',
  )
})
