import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  boardWorld,
  boardWorldMigrations,
  settle,
  someone,
  type BoardWorld,
} from '../../tests/support/board-world.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { allow } from '../access/index.ts'
import { BOARD_REPORT } from '../demonstration/board-report.ts'
import { NotFound, Refused, Stale } from '../platform/errors.ts'
import { blockHistory } from './draft-store.ts'
import { agree, keepWord, saveBlock, stateSource, changeDraft } from './draft-change.ts'
import { lookUp } from './figure-book.ts'
import { parseReference } from './figure-reference.ts'
import { installReport } from './install-report.ts'
import { issueReport } from './issue-report.ts'
import { issueOf, verifyIssues } from './issue-store.ts'
import { isBorneOut } from './compared-claim.ts'
import { openReport, readReport, type OpenReport } from './open-report.ts'
import { reportJson } from './report-json.ts'
import { sentencesFor } from './report-sentences.ts'

const writer = someone('norchester', 'programme_manager')
const drafting = allow(writer, 'report:draft')
const issuing = allow(writer, 'report:issue')
const A2 = 'as-completed-45wd@2015-01'

onBothStores(boardWorldMigrations, (open) => {
  let store: TestStore
  let world: BoardWorld
  const read = async (): Promise<OpenReport> => {
    const meeting = (await readReport(world.deps, writer, '2015-02-10')).meeting
    return openReport(world.deps, drafting, meeting)
  }
  const reviewItems = async () => (await read()).reviewItems.map(({ kind }) => kind)
  const settleAll = async () => {
    const { draft, meeting, book, reviewItems } = await read()
    await changeDraft(store.records, world.deps.clock, drafting, draft.id, null, async (inside) => {
      for (const item of reviewItems) {
        if (item.kind === 'unbacked')
          await stateSource(inside, item.blockId, item.figure.key, 'HR, 4 February')
        else if (item.kind === 'word') await keepWord(inside, item.blockId, item.word.key, 'The Board asked')
        else
          for (const { ref } of item.figures)
            await agree(inside, item.blockId, ref, lookUp(book, meeting, parseReference(ref)!)!, book)
      }
    })
  }

  beforeEach(async () => {
    store = await open()
    world = boardWorld(store.records)
    await settle(world)
    await installReport(world.deps, drafting, BOARD_REPORT)
  })
  afterEach(() => store.close())

  test('“below England” holds where the sentence prints both figures and they say so; “well below” never does', async () => {
    const { book } = await read()
    const references = ['fd-rereferrals@2015-01', 'fd-rereferrals@2015-01|england'].map((text) =>
      parseReference(text)!,
    )
    // 21.4% came back, and 24.2% in England in 2014-15.
    expect(isBorneOut('below England', references, book)).toBe(true)
    expect(isBorneOut('better than England', references, book)).toBe(true)
    expect(isBorneOut('above England', references, book)).toBe(false)
    expect(isBorneOut('well below England', references, book)).toBe(false)
    expect(isBorneOut('below England', references.slice(0, 1), book)).toBe(false)
  })

  test('the demonstration’s report leaves a source, a word and a figure to resolve', async () => {
    expect(await reviewItems()).toEqual(['unbacked', 'word', 'new'])
    const { report } = await read()
    expect(report.sections.map(({ number }) => number).filter((number) => !number.includes('.'))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ])
    const figures = reportJson(report, null).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => block.figures),
    )
    expect(figures.filter(({ shown }) => shown === 'not available')).toEqual([])
    expect(figures.find(({ ref }) => ref === 'as-completed-45wd@2015-01')).toMatchObject({ shown: '84.0%' })
  })

  test('a figure that has moved is flagged with was and now, and the sentence stays as agreed until it is agreed again', async () => {
    await settleAll()
    expect(await reviewItems()).toEqual([])
    world.move('as-completed-45wd', '2015-01', 610, 714)
    const { reviewItems: found, report } = await read()
    // In the table of measures, in its own sentence, where its usual range is said, and in the picture.
    expect(found.map(({ kind }) => kind)).toEqual(['moved', 'moved', 'moved', 'moved'])
    const moved = found[1]!
    expect(moved.kind === 'moved' && moved.figures[0]).toMatchObject({
      ref: A2,
      shown: '84.0%',
      agreed: { shown: '84.0%', numerator: 600, denominator: 714, asAt: '2015-01-31' },
      now: { shown: '85.4%', numerator: 610, denominator: 714 },
      state: 'moved',
    })
    const json = reportJson(report, null).sections.flatMap(({ blocks }) => blocks)
    expect(json.flatMap(({ figures }) => figures)).toContainEqual({
      ref: A2,
      shown: '84.0%',
      agreed: '84.0%',
      now: '85.4%',
      state: 'moved',
    })
    await settleAll()
    expect(await reviewItems()).toEqual([])
    expect(JSON.stringify(reportJson((await read()).report, null))).toContain('85.4% in January')
  })

  test('a figure is flagged when its counts move, though it prints the same', async () => {
    await settleAll()
    world.move('as-completed-45wd', '2015-01', 601, 715)
    expect(await reviewItems()).toContain('moved')
  })

  test('a report is refused while anything is unresolved, and nothing is frozen', async () => {
    const refused = await issueReport(world.deps, issuing, (await read()).meeting)
    expect(refused.ok).toBe(false)
    expect(!refused.ok && refused.reviewItems).toHaveLength(3)
    expect(await issueOf(store.records, drafting, (await read()).meeting.id)).toBeNull()
  })

  test('an issued report is frozen, numbered and hashed, and later figures never enter it', async () => {
    await settleAll()
    const { meeting, draft } = await read()
    const issued = await issueReport(world.deps, issuing, meeting)
    expect(issued.ok && issued.issue).toMatchObject({ number: 1, issuedBy: 'Programme manager' })
    world.move('as-completed-45wd', '2015-01', 620, 714)
    const { report, issue } = await readReport(
      world.deps,
      someone('norchester', 'board_member'),
      '2015-02-10',
    )
    expect(JSON.stringify(reportJson(report, issue))).toContain('dipped to 84.0% in January')
    expect(issue?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await verifyIssues(store.records)).toEqual({ ok: true, detail: '1 issued report' })
    const change = changeDraft(store.records, world.deps.clock, drafting, draft.id, null, () =>
      Promise.resolve(),
    )
    await expect(change).rejects.toThrow(Refused)
    await expect(issueReport(world.deps, issuing, meeting)).rejects.toThrow(Refused)
  })

  test('a report that was changed after its issue is found out', async () => {
    await settleAll()
    await issueReport(world.deps, issuing, (await read()).meeting)
    const { frozen } = await store.records
      .selectFrom('report_issue')
      .select('frozen')
      .executeTakeFirstOrThrow()
    await store.records
      .updateTable('report_issue')
      .set({ frozen: frozen.replaceAll('84.0%', '94.0%') })
      .execute()
    expect(await verifyIssues(store.records)).toEqual({
      ok: false,
      detail: 'Changed since issue: report 1',
    })
  })

  test('every text of a paragraph is kept, and saving over somebody else’s is refused', async () => {
    const { draft } = await read()
    const block = draft.sections[0]!.blocks[0]!
    const save = (text: string) =>
      changeDraft(store.records, world.deps.clock, drafting, draft.id, null, (inside) =>
        saveBlock(inside, block.id, block.version, text),
      )
    await save('One.')
    await expect(save('Two.')).rejects.toThrow(Stale)
    const history = await blockHistory(store.records, drafting, block.id)
    expect(history.map(({ version, text }) => [version, text])).toEqual([
      [2, 'One.'],
      [1, block.text],
    ])
  })

  test('a new number needs its own source; the same words keep theirs', async () => {
    const { draft } = await read()
    const block = draft.sections
      .flatMap(({ blocks }) => blocks)
      .find(({ text }) => text.includes('A taskforce of'))!
    const save = (version: number, text: string) =>
      changeDraft(store.records, world.deps.clock, drafting, draft.id, null, (inside) =>
        saveBlock(inside, block.id, version, text),
      )
    await save(1, `${block.text} More words.`)
    expect(await reviewItems()).toHaveLength(3)
    await save(2, block.text.replace('16 external', '17 external'))
    expect(await reviewItems()).toHaveLength(4)
  })

  test('a meeting and its report are another council’s business', async () => {
    const elsewhere = someone('southby', 'programme_manager')
    await expect(readReport(world.deps, elsewhere, '2015-02-10')).rejects.toThrow(NotFound)
    const { meeting, draft } = await read()
    await expect(openReport(world.deps, allow(elsewhere, 'report:draft'), meeting)).rejects.toThrow(NotFound)
    const change = changeDraft(
      store.records,
      world.deps.clock,
      allow(elsewhere, 'report:draft'),
      draft.id,
      null,
      () => Promise.resolve(),
    )
    await expect(change).rejects.toThrow(NotFound)
  })

  test('a draft is not found by those who do not write it, until it is issued', async () => {
    const member = someone('norchester', 'board_member')
    await expect(readReport(world.deps, member, '2015-02-10')).rejects.toThrow(NotFound)
    expect(await sentencesFor(world.deps, member, { series: 'as-completed-45wd' })).toEqual([])
  })

  test('a measure’s page and a recommendation’s page learn which sentences rest on them', async () => {
    const sentences = await sentencesFor(world.deps, writer, { series: 'as-completed-45wd.from_start' })
    expect(sentences[0]).toMatchObject({ where: 'Paragraph 3.1.3', resolved: false })
    expect(sentences[0]!.text).toContain('dipped to 84.0% in January, 600 of 714')
    const r3 = (await read()).report.sections.find(({ recommendation }) => recommendation?.ref === 'R3')!
    const about = await sentencesFor(world.deps, writer, { recommendation: r3.recommendation!.id })
    expect(about.map(({ text }) => text).join(' ')).toContain('open past day 45')
  })
})
