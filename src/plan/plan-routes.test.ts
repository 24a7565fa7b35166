import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { allow, type Person, type Role, type WebEnv } from '../access/index.ts'
import { stoppedClock } from '../platform/day.ts'
import { NotAllowed, NotFound } from '../platform/errors.ts'
import { askRooms, type Answers, type Services } from '../platform/room.ts'
import type { PlanDocument } from './plan-document.ts'
import { performanceMigrations } from '../performance/migrations.ts'
import { planMigrations } from './migrations.ts'
import { planRoutes } from './plan-routes.tsx'
import { exportPlan } from './plan-csv.ts'
import { installPlan } from './plan-install.ts'
import { actionsOf, recommendationsOf } from './plan-tree.ts'
import { planTree } from './tree-store.ts'

const clock = stoppedClock('2015-02-05')
const person = (role: Role, council = 'norchester'): Person => ({
  id: `per_${role}`,
  council,
  name: role.replaceAll('_', ' '),
  role,
  scope: { kind: 'none' },
})

const PLAN: PlanDocument = {
  themes: [
    { ref: 'T1', title: 'Practice quality and capacity' },
    { ref: 'T2', title: 'Performance information' },
  ],
  recommendations: [
    {
      ref: 'R4',
      theme: 'T1',
      title: 'The allocated worker is at the meeting',
      asked: 'The allocated social worker attends, with a report that families see in time',
      source: 'priority_and_immediate',
    },
    {
      ref: 'R7',
      theme: 'T2',
      title: 'Reports to the panel are good',
      asked: 'Better reports',
      source: 'own',
    },
  ],
  actions: [
    {
      ref: '4.1',
      recommendation: 'R4',
      title: 'Managers see missed conferences',
      owner: 'Performance manager',
      startOn: '2014-11-12',
      dueOn: '2015-01-30',
      progress: 'delivered',
      deliveredOn: '2015-01-30',
    },
    {
      ref: '4.2',
      recommendation: 'R4',
      title: 'Reports shared with families on time',
      owner: 'Head of Safeguarding',
      startOn: '2014-10-13',
      dueOn: '2015-01-30',
      progress: 'under_way',
    },
  ],
  milestones: [],
  measures: [{ of: 'R4', seriesId: 'as-completed-45wd.from_start', landedOn: '2014-10-24', aim: 90 }],
  evidence: [{ action: '4.1', title: 'The list itself', place: 'Shared drive', effectiveOn: '2015-01-30' }],
  ratings: [
    { action: '4.1', rating: 'green', step: 'confirmed', reason: 'Seen', by: 'Clinic', at: '2015-01-26' },
    { action: '4.2', rating: 'amber', step: 'confirmed', reason: 'Slow', by: 'Clinic', at: '2014-12-05' },
    {
      action: '4.2',
      rating: 'red',
      step: 'confirmed',
      reason: 'No evidence',
      by: 'Clinic',
      at: '2015-01-26',
    },
  ],
  changes: [],
}

/** What the Board answers to what the plan asks. */
const BOARD: Answers = {
  sentencesOnRecommendation: () =>
    Promise.resolve([
      { where: 'Paragraph 3.4', href: '/board/1', text: 'Managers see it.', resolved: false },
    ]),
  meetingDays: () => Promise.resolve(['2014-12-19', '2015-01-16', '2015-02-10']),
}

