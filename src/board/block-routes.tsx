import { Hono, type Context } from 'hono'
import { allow, type Pass, type WebEnv } from '../access/index.ts'
import { NotFound, Stale } from '../platform/errors.ts'
import { checkText } from './block-form.ts'
import { EditBlockPage, KeepWordPage, StateSourcePage, type EditBlockProps } from './block-pages.tsx'
import type { BoardDeps } from './board-deps.ts'
import { suggestedWords, useSuggestedWords } from './direction-word.ts'
import { blockHistory } from './draft-store.ts'
import {
  addBlock,
  agree,
  keepWord,
  saveBlock,
  stateSource,
  changeDraft,
  type DraftChange,
} from './draft-change.ts'
import { lookUp } from './figure-book.ts'
import { parseReference } from './figure-reference.ts'
import { textIn } from './meeting-form.ts'
import { getMeeting } from './meeting-store.ts'
import { openReport, type OpenReport } from './open-report.ts'
import { sentenceText, unitsOf, type Piece } from './report.ts'

interface Opened extends OpenReport {
  pass: Pass<'report:draft'>
}

/** Edits the paragraphs of a draft, agrees their figures and states their sources. */
export const blockRoutes = (deps: BoardDeps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .route('/', textRoutes(deps))
    .route('/', agreeRoutes(deps))
    .route('/', sourceRoutes(deps))
    .route('/', wordRoutes(deps))

async function openFor(deps: BoardDeps, c: Context<WebEnv>): Promise<Opened> {
  const pass = allow(c.var.person, 'report:draft')
  const meeting = await getMeeting(deps.records, pass, c.req.param('meeting') ?? '')
  return { ...(await openReport(deps, pass, meeting)), pass }
}

/** Runs `work` as one change of the open draft. */
const change = <Result,>(
  { records, clock }: BoardDeps,
  open: Opened,
  work: (draft: DraftChange) => Promise<Result>,
) => changeDraft(records, clock, open.pass, open.draft.id, null, work)

const hrefTo = ({ meeting }: OpenReport, blockId: string) => `/board/${meeting.heldOn}#${blockId}`

const textRoutes = (deps: BoardDeps) =>
  new Hono<WebEnv>()
    .get('/:meeting/blocks/:block', async (c) => {
      const open = await openFor(deps, c)
      const { text, version } = blockIn(open, c.req.param('block'))
      return editPage(deps, c, open, { text, version, errors: {} })
    })
    .post('/:meeting/blocks/:block', async (c) => {
      const open = await openFor(deps, c)
      const id = c.req.param('block')
      const form = await c.req.parseBody()
      const version = Number(textIn(form, 'version'))
      const text = textIn(form, 'text')
      const removes = textIn(form, 'take-out') === 'yes'
      const checked = removes ? ({ ok: true, value: '' } as const) : checkText(text)
      if (!checked.ok) return editPage(deps, c, open, { text, version, errors: checked.errors })
      try {
        await change(deps, open, (draft) => saveBlock(draft, id, version, checked.value))
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        const current = await openFor(deps, c)
        const theirs = blockIn(current, id)
        const errors = { text: 'Somebody else changed this part while you were writing' }
        return editPage(deps, c, current, { text, version: theirs.version, errors, theirs: theirs.text })
      }
      return c.redirect(hrefTo(open, removes ? 'settle' : id), 303)
    })
    .get('/:meeting/sections/:section/add', async (c) => {
      const open = await openFor(deps, c)
      return editPage(deps, c, open, { text: '', version: null, errors: {} })
    })
    .post('/:meeting/sections/:section/add', async (c) => {
      const open = await openFor(deps, c)
      const text = textIn(await c.req.parseBody(), 'text')
      const checked = checkText(text)
      if (!checked.ok) return editPage(deps, c, open, { text, version: null, errors: checked.errors })
      const id = await change(deps, open, (draft) =>
        addBlock(draft, open.draft.id, c.req.param('section'), checked.value, ''),
      )
      return c.redirect(hrefTo(open, id), 303)
    })

const agreeRoutes = (deps: BoardDeps) =>
  new Hono<WebEnv>().post('/:meeting/blocks/:block/agree', async (c) => {
    const open = await openFor(deps, c)
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
    await change(deps, open, async (draft) => {
      for (const { ref, now } of figures) await agree(draft, id, ref, now, open.book)
    })
    return c.redirect(hrefTo(open, id), 303)
  })

const sourceRoutes = (deps: BoardDeps) =>
  new Hono<WebEnv>()
    .get('/:meeting/blocks/:block/source', async (c) =>
      sourcePage(c, await openFor(deps, c), c.req.query('figure') ?? '', '', {}),
    )
    .post('/:meeting/blocks/:block/source', async (c) => {
      const open = await openFor(deps, c)
      const form = await c.req.parseBody()
      const [figure, source] = [textIn(form, 'figure'), textIn(form, 'source')]
      const { id } = blockIn(open, c.req.param('block'))
      if (source === '')
        return sourcePage(c, open, figure, source, { source: 'Enter where the figure comes from' })
      pieceIn(open, id, (piece) => piece.kind === 'typed' && piece.key === figure)
      await change(deps, open, (draft) => stateSource(draft, id, figure, source))
      return c.redirect(hrefTo(open, id), 303)
    })

const wordRoutes = (deps: BoardDeps) =>
  new Hono<WebEnv>()
    .get('/:meeting/blocks/:block/word', async (c) =>
      wordPage(c, await openFor(deps, c), c.req.query('word') ?? '', '', {}),
    )
    .post('/:meeting/blocks/:block/word', async (c) => {
      const open = await openFor(deps, c)
      const form = await c.req.parseBody()
      const [word, reason] = [textIn(form, 'word'), textIn(form, 'reason')]
      const { id } = blockIn(open, c.req.param('block'))
      if (reason === '') return wordPage(c, open, word, reason, { reason: 'Enter why the word stays' })
      pieceIn(open, id, (piece) => piece.kind === 'direction' && piece.key === word)
      await change(deps, open, (draft) => keepWord(draft, id, word, reason))
      return c.redirect(hrefTo(open, id), 303)
    })
    .post('/:meeting/blocks/:block/use-words', async (c) => {
      const open = await openFor(deps, c)
      const { id, text, version } = blockIn(open, c.req.param('block'))
      const key = textIn(await c.req.parseBody(), 'word')
      const { piece } = pieceIn(open, id, (found) => found.kind === 'direction' && found.key === key)
      if (piece.kind !== 'direction' || !suggestedWords(piece.text)) throw new NotFound('words to use')
      await change(deps, open, (draft) => saveBlock(draft, id, version, useSuggestedWords(text, piece.text)))
      return c.redirect(hrefTo(open, id), 303)
    })

const listIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')

function blockIn({ draft }: OpenReport, id: string) {
  const block = draft.sections.flatMap(({ blocks }) => blocks).find((candidate) => candidate.id === id)
  if (!block) throw new NotFound(`block ${id}`)
  return block
}

/** A piece of a block, and the sentence that has it; throws NotFound when the text no longer has it. */
function pieceIn({ report }: OpenReport, blockId: string, is: (piece: Piece) => boolean) {
  const block = report.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === blockId)
  const sentence = block ? unitsOf(block).find((unit) => unit.some(is)) : undefined
  const piece = sentence?.find(is)
  if (!sentence || !piece) throw new NotFound(`piece of ${blockId}`)
  return { sentence: sentenceText(sentence), piece }
}

type Edited = Pick<EditBlockProps, 'text' | 'version' | 'errors' | 'theirs'>

async function editPage({ records }: BoardDeps, c: Context<WebEnv>, open: Opened, edited: Edited) {
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
      history={blockId ? await blockHistory(records, open.pass, blockId) : []}
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
    (found) => found.kind === 'direction' && found.key === word,
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
