import { formatDayOfYear, type Day } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField } from '../ui/page.tsx'
import type { ReviewItem } from './review-item.ts'
import { formatReference } from './report-build.ts'
import type { FigureBook } from './figure-book.ts'
import { suggestedWords } from './direction-word.ts'
import type { BoundFigure, DatedFigure } from './report.ts'

export interface NoteContext {
  frame: FrameProps
  book: FigureBook
  /** `/board/2015-02-10` */
  path: string
}

/** The number that links a mark in the text with its note. */
export const NoteNumber = ({ item }: { item: ReviewItem }) => (
  <a class="wm-note-number" href={`#note-${item.number}`}>
    <span class="govuk-visually-hidden">Note </span>
    {item.number}
  </a>
)

/** "600 of 714, as at 31 January"; of a count, its day alone. */
function formatCounts({ numerator, denominator, asAt }: DatedFigure): string {
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

/** Sends the figures as shown, so that nobody agrees to a figure that has changed since they saw it. */
const Agree = ({
  item,
  context,
  again,
}: {
  item: ReviewItem & { kind: 'moved' | 'new' }
  context: NoteContext
  again: boolean
}) => (
  <form method="post" action={`${context.path}/blocks/${item.blockId}/agree`}>
    <CsrfField frame={context.frame} />
    {item.figures.map(({ ref, now }) => (
      <>
        <input type="hidden" name="ref" value={ref} />
        <input type="hidden" name="seen" value={now?.shown ?? ''} />
      </>
    ))}
    <Button text={again ? 'Agree again' : 'Agree'} classes="govuk-button--secondary" />
    <a href={`${context.path}/blocks/${item.blockId}`}>Rewrite</a>
  </form>
)

/** A rate is shown with its two counts, so they need no lines of their own. */
const withoutCounts = (figures: readonly BoundFigure[]): BoundFigure[] =>
  figures.filter(({ ref }) => {
    const [measure, field] = ref.split('|')
    const isCount = field === 'numerator' || field === 'denominator'
    return !(isCount && figures.some((figure) => figure.ref === measure))
  })

const isLost = (item: ReviewItem & { kind: 'moved' | 'new' }) => item.figures.some(({ now }) => now === null)

const NoteTitle = ({ item, text }: { item: ReviewItem; text: string }) => (
  <p class="wm-report-note__title">
    {item.number}. {text}
  </p>
)

const MovedNote = ({
  item,
  context,
}: {
  item: ReviewItem & { kind: 'moved' | 'new' }
  context: NoteContext
}) => {
  const moved = item.kind === 'moved'
  return (
    <>
      <NoteTitle item={item} text={moved ? 'Moved since it was agreed' : 'To agree for the first time'} />
      {withoutCounts(item.figures).map((figure) => (
        <WasAndNow figure={figure} book={context.book} />
      ))}
      {isLost(item) ? (
        <p>
          The current data does not have this figure, so it cannot be agreed.{' '}
          <a href={`${context.path}/blocks/${item.blockId}`}>Rewrite the paragraph</a>
        </p>
      ) : (
        <Agree item={item} context={context} again={moved} />
      )}
    </>
  )
}

const UnbackedNote = ({
  item,
  context,
}: {
  item: ReviewItem & { kind: 'unbacked' }
  context: NoteContext
}) => {
  const key = encodeURIComponent(item.figure.key)
  return (
    <>
      <NoteTitle item={item} text={`No source: “${item.figure.key}”`} />
      <p>It is a number or a claim that was typed by hand, and no measure bears it out.</p>
      <p>
        <Button
          href={`${context.path}/blocks/${item.blockId}/source?figure=${key}`}
          text="State its source"
          classes="govuk-button--secondary"
        />
        <a href={`${context.path}/blocks/${item.blockId}`}>Bind it to a measure</a>
      </p>
    </>
  )
}

const WordNote = ({ item, context }: { item: ReviewItem & { kind: 'word' }; context: NoteContext }) => {
  const { word } = item
  const words = suggestedWords(word.text)
  return (
    <>
      <NoteTitle item={item} text={`“${word.text}” goes beyond the data`} />
      <p>
        {word.beyond} {words ? `Say “${words}”.` : null}
      </p>
      <form method="post" action={`${context.path}/blocks/${item.blockId}/use-words`}>
        <CsrfField frame={context.frame} />
        <input type="hidden" name="word" value={word.key} />
        {words ? <Button text="Use these words" classes="govuk-button--secondary" /> : null}
        <a href={`${context.path}/blocks/${item.blockId}/word?word=${encodeURIComponent(word.key)}`}>
          Keep it, with a reason
        </a>
      </form>
    </>
  )
}

export const ReviewNote = ({ item, context }: { item: ReviewItem; context: NoteContext }) => (
  <aside class="wm-report-note" id={`note-${item.number}`} aria-label={`Note ${item.number}`}>
    {item.kind === 'unbacked' ? (
      <UnbackedNote item={item} context={context} />
    ) : item.kind === 'word' ? (
      <WordNote item={item} context={context} />
    ) : (
      <MovedNote item={item} context={context} />
    )}
  </aside>
)