onBothStores({ ...planMigrations, ...performanceMigrations }, (open) => {
  let store: TestStore
  let ids: Record<string, string>
  beforeEach(async () => {
    store = await open()
    const writer = person('programme_manager')
    await installPlan(store.records, allow(writer, 'plan:write'), clock, PLAN)
    const tree = await planTree(store.records, allow(writer, 'plan:read'))
    const all = [...tree.themes, ...recommendationsOf(tree), ...actionsOf(tree)]
    ids = Object.fromEntries(all.map(({ ref, id }) => [ref, id]))
  })
  afterEach(() => store.close())

  function appFor(who: Person) {
    const app = new Hono<WebEnv>()
    app.use(async (c, next) => {
      c.set('person', who)
      c.set('frame', {
        councilName: 'Norchester City Council',
        brandColour: '#0b4a4f',
        person: { name: who.name, roleTitle: who.role },
        sections: [{ text: 'Plan', href: '/plan' }],
        demonstration: true,
        asAt: null,
        loadedOn: null,
        today: clock.today(),
        csrf: 'proof',
      })
      await next()
    })
    app.route(
      '/plan',
      planRoutes({
        records: store.records,
        clock,
        pool: { current: () => Promise.resolve(null) },
        ask: askRooms([{ name: 'board', answers: () => Promise.resolve(BOARD) }], () => ({}) as Services),
      }),
    )
    app.onError((error, c) =>
      c.text(error.name, error instanceof NotFound ? 404 : error instanceof NotAllowed ? 403 : 500),
    )
    return app
  }

  const get = async (who: Person, path: string) => {
    const response = await appFor(who).request(path)
    return { status: response.status, text: await response.text() }
  }
  const post = async (who: Person, path: string, form: Record<string, string>) => {
    const response = await appFor(who).request(path, { method: 'POST', body: new URLSearchParams(form) })
    return { status: response.status, to: response.headers.get('location'), text: await response.text() }
  }
  const action = async (ref: string) =>
    actionsOf(await planTree(store.records, allow(person('board_member'), 'plan:read'))).find(
      (found) => found.ref === ref,
    )!
  const manager = person('programme_manager')
  const CHANGE = {
    version: '1',
    title: 'Reports shared with families on time',
    owner: 'Head of Safeguarding',
    'start_on-day': '13',
    'start_on-month': '10',
    'start_on-year': '2014',
    'due_on-day': '30',
    'due_on-month': '1',
    'due_on-year': '2015',
    progress: 'under_way',
    note: '',
  }

  test('the plan opens with what is so, and finds its own faults', async () => {
    const { status, text } = await get(person('board_member'), '/plan')
    expect(status).toBe(200)
    expect(text).toContain('One action is red and the plan finds two faults in itself.')
    expect(text).toContain('1 due day has passed')
    expect(text).toContain('1 requirement is not covered')
    expect(text).toContain('6 days late')
    expect(text).toContain('Upright line: at the Board of 16 January')
    expect(text).not.toMatch(/style=|<script>/)
  })

  test('who may only read the plan is offered no way to change it, and has none', async () => {
    const reader = person('board_member')
    for (const path of ['/plan', `/plan/actions/${ids['4.2']}`, `/plan/recommendations/${ids['R4']}`]) {
      const { text } = await get(reader, path)
      expect(text).not.toMatch(/href="[^"]*(\/new|\/change|\/rating|\/file)/)
    }
    expect((await get(reader, `/plan/actions/${ids['4.2']}/change`)).status).toBe(403)
    expect((await post(reader, `/plan/actions/${ids['4.2']}/change`, CHANGE)).status).toBe(403)
    expect((await get(reader, '/plan/themes/new')).status).toBe(403)
    expect((await get(person('administrator'), '/plan')).status).toBe(403)
  })

  test('another council’s plan is not found', async () => {
    const stranger = person('programme_manager', 'elsewhere')
    expect((await get(stranger, '/plan')).text).not.toContain('Reports shared')
    expect((await get(stranger, `/plan/actions/${ids['4.2']}`)).status).toBe(404)
    expect((await get(stranger, `/plan/recommendations/${ids['R4']}`)).status).toBe(404)
    expect((await post(stranger, `/plan/actions/${ids['4.2']}/change`, CHANGE)).status).toBe(404)
    expect((await post(stranger, `/plan/milestones/new?under=${ids['4.2']}`, {})).status).toBe(404)
    expect((await get(stranger, '/plan/plan.csv')).text).not.toContain('Reports shared')
  })

  test('the plan can be read by rating, theme and fault', async () => {
    const reader = person('board_member')
    const red = await get(reader, '/plan?rating=red,amber')
    expect(red.text).toContain('Reports shared')
    expect(red.text).not.toContain('Managers see missed')
    const theme = await get(reader, '/plan?theme=T2')
    expect(theme.text).toContain('Reports to the panel are good')
    expect(theme.text).not.toContain('Reports shared')
    const fault = await get(reader, '/plan?fault=date_gone')
    expect(fault.text).toContain('Reports shared')
    expect(fault.text).not.toContain('Managers see missed')
    expect((await get(reader, '/plan?rating=blue')).text).toContain('No actions match')
    expect((await get(reader, '/plan?rating=purple&fault=none')).status).toBe(200)
  })

  test('a form with mistakes says all of them at once and keeps what was typed', async () => {
    const { status, text } = await post(manager, `/plan/actions/${ids['4.2']}/change`, {
      ...CHANGE,
      'due_on-day': '31',
      'due_on-month': '4',
      title: 'A new <title>',
      rating: 'green',
    })
    expect(status).toBe(422)
    expect(text).toContain('<title>Error: Change this action')
    expect(text).toContain('href="#due_on-day">New due day must be a real day, like 30 April 2015')
    expect(text).toContain('href="#rating">Add evidence before you rate this green')
    expect(text).toContain('Say why you give this rating')
    expect(text).toContain('value="A new &lt;title&gt;"')
    expect(text).toMatch(/name="due_on-day"[^>]*value="31"/)
    expect(await action('4.2')).toMatchObject({ title: CHANGE.title, version: 1 })
  })

  test('a due day moves with a reason, and the baseline and the history stay', async () => {
    const moved = { ...CHANGE, 'due_on-day': '31', 'due_on-month': '3' }
    const refused = await post(manager, `/plan/actions/${ids['4.2']}/change`, moved)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Say why the date is moving')
    const saved = await post(manager, `/plan/actions/${ids['4.2']}/change`, {
      ...moved,
      reason: 'The chairs’ form is to be changed',
      rating: 'amber',
      rating_reason: 'A new form is coming',
    })
    expect(saved).toMatchObject({ status: 303, to: `/plan/actions/${ids['4.2']}` })
    expect(await action('4.2')).toMatchObject({ dueOn: '2015-03-31', baselineDueOn: '2015-01-30' })
    const page = await get(manager, `/plan/actions/${ids['4.2']}`)
    expect(page.text).toContain('Due day moved from 30 January 2015 to 31 March 2015')
    expect(page.text).toContain('The chairs’ form is to be changed')
    expect(page.text).toContain('owner says amber')
    expect(page.text).toContain('Its due day has slid 60 days from the baseline.')
  })

  test('two people at once: the second sees both texts and loses neither', async () => {
    const path = `/plan/actions/${ids['4.2']}/change`
    expect((await post(manager, path, { ...CHANGE, note: 'Theirs' })).status).toBe(303)
    const second = await post(person('head_of_service'), path, { ...CHANGE, note: 'Mine' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Somebody else saved first')
    expect(second.text).toMatch(/Saved now:<\/b> Theirs/)
    expect(second.text).toMatch(/You typed:<\/b> Mine/)
    expect(second.text).toContain('name="version" value="2"')
    expect((await action('4.2')).note).toBe('Theirs')
    expect((await post(manager, path, { ...CHANGE, version: '2', note: 'Mine' })).status).toBe(303)
    expect((await action('4.2')).note).toBe('Mine')
  })

  test('nothing is delivered without evidence, and nothing is embedded before its measure has held', async () => {
    const path = `/plan/actions/${ids['4.2']}/change`
    const bare = await post(manager, path, { ...CHANGE, progress: 'delivered' })
    expect(bare.text).toContain('Add evidence that is in date before you mark this delivered')
    expect(bare.text).toContain('Enter the day it was delivered')
    const delivered = await action('4.1')
    const embedded = await post(manager, `/plan/actions/${delivered.id}/change`, {
      ...CHANGE,
      progress: 'embedded',
      'delivered_on-day': '30',
      'delivered_on-month': '1',
      'delivered_on-year': '2015',
      'embedded_on-day': '5',
      'embedded_on-month': '2',
      'embedded_on-year': '2015',
    })
    expect(embedded.status).toBe(422)
    expect(embedded.text).toContain('has not held 90 for 3 months running')
  })

  test('finished work reopens with a reason, and the plan says when', async () => {
    const { id } = await action('4.1')
    const reopened = { ...CHANGE, title: 'Managers see missed conferences', progress: 'under_way' }
    expect((await post(manager, `/plan/actions/${id}/change`, reopened)).text).toContain(
      'Say why the work is reopening',
    )
    const reason = 'Managers stopped answering'
    expect((await post(manager, `/plan/actions/${id}/change`, { ...reopened, reason })).status).toBe(303)
    expect(await action('4.1')).toMatchObject({ progress: 'under_way', deliveredOn: null })
    const page = await get(manager, '/plan')
    expect(page.text).toContain('reopened 5 February')
    expect(page.text).toContain('No action has been embedded since the last Board; one has reopened.')
  })

  test('the clinic confirms a rating with a reason; an owner cannot', async () => {
    const path = `/plan/actions/${ids['4.1']}/rating`
    expect((await get(person('head_of_service'), path)).status).toBe(403)
    const silent = await post(manager, path, { rating: 'amber' })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('Say why you give this rating')
    const blue = await post(manager, path, { rating: 'blue', rating_reason: 'Done' })
    expect(blue.text).toContain('Blue is for embedded work')
    expect((await post(manager, path, { rating: 'amber', rating_reason: '8 of 11' })).status).toBe(303)
    expect((await action('4.1')).standing.shown).toBe('amber')
  })

  test('a theme, a recommendation, an action and what hangs on it can be added by hand', async () => {
    expect(await post(manager, '/plan/themes/new', { ref: 'T3', title: 'Permanence' })).toMatchObject({
      status: 303,
      to: '/plan?theme=T3',
    })
    const tree = await planTree(store.records, allow(manager, 'plan:read'))
    const theme = tree.themes.find(({ ref }) => ref === 'T3')!
    const recommendation = await post(manager, `/plan/recommendations/new?under=${theme.id}`, {
      ref: 'R6',
      title: 'Return interviews',
      asked: 'An independent person interviews each child who has been missing',
      source: 'priority_and_immediate',
      source_note: '',
      owner: '',
      sponsor: '',
    })
    expect(recommendation.status).toBe(303)
    const under = recommendation.to!.split('/').at(-1)!
    expect((await get(manager, `/plan/actions/new?under=${under}`)).text).toContain('value="6.1"')
    const added = await post(manager, `/plan/actions/new?under=${under}`, {
      ref: '6.1',
      title: 'Agree who interviews',
      owner: 'Children’s rights',
      'due_on-day': '31',
      'due_on-month': '3',
      'due_on-year': '2015',
      note: '',
    })
    expect(added.status).toBe(303)
    const id = added.to!.split('/').at(-1)!
    const milestone = await post(manager, `/plan/milestones/new?under=${id}`, {
      title: 'Protocol agreed',
      'due_on-day': '27',
      'due_on-month': '2',
      'due_on-year': '2015',
    })
    expect(milestone).toMatchObject({ status: 303, to: `/plan/actions/${id}` })
    const piece = await post(manager, `/plan/evidence/new?under=${id}`, {
      title: 'Protocol',
      place: 'Shared drive',
      'effective_on-day': '1',
      'effective_on-month': '2',
      'effective_on-year': '2015',
    })
    expect(piece.status).toBe(303)
    const measure = await post(manager, `/plan/measures/new?under=${id}`, {
      series_id: 'as-completed-45wd.from_start',
      months_to_hold: '3',
      aim: '',
    })
    expect(measure.status).toBe(303)
    const twice = await post(manager, `/plan/measures/new?under=${id}`, {
      series_id: 'as-completed-45wd.from_start',
      months_to_hold: '3',
    })
    expect(twice.status).toBe(422)
    const bind = (seriesId: string) =>
      post(manager, `/plan/measures/new?under=${id}`, { series_id: seriesId, months_to_hold: '3' })
    const several = await bind('assessments completed')
    expect(several.status).toBe(422)
    expect(several.text).toContain('More than one measure has the words')
    expect(several.text).toMatch(/type="radio" value="as-completed-45wd\.from_referral"/)
    const wrong = await bind('vacansies')
    expect(wrong.text).toContain('choose one of the nearest')
    expect(wrong.text).toMatch(/type="radio" value="wf-/)
    expect((await bind('xyzzy')).text).toContain('No measure has the words “xyzzy”: type others')
    expect((await bind('cp-2-years.open')).status).toBe(303)
    const built = await action('6.1')
    expect(built).toMatchObject({ baselineDueOn: '2015-03-31', progress: 'not_started' })
    expect(built.milestones.map(({ ref }) => ref)).toEqual(['6.1 M1'])
    expect(built.evidence.map(({ ref, uploadedBy }) => [ref, uploadedBy])).toEqual([
      ['6.1 E1', 'programme manager'],
    ])
    expect(built.bindings).toHaveLength(2)
    expect((await get(manager, `/plan/actions/${id}`)).text).toContain('Measure added')
  })

  test('a reference that is taken is refused with the other way out', async () => {
    const { status, text } = await post(manager, '/plan/themes/new', { ref: 'T1', title: 'Again' })
    expect(status).toBe(422)
    expect(text).toContain('T1 is already in the plan: give this theme another reference')
  })

  test('a measure that stopped counting can be bound again, with its history', async () => {
    const under = ids['R4']
    const binding = recommendationsOf(await planTree(store.records, allow(manager, 'plan:read')))[0]!
      .bindings[0]!
    const stopped = await post(manager, `/plan/measures/${binding.id}/change`, {
      version: '1',
      months_to_hold: '3',
      'removed_on-day': '5',
      'removed_on-month': '2',
      'removed_on-year': '2015',
    })
    expect(stopped.status).toBe(303)
    expect((await get(manager, `/plan/recommendations/${under}`)).text).toContain(
      'Nothing would show a change',
    )
    const again = await post(manager, `/plan/measures/new?under=${under}`, {
      series_id: binding.seriesId,
      months_to_hold: '6',
    })
    expect(again.status).toBe(303)
    const [bound] = recommendationsOf(await planTree(store.records, allow(manager, 'plan:read')))[0]!.bindings
    expect(bound).toMatchObject({ id: binding.id, monthsToHold: 6, removedOn: null })
  })

  test('a recommendation is one thread from what was asked to the sentence of the report', async () => {
    const { status, text } = await get(person('board_member'), `/plan/recommendations/${ids['R4']}`)
    expect(status).toBe(200)
    expect(text).toContain('Much is done; the figures cannot show a change yet.')
    expect(text).toContain('2, of which 1 delivered')
    expect(text).toContain('1 bound')
    expect(text).toContain('1 piece')
    expect(text).toContain('Paragraph 3.4')
    expect(text).toContain('1 sentence to agree')
    expect(text).toContain('No data has been loaded yet.')
    expect(text).toContain('6 days past its due day of 30 January 2015.')
  })

  test('a plan file is taken whole or told what is wrong, row by row', async () => {
    const send = async (text: string) => {
      const body = new FormData()
      body.set('file', new File([text], 'plan.csv', { type: 'text/csv' }))
      const response = await appFor(manager).request('/plan/file?_csrf=proof', { method: 'POST', body })
      return { status: response.status, text: await response.text() }
    }
    const bad = await send('kind,ref,title\ntheme,T9,\n')
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('Row 2: title must be filled in')
    const good = await send(await exportPlan(store.records, allow(manager, 'plan:read')))
    expect(good.status).toBe(200)
    expect(good.text).toContain('0 things added, 0 changed')
    expect((await send('')).text).toContain('Choose a plan file')
    expect((await send('x'.repeat(4 * 1024 * 1024 + 1))).status).toBe(413)
  })
})
