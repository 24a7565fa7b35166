import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { allow, operator, type Person } from '../access/index.ts'
import { stoppedClock } from '../platform/day.ts'
import { NotFound, Refused, Stale } from '../platform/errors.ts'
import { addRecord, changeRecord, getRecord, recordTableFaults, type Values } from '../records/index.ts'
import { actionKind } from './action.ts'
import { milestoneKind } from './milestone.ts'
import { bindingsOf, planTree } from './tree-store.ts'
import { exportPlan, importPlan } from './plan-csv.ts'
import type { PlanDocument } from './plan-document.ts'
import { installPlan } from './plan-install.ts'
import { actionsOf, recommendationsOf } from './plan-tree.ts'
import { confirmRating, giveRating } from './rating-store.ts'
import { planMigrations } from './migrations.ts'
import { planChanges, PLAN_KINDS, planTransaction } from './plan-items.ts'

const clock = stoppedClock('2015-02-05')
const norchester = operator('norchester')
const elsewhere = operator('elsewhere')
const reading = (person: Person) => allow(person, 'plan:read')
const editing = (person: Person) => allow(person, 'plan:write')

const PLAN: PlanDocument = {
  themes: [{ ref: 'T1', title: 'Practice quality and capacity' }],
  recommendations: [
    {
      ref: 'R3',
      theme: 'T1',
      title: 'Managers keep a grip on every assessment',
      asked: 'Oversight',
      source: 'priority_and_immediate',
      owner: 'Head of Assessment',
      sponsor: 'Deputy Director',
    },
  ],
  actions: [
    {
      ref: '3.2',
      recommendation: 'R3',
      title: 'Drift lists answered',
      owner: 'Heads of service',
      startOn: '2014-12-15',
      dueOn: '2015-02-27',
      progress: 'under_way',
      note: '141 of 412 answered',
    },
    { ref: '3.10', recommendation: 'R3', title: 'Say "=no"\nto drift, always', dueOn: '2015-03-31' },
  ],
  milestones: [{ action: '3.2', title: 'First clinic', dueOn: '2015-02-27' }],
  measures: [{ of: 'R3', seriesId: 'as-completed-45wd.from_start', landedOn: '2014-10-24', aim: 90 }],
  evidence: [
    {
      action: '3.2',
      title: 'Drift list, January',
      place: '=Shared drive, PI/2015/01',
      effectiveOn: '2015-01-31',
      expiresOn: '2015-04-12',
      uploadedAt: '2015-02-02',
    },
  ],
  ratings: [
    { action: '3.2', rating: 'green', reason: 'On course', by: 'Heads of service', at: '2015-01-12' },
    {
      action: '3.2',
      rating: 'amber',
      step: 'confirmed',
      reason: 'Answers are slow',
      by: 'Clinic',
      at: '2015-01-26',
    },
  ],
  changes: [],
}

