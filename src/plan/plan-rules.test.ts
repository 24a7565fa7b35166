import { expect, test } from 'vitest'
import { seriesOf } from '../measures/catalogue/catalogue.ts'
import type { Point } from '../measures/figures/figure.ts'
import { shiftMonth, type Day } from '../platform/day.ts'
import type { Action } from './action.ts'
import type { Binding } from './binding.ts'
import { effectOf, type BoundMeasure } from './measure-effect.ts'
import { filterHref, filterTree, readFilter } from './plan-filter.ts'
import { bragCounts, planSentence } from './plan-sentence.ts'
import { actionsOf, allMeasures, buildPlanTree, recommendationsOf, type PlanParts } from './plan-tree.ts'
import { recommendationSentence, stuckIn } from './recommendation-sentence.ts'
import { countFaults, disagreements, selfCheck } from './self-check.ts'
import { along, axisAround, timelineRow } from './timeline.ts'

const TODAY: Day = '2015-02-05'
const SERIES = seriesOf('as-completed-45wd.from_start')!

const action = (ref: string, rest: Partial<Action> = {}): Action => ({
  id: `act_${ref}`,
  recommendationId: 'rec_R1',
  ref,
  title: `Work ${ref}`,
  owner: 'Head of Assessment',
  startOn: '2014-11-03',
  baselineDueOn: '2015-02-27',
  dueOn: '2015-02-27',
  progress: 'under_way',
  deliveredOn: null,
  embeddedOn: null,
  note: '',
  version: 1,
  ...rest,
})
const binding = (rest: Partial<Binding> = {}): Binding => ({
  id: 'bnd_1',
  recommendationId: 'rec_R1',
  actionId: null,
  seriesId: SERIES.id,
  landedOn: '2014-10-24',
  aim: 90,
  monthsToHold: 3,
  removedOn: null,
  version: 1,
  ...rest,
})
const recommendation = (ref: string): PlanParts['recommendations'][number] => ({
  id: `rec_${ref}`,
  themeId: 'thm_1',
  ref,
  title: `Asked ${ref}`,
  asked: 'What was asked',
  source: 'own',
  sourceNote: '',
  owner: '',
  sponsor: '',
  position: 1,
  version: 1,
})
const plan = (parts: Partial<PlanParts> = {}) =>
  buildPlanTree({
    themes: [{ id: 'thm_1', ref: 'T1', title: 'Practice', position: 1, version: 1 }],
    recommendations: [recommendation('R1')],
    actions: [action('1.1')],
    milestones: [],
    bindings: [binding()],
    evidence: [],
    ratings: [],
    changes: [],
    ...parts,
  })
const confirmed = (ref: string, rating: 'red' | 'amber' | 'green', at: Day) => ({
  id: `rat_${ref}_${at}`,
  actionId: `act_${ref}`,
  was: null,
  rating,
  step: 'confirmed' as const,
  reason: 'No reply from the chairs',
  byName: 'Clinic',
  at: `${at}T12:00:00.000Z`,
})
const kinds = (tree: ReturnType<typeof plan>) => selfCheck(tree, TODAY).map(({ kind }) => kind)

test('a plan in order finds no fault in itself', () => {
  expect(selfCheck(plan(), TODAY)).toEqual([])
})

test('the plan names each fault and the actions at fault', () => {
  expect(kinds(plan({ actions: [action('1.1', { owner: ' ' })] }))).toEqual(['no_owner'])
  expect(
    kinds(plan({ actions: [action('1.1', { dueOn: '2015-02-04', baselineDueOn: '2015-02-04' })] })),
  ).toEqual(['date_gone'])
  expect(kinds(plan({ bindings: [] }))).toEqual(['no_measure'])
  expect(kinds(plan({ bindings: [binding({ removedOn: '2015-01-01' })] }))).toEqual(['no_measure'])
  expect(kinds(plan({ ratings: [confirmed('1.1', 'green', '2015-01-26')] }))).toEqual(['no_evidence'])
  expect(kinds(plan({ recommendations: [recommendation('R1'), recommendation('R2')] }))).toEqual([
    'not_covered',
  ])
  expect(kinds(plan({ actions: [action('1.1', { dueOn: '2015-03-31' })] }))).toEqual(['moved_without_reason'])
})

test('faults are counted by what is at fault, not by kind', () => {
  const faults = selfCheck(
    plan({ actions: [action('1.1', { owner: '' }), action('1.2', { owner: '' })] }),
    TODAY,
  )
  expect(countFaults(faults)).toBe(2)
  expect(faults[0]).toMatchObject({ says: '2 actions have no owner', refs: ['1.1', '1.2'] })
})

