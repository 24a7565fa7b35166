import { Hono, type Context } from 'hono'
import { allow, type Pass, type WebEnv } from '../access/index.ts'
import { NotFound, Stale } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { checkText } from './block-form.ts'
import { EditBlockPage, KeepWordPage, StateSourcePage, type EditBlockProps } from './block-pages.tsx'
import type { BoardDeps } from './board-deps.ts'
import { blockHistory } from './draft-store.ts'
import { addBlock, agree, keepWord, saveBlock, stateSource, writingDraft } from './draft-writing.ts'
import { lookUp } from './figure-book.ts'
import { parseReference } from './figure-reference.ts'
import { textIn } from './meeting-form.ts'
import { theMeeting } from './meeting-store.ts'
import { openReport, type OpenReport } from './report-reading.ts'
import { sentenceText, unitsOf, type Piece } from './report.ts'
import { suggestedWords, useSuggestedWords } from './suggested-words.ts'

interface Opened extends OpenReport {
  pass: Pass<'report:draft'>
  records: Records
}

/** One paragraph of a draft: edited, its figures agreed, its sources stated. */
export const blockRoutes = (deps: BoardDeps): Hono<WebEnv> => {
  const { records, clock } = deps
  const opened = async (c: Context<WebEnv>): Promise<Opened> => {
    const pass = allow(c.var.person, 'report:draft')
    const meeting = await theMeeting(records, pass, c.req.param('meeting') ?? '')
    return { ...(await openReport(deps, pass, meeting)), pass, records }
  }
  const back = ({ meeting }: OpenReport, blockId: string) => `/board/${meeting.heldOn}#${blockId}`

  return new Hono<WebEnv>()
    .get('/:meeting/blocks/:block', async (c) => {
      const open = await opened(c)
      const { text, version } = blockIn(open, c.req.param('block'))
      return editPage(c, open, { text, version, errors: {} })
    })
    .post('/:meeting/blocks/:block', async (c) => {
      const open = await opened(c)
      const id = c.req.param('block')
      const form = await c.req.parseBody()
      const version = Number(textIn(form, 'version'))
      const text = textIn(form, 'text')
      const takesOut = textIn(form, 'take-out') === 'yes'
      const checked = takesOut ? ({ ok: true, value: '' } as const) : checkText(text)
      if (!checked.ok) return editPage(c, open, { text, version, errors: checked.errors })
      try {
        await writingDraft(records, clock, open.pass, open.draft.id, null, (inside) =>
          saveBlock(inside, id, version, checked.value),
        )
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        const now = await opened(c)
        const theirs = blockIn(now, id)
        const errors = { text: 'Somebody else changed this part while you were writing' }
        return editPage(c, now, { text, version: theirs.version, errors, theirs: theirs.text })
      }
      return c.redirect(back(open, takesOut ? 'settle' : id), 303)
    })
    .get('/:meeting/sections/:section/add', async (c) => {
      const open = await opened(c)
      return editPage(c, open, { text: '', version: null, errors: {} })
    })
    .post('/:meeting/sections/:section/add', async (c) => {
      const open = await opened(c)
      const text = textIn(await c.req.parseBody(), 'text')
      const checked = checkText(text)
      if (!checked.ok) return editPage(c, open, { text, version: null, errors: checked.errors })
      const id = await writingDraft(records, clock, open.pass, open.draft.id, null, (inside) =>
        addBlock(inside, open.draft.id, c.req.param('section'), checked.value, ''),
      )
      return c.redirect(back(open, id), 303)
    })
    .post('/:meeting/blocks/:block/agree', async (c) => {
      const open = await opened(c)
      const { id } = blockIn(open, c.req.param('block'))
      const form = await c.req.parseBody({ all: true })
      const refs = listIn(form['ref'])
      const seen = listIn(form['seen'])
      const figures = refs.map((ref, index) => {
        const reference = parseReference(ref)
        const now = reference && lookUp(open.book, open.meeting, reference)
        if (!now) throw new NotFound(`figure ${ref}`)
        if (now.shown !== seen[index]) throw new Stale('The figure has moved again since you read it')
        return { ref, now }
      })
      await writingDraft(records, clock, open.pass, open.draft.id, null, async (inside) => {
        for (const { ref, now } of figures) await agree(inside, id, ref, now, open.book)
      })
      return c.redirect(back(open, id), 303)
    })
    .get('/:meeting/blocks/:block/source', async (c) => {
      const open = await opened(c)
      return sourcePage(c, open, c.req.query('figure') ?? '', '', {})
    })
    .post('/:meeting/blocks/:block/source', async (c) => {
      const open = await opened(c)
      const form = await c.req.parseBody()
      const [figure, source] = [textIn(form, 'figure'), textIn(form, 'source')]
      const { id } = blockIn(open, c.req.param('block'))
      if (source === '')
        return sourcePage(c, open, figure, source, { source: 'Enter where the figure comes from' })
      pieceIn(open, id, (piece) => piece.kind === 'typed' && piece.key === figure)
      await writingDraft(records, clock, open.pass, open.draft.id, null, (inside) =>
        stateSource(inside, id, figure, source),
      )
      return c.redirect(back(open, id), 303)
    })
    .get('/:meeting/blocks/:block/word', async (c) => {
      const open = await opened(c)
      return wordPage(c, open, c.req.query('word') ?? '', '', {})
    })
    .post('/:meeting/blocks/:block/word', async (c) => {
      const open = await opened(c)
      const form = await c.req.parseBody()
      const [word, reason] = [textIn(form, 'word'), textIn(form, 'reason')]
      const { id } = blockIn(open, c.req.param('block'))
      if (reason === '') return wordPage(c, open, word, reason, { reason: 'Enter why the word stays' })
      pieceIn(open, id, (piece) => piece.kind === 'direction' && piece.key === word)
      await writingDraft(records, clock, open.pass, open.draft.id, null, (inside) =>
        keepWord(inside, id, word, reason),
      )
      return c.redirect(back(open, id), 303)
    })
    .post('/:meeting/blocks/:block/use-words', async (c) => {
      const open = await opened(c)
      const { id, text, version } = blockIn(open, c.req.param('block'))
      const key = textIn(await c.req.parseBody(), 'word')
      const { piece } = pieceIn(open, id, (each) => each.kind === 'direction' && each.key === key)
      if (piece.kind !== 'direction' || !suggestedWords(piece)) throw new NotFound('words to use')
      await writingDraft(records, clock, open.pass, open.draft.id, null, (inside) =>
        saveBlock(inside, id, version, useSuggestedWords(text, piece.text)),
      )
      return c.redirect(back(open, id), 303)
    })
}

const listIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')

function blockIn({ draft }: OpenReport, id: string) {
  const block = draft.sections.flatMap(({ blocks }) => blocks).find((each) => each.id === id)
  if (!block) throw new NotFound(`block ${id}`)
  return block
}

/** A piece of a block with the sentence around it; throws NotFound when the text no longer has it. */
function pieceIn({ report }: OpenReport, blockId: string, is: (piece: Piece) => boolean) {
  const block = report.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === blockId)
  const sentence = block ? unitsOf(block).find((unit) => unit.some(is)) : undefined
  const piece = sentence?.find(is)
  if (!sentence || !piece) throw new NotFound(`piece of ${blockId}`)
  return { sentence: sentenceText(sentence), piece }
}

type Edited = Pick<EditBlockProps, 'text' | 'version' | 'errors' | 'theirs'>

async function editPage(c: Context<WebEnv>, open: Opened, edited: Edited) {
  const blockId = c.req.param('block')
  const section = open.report.sections.find(({ id, blocks }) =>
    blockId ? blocks.some((block) => block.id === blockId) : id === c.req.param('section'),
  )
  if (!section) throw new NotFound('section')
  return c.html(
    <EditBlockPage
      {...edited}
      frame={c.var.frame}
      meeting={open.meeting}
      action={c.req.path}
      where={`${section.number} ${section.heading}`}
      history={blockId ? await blockHistory(open.records, open.pass, blockId) : []}
    />,
    Object.keys(edited.errors).length > 0 ? 422 : 200,
  )
}

function sourcePage(
  c: Context<WebEnv>,
  open: OpenReport,
  figure: string,
  source: string,
  errors: Record<string, string>,
) {
  const { sentence } = pieceIn(
    open,
    c.req.param('block') ?? '',
    (piece) => piece.kind === 'typed' && piece.key === figure,
  )
  return c.html(
    <StateSourcePage
      frame={c.var.frame}
      meeting={open.meeting}
      action={c.req.path}
      errors={errors}
      figure={figure}
      sentence={sentence}
      source={source}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function wordPage(
  c: Context<WebEnv>,
  open: OpenReport,
  word: string,
  reason: string,
  errors: Record<string, string>,
) {
  const { sentence, piece } = pieceIn(
    open,
    c.req.param('block') ?? '',
    (each) => each.kind === 'direction' && each.key === word,
  )
  return c.html(
    <KeepWordPage
      frame={c.var.frame}
      meeting={open.meeting}
      action={c.req.path}
      errors={errors}
      word={word}
      text={piece.kind === 'direction' ? piece.text : ''}
      sentence={sentence}
      beyond={piece.kind === 'direction' ? (piece.beyond ?? '') : ''}
      reason={reason}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