onBothStores(planMigrations, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const install = async (plan = PLAN, person = norchester) => {
    expect(await installPlan(store.records, editing(person), clock, plan)).toMatchObject({ ok: true })
  }
  const actionNamed = async (ref: string) =>
    actionsOf(await planTree(store.records, reading(norchester))).find((action) => action.ref === ref)!

  test('a plan is read back in its order, with what hangs on each action', async () => {
    await install()
    const tree = await planTree(store.records, reading(norchester))
    expect(actionsOf(tree).map(({ ref }) => ref)).toEqual(['3.2', '3.10'])
    const [recommendation] = recommendationsOf(tree)
    expect(recommendation?.bindings.map(({ seriesId, monthsToHold }) => [seriesId, monthsToHold])).toEqual([
      ['as-completed-45wd.from_start', 3],
    ])
    const action = actionsOf(tree)[0]!
    expect(action.milestones.map(({ ref }) => ref)).toEqual(['3.2 M1'])
    expect(action.evidence.map(({ ref }) => ref)).toEqual(['3.2 E1'])
    expect(action.baselineDueOn).toBe('2015-02-27')
    expect(action.standing).toMatchObject({ shown: 'amber', disagrees: true })
    expect(action.ratings.map(({ at }) => at)).toEqual([
      '2015-01-12T12:00:00.000Z',
      '2015-01-26T12:00:00.000Z',
    ])
  })

  test('another council sees nothing of it, by list or by id', async () => {
    await install()
    expect(await planTree(store.records, reading(elsewhere))).toEqual({ themes: [] })
    const { id, version } = await actionNamed('3.2')
    await expect(getRecord(store.records, reading(elsewhere), actionKind, id)).rejects.toThrow(NotFound)
    await expect(
      planTransaction(store.records, editing(elsewhere), clock, (open) =>
        changeRecord(open, actionKind, id, version, { title: 'Theirs' }),
      ),
    ).rejects.toThrow(NotFound)
    expect(await planChanges(store.records, reading(elsewhere))).toEqual([])
    expect(await exportPlan(store.records, reading(elsewhere))).not.toContain('Drift')
  })

  test('two councils may use the same refs', async () => {
    await install()
    await install(PLAN, elsewhere)
    expect(actionsOf(await planTree(store.records, reading(elsewhere)))).toHaveLength(2)
  })

  test('a change keeps what was, what is, who, when and why', async () => {
    await install()
    const { id, version } = await actionNamed('3.2')
    await planTransaction(store.records, editing(norchester), clock, (open) =>
      changeRecord(
        open,
        actionKind,
        id,
        version,
        { dueOn: '2015-03-31', note: 'Slower' },
        'Two clinics were lost',
      ),
    )
    const history = (await planChanges(store.records, reading(norchester), id)).filter(
      ({ field }) => field !== 'created',
    )
    expect(history).toHaveLength(2)
    expect(history.find(({ field }) => field === 'due_on')).toMatchObject({
      was: '2015-02-27',
      now: '2015-03-31',
      reason: 'Two clinics were lost',
      byName: 'Command line',
      at: '2015-02-05T12:00:00.000Z',
    })
    expect(await actionNamed('3.2')).toMatchObject({ baselineDueOn: '2015-02-27', version: version + 1 })
  })

  test('a due day does not move without a reason, and a baseline does not move', async () => {
    await install()
    const { id, version } = await actionNamed('3.2')
    const change = (draft: Partial<Values<typeof actionKind.fields>>, reason?: string) =>
      planTransaction(store.records, editing(norchester), clock, (open) =>
        changeRecord(open, actionKind, id, version, draft, reason),
      )
    await expect(change({ dueOn: '2015-03-31' })).rejects.toThrow(Refused)
    await expect(change({ baselineDueOn: '2015-03-31' }, 'It slid')).rejects.toThrow(Refused)
    expect(await actionNamed('3.2')).toMatchObject({ dueOn: '2015-02-27', version })
  })

  test('anyone who saves over a newer version is told, and nothing is lost', async () => {
    await install()
    const { id, version } = await actionNamed('3.2')
    const note = (text: string) =>
      planTransaction(store.records, editing(norchester), clock, (open) =>
        changeRecord(open, actionKind, id, version, { note: text }),
      )
    await note('Theirs')
    await expect(note('Mine')).rejects.toThrow(Stale)
    expect(await actionNamed('3.2')).toMatchObject({ note: 'Theirs', version: version + 1 })
  })

  test('green is refused without evidence in date, and blue before the work is embedded', async () => {
    await install()
    const bare = await actionNamed('3.10')
    const rate = (id: string, rating: 'green' | 'blue') =>
      planTransaction(store.records, editing(norchester), clock, (open) =>
        giveRating(open, id, 'proposed', { rating, reason: 'Looks good' }),
      )
    expect(await rate(bare.id, 'green')).toEqual({
      ok: false,
      errors: { rating: 'Add evidence before you rate this green' },
    })
    const shown = await actionNamed('3.2')
    expect(await rate(shown.id, 'green')).toMatchObject({ ok: true })
    expect(await rate(shown.id, 'blue')).toMatchObject({ ok: false })
  })

  test('owner and clinic are kept apart until they agree', async () => {
    await install()
    const { id } = await actionNamed('3.2')
    await confirmRating(store.records, allow(norchester, 'plan:confirm'), clock, id, {
      rating: 'green',
      reason: 'Evidence seen',
    })
    const { standing, ratings } = await actionNamed('3.2')
    expect(standing).toMatchObject({ shown: 'green', disagrees: false })
    expect(ratings.at(-1)).toMatchObject({ was: 'amber', rating: 'green', step: 'confirmed' })
  })

  test('a measure says where the plan uses it', async () => {
    await install()
    const places = await bindingsOf(store.records, reading(norchester), 'as-completed-45wd.from_start')
    expect(places).toMatchObject([{ recommendation: { ref: 'R3' }, action: null }])
    expect(await bindingsOf(store.records, reading(norchester), 'cp-rate.open')).toEqual([])
    expect(await bindingsOf(store.records, reading(elsewhere), 'as-completed-45wd.from_start')).toEqual([])
  })

  test('an export imported into an empty plan exports the same bytes, history and all', async () => {
    await install()
    const { id, version } = await actionNamed('3.2')
    await planTransaction(store.records, editing(norchester), clock, (open) =>
      changeRecord(
        open,
        actionKind,
        id,
        version,
        { dueOn: '2015-03-31', note: '' },
        'Two clinics, "lost"\nto snow',
      ),
    )
    const file = await exportPlan(store.records, reading(norchester))
    const later = stoppedClock('2015-06-30')
    expect(await importPlan(store.records, editing(elsewhere), later, file)).toMatchObject({
      ok: true,
      value: { added: 7, changed: 0 },
    })
    expect(await exportPlan(store.records, reading(elsewhere))).toBe(file)
  })

  test('importing a file again changes nothing', async () => {
    await install()
    const file = await exportPlan(store.records, reading(norchester))
    const again = await importPlan(store.records, editing(norchester), clock, file)
    expect(again).toMatchObject({ ok: true, value: { added: 0, changed: 0, unchanged: 7 } })
    expect(await exportPlan(store.records, reading(norchester))).toBe(file)
  })

  test('a plan that Excel saved again, in its own encoding and with its own separator, is the same plan', async () => {
    await install()
    const file = (await exportPlan(store.records, reading(norchester))).replace('\uFEFF', '')
    const curled = file.replaceAll('Practice quality', 'Practice’s quality')
    const saved = Buffer.from(curled.replaceAll('’', '\u0092'), 'latin1')
    const unmarked = Buffer.from(`\uFEFF${curled}`, 'utf16le')
    for (const bytes of [saved, unmarked]) {
      expect(await importPlan(store.records, editing(elsewhere), clock, bytes)).toMatchObject({ ok: true })
      expect(await exportPlan(store.records, reading(elsewhere))).toContain('Practice’s quality')
    }
  })

  test('any plan survives the journey through a file', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => {
      const plain = text.replaceAll('\u0000', '')
      return plain === text && text.trim() !== '' && !text.includes('\r') && !/^'[=+\-@\t]/.test(text)
    })
    await fc.assert(
      fc.asyncProperty(word, word, word, async (title, note, reason) => {
        const council = operator(`c-${Math.random()}`)
        const copy = operator(`${council.council}-copy`)
        await installPlan(store.records, editing(council), clock, {
          ...PLAN,
          actions: [{ ref: '1.1', recommendation: 'R3', title, note, dueOn: '2015-03-31' }],
          milestones: [],
          evidence: [],
          ratings: [{ action: '1.1', rating: 'red', reason }],
        })
        const file = await exportPlan(store.records, reading(council))
        expect(await importPlan(store.records, editing(copy), clock, file)).toMatchObject({
          ok: true,
        })
        expect(await exportPlan(store.records, reading(copy))).toBe(file)
        const [action] = actionsOf(await planTree(store.records, reading(copy)))
        expect(action).toMatchObject({ title, note })
      }),
      { numRuns: 25 },
    )
  })

  test('bad rows are named with what to do, and nothing of the file is taken', async () => {
    const file = [
      'kind,ref,parent,title,source,due_on,measure,reason,rating',
      'theme,T1,,Practice,,,,,',
      'recommendation,R1,T1,Caseloads,ofsted,,,,',
      'action,1.1,R1,Fill every vacancy,,2015-02-30,,,',
      '',
      'action,1.2,R9,Review caseloads,,2015-02-28,,,',
      'measure,,R1,,,,no-such-measure,,',
      'rating,,1.1,,,,,,purple',
      'wish,,,,,,,,',
    ].join('\n')
    const found = await importPlan(store.records, editing(norchester), clock, file)
    expect(found).toEqual({
      ok: false,
      errors: {
        'row 3':
          'source must be one of priority_and_immediate, area_for_improvement, improvement_notice, monitoring_visit, own',
        'row 4': 'due_on must be a real day, like 2015-04-30',
        'row 7': 'there is no measure no-such-measure: see the catalogue for its id',
        'row 8': 'rating must be one of red, amber, green, blue; reason must be filled in',
        'row 9':
          'kind must be one of theme, recommendation, action, milestone, measure, evidence, rating, change',
      },
    })
    expect(await planTree(store.records, reading(norchester))).toEqual({ themes: [] })
  })

  test('a file may leave a column out: what is new is empty there, and what the plan has is left alone', async () => {
    const bring = (file: string) => importPlan(store.records, editing(norchester), clock, file)
    const file = 'kind,ref,parent,title,source\ntheme,T1,,Practice,\nrecommendation,R3,T1,Grip,own\n'
    expect(await bring(file)).toMatchObject({ ok: true, value: { added: 2 } })
    const [added] = recommendationsOf(await planTree(store.records, reading(norchester)))
    expect(added).toMatchObject({ asked: '', owner: '', position: 1 })
    await install()
    expect(await bring(file)).toMatchObject({ ok: true, value: { changed: 2 } })
    const [kept] = recommendationsOf(await planTree(store.records, reading(norchester)))
    expect(kept).toMatchObject({
      title: 'Grip',
      source: 'own',
      asked: 'Oversight',
      sponsor: 'Deputy Director',
    })
  })

  test('a row under something that does not exist takes the whole file down', async () => {
    const file =
      'kind,ref,parent,title,due_on\ntheme,T1,,Practice,\naction,1.2,R9,Review caseloads,2015-02-28\n'
    expect(await importPlan(store.records, editing(norchester), clock, file)).toEqual({
      ok: false,
      errors: {
        'row 3': 'There is no recommendation R9 for this to belong to: add it, or put the ref right',
      },
    })
    expect(await planTree(store.records, reading(norchester))).toEqual({ themes: [] })
  })

  test('importing over a plan changes by ref, with history, and wants a reason for a due day that moves', async () => {
    await install()
    const move = (reason: string) =>
      importPlan(
        store.records,
        editing(norchester),
        clock,
        `kind,ref,parent,title,due_on,reason\naction,3.2,R3,Drift lists answered,2015-03-31,${reason}\n`,
      )
    expect(await move('')).toEqual({ ok: false, errors: { 'row 2': '3.2: Say why the due day is moving' } })
    expect(await move('Clinics start late')).toMatchObject({ ok: true, value: { changed: 1 } })
    const action = await actionNamed('3.2')
    expect(action).toMatchObject({
      dueOn: '2015-03-31',
      owner: 'Heads of service',
      note: '141 of 412 answered',
    })
    expect(action.changes.at(-1)).toMatchObject({ field: 'due_on', reason: 'Clinics start late' })
  })

  test('a measure named by its alias is bound under its own id', async () => {
    await install({ ...PLAN, measures: [] })
    const file = 'kind,parent,measure\nmeasure,R3,as-completed-45wd\n'
    await importPlan(store.records, editing(norchester), clock, file)
    const places = await bindingsOf(store.records, reading(norchester), 'as-completed-45wd.from_start')
    expect(places).toHaveLength(1)
  })

  test('something that is no plan is refused in one sentence', async () => {
    for (const file of ['', 'name,address\na,b\n', 'kind,ref\n', '"kind\n', 'kind,colour\ntheme,red\n']) {
      const found = await importPlan(store.records, editing(norchester), clock, file)
      expect(found).toMatchObject({ ok: false, errors: { file: expect.any(String) as string } })
    }
  })

  test('the tables of a store that is up to date are what the definitions say', async () => {
    expect(await recordTableFaults(store.records, PLAN_KINDS)).toEqual([])
  })

  test('an item can be added by hand, and its history starts with it', async () => {
    await install()
    const { id } = await actionNamed('3.2')
    const milestone = await planTransaction(store.records, editing(norchester), clock, (open) =>
      addRecord(open, milestoneKind, {
        actionId: id,
        ref: '3.2 M2',
        title: 'Every list answered',
        dueOn: '2015-03-13',
        metOn: null,
      }),
    )
    const history = await planChanges(store.records, reading(norchester), id)
    expect(history.filter(({ subjectId }) => subjectId === milestone)).toMatchObject([
      { field: 'created', now: 'Every list answered', subject: 'milestone' },
    ])
  })
})