test('a measure bound twice in a recommendation speaks once', () => {
  const tree = plan({
    bindings: [binding(), binding({ id: 'bnd_2', recommendationId: null, actionId: 'act_1.1' })],
  })
  expect(allMeasures(recommendationsOf(tree)[0]!).map(({ id }) => id)).toEqual(['bnd_1'])
})

test('ratings are counted as they stood on a day', () => {
  const tree = plan({
    ratings: [confirmed('1.1', 'amber', '2014-12-05'), confirmed('1.1', 'red', '2015-01-26')],
  })
  expect(bragCounts(tree)).toMatchObject({ red: 1, amber: 0 })
  expect(bragCounts(tree, '2015-01-16')).toMatchObject({ red: 0, amber: 1 })
  expect(bragCounts(tree, '2014-12-04')).toMatchObject({ red: 0, amber: 0 })
  expect(disagreements(tree)).toEqual([])
})

test('the plan’s sentence says what is red, what is at fault and what moved since the Board', () => {
  const tree = plan({
    actions: [action('1.1'), action('1.2', { progress: 'embedded', embeddedOn: '2015-01-30' })],
    ratings: [confirmed('1.1', 'red', '2015-01-26')],
  })
  const faults = selfCheck(tree, TODAY)
  expect(planSentence(tree, TODAY, faults, '2015-01-16')).toEqual({
    bold: 'One action is red and the plan finds one fault in itself.',
    rest: 'One action has been embedded since the last Board; none has reopened.',
  })
  expect(planSentence(tree, TODAY, [], '2015-01-30').rest).toBe(
    'Nothing has been embedded or has reopened since the Board of 30 January.',
  )
  expect(planSentence(tree, TODAY, [], null).rest).toBe('No due day has passed.')
  expect(planSentence(plan({ actions: [] }), TODAY, [], null).bold).toBe(
    'There is no action in the plan yet.',
  )
  expect(planSentence(plan(), TODAY, [], null).bold).toBe(
    'No action is red and the plan finds no faults in itself.',
  )
})

test('a filter lives in the address and comes back from it', () => {
  const filter = readFilter({ theme: 'T1', rating: 'red,amber,purple', fault: 'no_owner' })
  expect(filter).toEqual({ theme: 'T1', ratings: ['red', 'amber'], fault: 'no_owner', disagreeing: false })
  expect(filterHref(filter, {})).toBe('/plan?theme=T1&rating=red,amber&fault=no_owner')
  expect(filterHref(readFilter({}), {})).toBe('/plan')
  const tree = plan({ actions: [action('1.1'), action('1.2', { owner: '' })] })
  const shown = filterTree(tree, readFilter({ fault: 'no_owner' }), selfCheck(tree, TODAY))
  expect(actionsOf(shown).map(({ ref }) => ref)).toEqual(['1.2'])
})

test('an action under way is time used, then time left, up to its baseline', () => {
  const axis = axisAround(TODAY, 440)
  expect([axis.first, axis.end]).toEqual(['2014-10-01', '2015-10-01'])
  const row = timelineRow({ ...action('1.1'), milestones: [] }, TODAY, axis)
  expect(row.stretches).toEqual([
    { kind: 'used', from: '2014-11-03', to: TODAY },
    { kind: 'left', from: TODAY, to: '2015-02-27' },
  ])
  expect(row.says).toBe('From 3 November 2014; baseline 27 February 2015; due 27 February 2015')
})

test('whatever lies past the baseline shows, whether it was agreed or just late', () => {
  const axis = axisAround(TODAY, 440)
  const of = (rest: Partial<Action>) =>
    timelineRow({ ...action('1.1', rest), milestones: [] }, TODAY, axis).stretches
  expect(of({ dueOn: '2015-04-30' }).at(-1)).toEqual({ kind: 'past', from: '2015-02-27', to: '2015-04-30' })
  const late = { dueOn: '2015-01-30', baselineDueOn: '2015-01-30' } as const
  expect(of(late)).toEqual([
    { kind: 'used', from: '2014-11-03', to: '2015-01-30' },
    { kind: 'past', from: '2015-01-30', to: TODAY },
  ])
  expect(
    of({ progress: 'delivered', deliveredOn: '2015-01-19', baselineDueOn: '2014-12-19' }).at(-1),
  ).toEqual({
    kind: 'past',
    from: '2014-12-19',
    to: '2015-01-19',
  })
})

