import { formatDayOfYear, type Day } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField } from '../ui/page.tsx'
import type { Doubt } from './doubt.ts'
import { formatReference } from './report-build.ts'
import type { FigureBook } from './figure-book.ts'
import { suggestedWords } from './suggested-words.ts'
import type { BoundFigure, Reading } from './report.ts'

export interface NoteContext {
  frame: FrameProps
  book: FigureBook
  /** `/board/2015-02-10` */
  at: string
}

/** What stands in the text and on its note: the number, in a frame of its own. */
export const NoteNumber = ({ doubt }: { doubt: Doubt }) => (
  <a class="wm-note-number" href={`#note-${doubt.number}`} id={`mark-${doubt.number}`}>
    <span class="govuk-visually-hidden">Note </span>
    {doubt.number}
  </a>
)

/** "600 of 714, as at 31 January"; of a count, its day alone. */
function formatCounts({ numerator, denominator, asAt }: Reading): string {
  const counts =
    numerator !== null && denominator !== null
      ? `${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')}`
      : ''
  return [counts, asAt ? `as at ${formatDayOfYear(asAt)}` : ''].filter(Boolean).join(', ')
}

const dayOfInstant = (at: string) => at.slice(0, 'YYYY-MM-DD'.length) as Day

const WasAndNow = ({ figure, book }: { figure: BoundFigure; book: FigureBook }) => (
  <>
    <p class="wm-note wm-was-now__what">{formatReference(figure.ref, book)}</p>
    <dl class="wm-was-now">
      {figure.agreed ? (
        <div>
          <dt>Was</dt>
          <dd>
            <b>{figure.agreed.shown}</b>{' '}
            <span>
              {formatCounts(figure.agreed)}, agreed {formatDayOfYear(dayOfInstant(figure.agreed.at))} by{' '}
              {figure.agreed.by}
            </span>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>Now</dt>
        <dd>
          <b>{figure.now?.shown ?? 'not available'}</b>{' '}
          <span>
            {figure.now ? formatCounts(figure.now) : ''}
            {figure.now && book.loadedOn ? `, loaded ${formatDayOfYear(book.loadedOn)}` : ''}
          </span>
        </dd>
      </div>
    </dl>
  </>
)

/** What was on the screen when somebody agreed, so that nobody agrees to a figure that they have not seen. */
const Agree = ({
  doubt,
  context,
  again,
}: {
  doubt: Doubt & { kind: 'moved' | 'new' }
  context: NoteContext
  again: boolean
}) => (
  <form method="post" action={`${context.at}/blocks/${doubt.blockId}/agree`}>
    <CsrfField frame={context.frame} />
    {doubt.figures.map(({ ref, now }) => (
      <>
        <input type="hidden" name="ref" value={ref} />
        <input type="hidden" name="seen" value={now?.shown ?? ''} />
      </>
    ))}
    <Button text={again ? 'Agree again' : 'Agree'} classes="govuk-button--secondary" />
    <a href={`${context.at}/blocks/${doubt.blockId}`}>Rewrite</a>
  </form>
)

/** A rate is told with its two counts, so its counts need no lines of their own. */
const toldApart = (figures: readonly BoundFigure[]): BoundFigure[] =>
  figures.filter(({ ref }) => {
    const [measure, field] = ref.split('|')
    const isCount = field === 'numerator' || field === 'denominator'
    return !(isCount && figures.some((figure) => figure.ref === measure))
  })

const isLost = (doubt: Doubt & { kind: 'moved' | 'new' }) => doubt.figures.some(({ now }) => now === null)

const NoteTitle = ({ doubt, text }: { doubt: Doubt; text: string }) => (
  <p class="wm-report-note__title">
    {doubt.number}. {text}
  </p>
)

const MovedNote = ({
  doubt,
  context,
}: {
  doubt: Doubt & { kind: 'moved' | 'new' }
  context: NoteContext
}) => {
  const moved = doubt.kind === 'moved'
  return (
    <>
      <NoteTitle doubt={doubt} text={moved ? 'Moved since it was agreed' : 'To agree for the first time'} />
      {toldApart(doubt.figures).map((figure) => (
        <WasAndNow figure={figure} book={context.book} />
      ))}
      {isLost(doubt) ? (
        <p>
          The data no longer hold this figure, so it cannot be agreed.{' '}
          <a href={`${context.at}/blocks/${doubt.blockId}`}>Rewrite the paragraph</a>
        </p>
      ) : (
        <Agree doubt={doubt} context={context} again={moved} />
      )}
    </>
  )
}

const UnbackedNote = ({ doubt, context }: { doubt: Doubt & { kind: 'unbacked' }; context: NoteContext }) => {
  const key = encodeURIComponent(doubt.figure.key)
  return (
    <>
      <NoteTitle doubt={doubt} text={`No source: “${doubt.figure.key}”`} />
      <p>It was typed by hand and no measure stands behind it.</p>
      <p>
        <Button
          href={`${context.at}/blocks/${doubt.blockId}/source?figure=${key}`}
          text="State its source"
          classes="govuk-button--secondary"
        />
        <a href={`${context.at}/blocks/${doubt.blockId}`}>Bind it to a measure</a>
      </p>
    </>
  )
}

const WordNote = ({ doubt, context }: { doubt: Doubt & { kind: 'word' }; context: NoteContext }) => {
  const { word } = doubt
  const words = suggestedWords(word)
  return (
    <>
      <NoteTitle doubt={doubt} text={`“${word.text}” goes beyond the data`} />
      <p>
        {word.beyond} {words ? `Say “${words}”.` : null}
      </p>
      <form method="post" action={`${context.at}/blocks/${doubt.blockId}/use-words`}>
        <CsrfField frame={context.frame} />
        <input type="hidden" name="word" value={word.key} />
        {words ? <Button text="Use these words" classes="govuk-button--secondary" /> : null}
        <a href={`${context.at}/blocks/${doubt.blockId}/word?word=${encodeURIComponent(word.key)}`}>
          Keep it, with a reason
        </a>
      </form>
    </>
  )
}

/** One note beside the text: what is in doubt, and what settles it. */
export const DoubtNote = ({ doubt, context }: { doubt: Doubt; context: NoteContext }) => (
  <aside class="wm-report-note" id={`note-${doubt.number}`} aria-label={`Note ${doubt.number}`}>
    {doubt.kind === 'unbacked' ? (
      <UnbackedNote doubt={doubt} context={context} />
    ) : doubt.kind === 'word' ? (
      <WordNote doubt={doubt} context={context} />
    ) : (
      <MovedNote doubt={doubt} context={context} />
    )}
  </aside>
)