test('what lies beyond the axis is an arrow and a month', () => {
  const axis = axisAround(TODAY, 440)
  const row = timelineRow({ ...action('1.4', { dueOn: '2015-12-15' }), milestones: [] }, TODAY, axis)
  expect(row.beyond).toBe('2015-12')
  expect(along(axis, '2015-12-15')).toBe(440)
  expect(along(axis, '2014-01-01')).toBe(0)
})

const measure = (values: readonly (number | null)[], rest: Partial<Binding> = {}): BoundMeasure => ({
  binding: binding(rest),
  series: SERIES,
  target: 90,
  why: null,
  points: values.map((value, index): Point => ({
    period: shiftMonth('2015-01', index - values.length + 1),
    split: null,
    numerator: value,
    denominator: 100,
    value,
    provisional: false,
  })),
})
/** Ten months about 50 before October 2014, with a usual range of some four points either way. */
const BEFORE = [50, 51, 49, 50, 52, 50, 49, 51, 50, 48]

test('a change is one that the latest month still shows outside the old range', () => {
  expect(effectOf(measure([...BEFORE, 70, 71, 69, 72]))).toMatchObject({
    verdict: 'better',
    sinceMonth: '2014-10',
    says: 'Every month since is above the old range.',
  })
  expect(effectOf(measure([...BEFORE, 50, 51, 49, 30])).verdict).toBe('worse')
  expect(effectOf(measure([...BEFORE, 50, 51, 49, 50]))).toMatchObject({ verdict: 'none', sinceMean: 50 })
  expect(effectOf(measure([...BEFORE, 70, 71, 50, 50]))).toMatchObject({
    verdict: 'none',
    says: '2 of 4 months since left the old range; the latest is back in it.',
  })
})

test('seven months on one side of the old average are a change inside the old range', () => {
  const quiet = measure([...BEFORE, 51, 51, 51, 51, 51, 51, 51], { landedOn: '2014-07-01' })
  expect(effectOf(quiet).verdict).toBe('better')
})

test('too early and too little are said, not guessed', () => {
  expect(effectOf(measure(BEFORE, { landedOn: null })).verdict).toBe('early')
  expect(effectOf(measure(BEFORE, { landedOn: '2015-02-01' })).verdict).toBe('early')
  expect(effectOf(measure([50, 51, 70, 71, 72, 73])).verdict).toBe('unknown')
  expect(effectOf({ ...measure([]), why: 'Annex A does not hold it.' }).says).toBe(
    'Annex A does not hold it.',
  )
})

test('a recommendation’s sentence never lets done stand in for changed', () => {
  const [branch] = actionsOf(plan({ actions: [action('1.1', { progress: 'delivered' })] }))
  const measured = (values: readonly number[]) => {
    const bound = measure(values)
    return { measure: bound, effect: effectOf(bound) }
  }
  const still = measured([...BEFORE, 50, 51, 49, 50])
  const better = measured([...BEFORE, 70, 71, 69, 72])
  const worse = measured([...BEFORE, 50, 51, 49, 30])
  expect(recommendationSentence([branch!], []).bold).toBe('All is done; nothing would show a change.')
  expect(recommendationSentence([branch!], [still]).bold).toBe(
    'All is done; nothing has changed for children yet.',
  )
  expect(recommendationSentence([branch!], [better]).bold).toBe('All is done; children are better off.')
  expect(recommendationSentence([branch!], [better, still, still]).bold).toBe(
    'All is done; little has changed for children yet.',
  )
  expect(recommendationSentence([branch!], [better, worse]).bold).toBe(
    'All is done; for children some things are better and some worse.',
  )
  expect(recommendationSentence([], [still]).bold).toMatch(/^Nothing has been agreed to do; /)
})

test('what is stuck says why and who, longest overdue first', () => {
  const tree = plan({
    actions: [
      action('1.1', { dueOn: '2015-02-01', baselineDueOn: '2015-02-01' }),
      action('1.2', { dueOn: '2015-01-01', baselineDueOn: '2015-01-01', owner: '' }),
      action('1.3'),
    ],
    ratings: [confirmed('1.1', 'red', '2015-01-26')],
  })
  expect(stuckIn(recommendationsOf(tree)[0]!, TODAY)).toEqual([
    {
      actionId: 'act_1.2',
      what: '1.2 Work 1.2',
      why: '35 days past its due day of 1 January 2015.',
      who: 'Nobody owns it',
    },
    {
      actionId: 'act_1.1',
      what: '1.1 Work 1.1',
      why: '4 days past its due day of 1 February 2015. No reply from the chairs',
      who: 'Head of Assessment',
    },
  ])
})
