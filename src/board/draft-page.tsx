import type { Child } from 'hono/jsx'
import { formatDay, formatWeekday } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page } from '../ui/page.tsx'
import { MaterialView, type BoardMaterial } from './board-material.tsx'
import { capital } from './count-words.ts'
import { describeReviewItem, countResolved, type ReviewItem } from './review-item.ts'
import { ReviewNote, NoteNumber, type NoteContext } from './draft-notes.tsx'
import type { OpenReport } from './open-report.ts'
import { BlockView, headingText, PlainPiece, SectionHeading, type DrawSentence } from './report-view.tsx'
import type { Piece, Report, ReportSection } from './report.ts'

interface DraftPageProps {
  frame: FrameProps
  open: OpenReport
  mayIssue: boolean
  /** What the rooms offer to the writer. */
  material: readonly BoardMaterial[]
  /** The person tried to issue it with something unresolved. */
  refused?: boolean | undefined
}

/** How many items the list shows; the rest are counted. */
const MAX_LISTED = 8

export function DraftPage({ frame, open, mayIssue, material, refused }: DraftPageProps) {
  const { report, reviewItems, meeting } = open
  const path = `/board/${meeting.heldOn}`
  const context: NoteContext = { frame, book: open.book, path }
  return (
    <Page
      frame={frame}
      title={report.subject}
      section="/board"
      breadcrumbs={[
        { text: 'Board', href: '/board' },
        { text: `Meeting of ${formatDay(meeting.heldOn)}`, href: path },
      ]}
      error={refused}
    >
      {refused ? (
        <ErrorSummary
          titleText="The report cannot be issued yet"
          errorList={reviewItems.map((item) => ({
            text: `${item.number}. ${describeReviewItem(item)}`,
            href: `#note-${item.number}`,
          }))}
        />
      ) : null}
      <div class="wm-report-head">
        <div>
          <span class="wm-caption">
            {meeting.title}, {formatWeekday(meeting.heldOn)} · draft {report.version}
          </span>
          <h1 class="wm-title">{report.subject}</h1>
        </div>
        <Downloads path={path} read={{ href: `${path}/read`, text: 'Read as a Board member' }} />
      </div>
      <div class="wm-report">
        <Contents report={report} reviewItems={reviewItems} />
        <div class="wm-report__body">
          <Readiness open={open} context={context} mayIssue={mayIssue} />
          <MaterialView material={material} />
          {report.sections.map((section) => (
            <DraftSection section={section} reviewItems={reviewItems} context={context} />
          ))}
          <p class="wm-note">
            Dotted underline: the figure comes from a measure or from the plan. Select it to see its source,
            if your role allows.
          </p>
        </div>
      </div>
    </Page>
  )
}

export const Downloads = ({
  path,
  read,
}: {
  path: string
  read?: { href: string; text: string } | undefined
}) => (
  <ul class="wm-report-files">
    {read ? (
      <li>
        <a href={read.href}>{read.text}</a>
      </li>
    ) : null}
    <li>
      <a href={`${path}/report.docx`}>Word</a>
    </li>
    <li>
      <a href={`${path}/report.html`}>HTML file</a>
    </li>
  </ul>
)

/** The sections of the report, each with the number of items to resolve in it and in the sections under it. */
export function Contents({ report, reviewItems }: { report: Report; reviewItems: readonly ReviewItem[] }) {
  const countIn = (section: ReportSection) => {
    const within = report.sections.filter(({ number }) => `${number}.`.startsWith(`${section.number}.`))
    return reviewItems.filter(({ sectionId }) => within.some(({ id }) => id === sectionId)).length
  }
  return (
    <nav class="wm-report__contents" aria-labelledby="contents">
      <h2 class="wm-report__contents-title" id="contents">
        In this report
      </h2>
      <ol>
        {report.sections.map((section) => {
          const count = countIn(section)
          return (
            <li class={`wm-report__level-${section.level}`}>
              <span class="wm-report__number">{section.number}</span>
              <a href={`#${section.id}`}>{section.heading}</a>
              {count > 0 ? (
                <span class="wm-count">
                  {count}
                  <span class="govuk-visually-hidden"> to resolve</span>
                </span>
              ) : null}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

interface ReadinessProps {
  open: OpenReport
  context: NoteContext
  mayIssue: boolean
}

function Readiness({ open, context, mayIssue }: ReadinessProps) {
  const { reviewItems, report } = open
  const { resolved, all } = countResolved(report, reviewItems)
  const ready = reviewItems.length === 0
  const agreements = open.draft.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => [...block.agreements.values()]),
  )
  const last = agreements.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  return (
    <section class="wm-settle" aria-labelledby="settle">
      <div>
        <h2 id="settle">
          {ready ? 'Ready to issue' : `Not ready to issue: ${reviewItems.length} to resolve`}
        </h2>
        {ready ? null : (
          <ul class="wm-plain-list">
            {reviewItems.slice(0, MAX_LISTED).map((item) => (
              <li>
                <NoteLine item={item} />
              </li>
            ))}
            {reviewItems.length > MAX_LISTED ? (
              <li>and {reviewItems.length - MAX_LISTED} more in the text below</li>
            ) : null}
          </ul>
        )}
      </div>
      <div>
        <p class="wm-note">
          {all === 0
            ? 'No figures in this report yet.'
            : `${resolved} of ${all} ${all === 1 ? 'sentence, table or picture' : 'sentences, tables and pictures'} with a figure resolved.`}
          {last
            ? ` Last agreed by ${last.by}, ${formatDay(last.at.slice(0, 10) as typeof open.meeting.heldOn)}.`
            : ''}
        </p>
        {mayIssue ? (
          <form method="post" action={`${context.path}/issue`}>
            <CsrfField frame={context.frame} />
            <Button text="Issue the report" />
            <p class="wm-note">Issuing freezes every figure, numbers the report and cannot be undone.</p>
          </form>
        ) : (
          <p class="wm-note">The programme manager or the Director issues the report.</p>
        )}
      </div>
    </section>
  )
}

const NoteLine = ({ item }: { item: ReviewItem }) => (
  <>
    <span class="wm-note-number" aria-hidden="true">
      {item.number}
    </span>{' '}
    <a href={`#note-${item.number}`}>{capital(describeReviewItem(item))}</a>
  </>
)

interface DraftSectionProps {
  section: ReportSection
  reviewItems: readonly ReviewItem[]
  context: NoteContext
}

const DraftSection = ({ section, reviewItems, context }: DraftSectionProps) => (
  <section class="wm-report__section">
    <SectionHeading section={section} />
    {section.blocks.map((block, index) => {
      const own = reviewItems.filter(({ blockId }) => blockId === block.id)
      const isLast = index === section.blocks.length - 1
      return (
        <div class="wm-report__row" id={block.id}>
          <div class={`wm-report__text wm-report__text--${block.content.kind}`}>
            <BlockView block={block} draw={marked(own)} medium="page" />
            <p class="wm-note">
              {block.owner ? `${block.owner} · ` : ''}
              <a href={`${context.path}/blocks/${block.id}`}>
                Edit<span class="govuk-visually-hidden"> this part of {headingText(section)}</span>
              </a>
              {isLast ? (
                <>
                  {' · '}
                  <AddLink section={section} context={context} />
                </>
              ) : null}
            </p>
          </div>
          {own.length > 0 ? (
            <div class="wm-report__notes">
              {own.map((item) => (
                <ReviewNote item={item} context={context} />
              ))}
            </div>
          ) : null}
        </div>
      )
    })}
    {section.blocks.length === 0 ? (
      <p class="wm-note">
        <AddLink section={section} context={context} />
      </p>
    ) : null}
  </section>
)

const AddLink = ({ section, context }: { section: ReportSection; context: NoteContext }) => (
  <a href={`${context.path}/sections/${section.id}/add`}>
    Add below<span class="govuk-visually-hidden">, at the end of {headingText(section)}</span>
  </a>
)

/** A sentence with its review marks and their numbers. */
const marked =
  (reviewItems: readonly ReviewItem[]): DrawSentence =>
  (sentence, unit) => {
    const own = reviewItems.filter((item) => item.unit === unit)
    const numbered = new Set<number>()
    const inside = sentence.map((piece) => {
      const item = own.find((candidate) => isAbout(candidate, piece))
      const number = item && !numbered.has(item.number) ? <NoteNumber item={item} /> : null
      if (item) numbered.add(item.number)
      return (
        <>
          <MarkedPiece piece={piece} item={item} />
          {number}
        </>
      )
    })
    return own.some(({ kind }) => kind === 'moved' || kind === 'new') ? (
      <span class="wm-moved">{inside}</span>
    ) : (
      <>{inside}</>
    )
  }

function isAbout(item: ReviewItem, piece: Piece): boolean {
  if (item.kind === 'unbacked') return piece.kind === 'typed' && piece.key === item.figure.key
  if (item.kind === 'word') return piece.kind === 'direction' && piece.key === item.word.key
  return piece.kind === 'bound' && item.figures.some(({ ref }) => ref === piece.ref)
}

function MarkedPiece({ piece, item }: { piece: Piece; item: ReviewItem | undefined }): Child {
  if (!item) {
    return piece.kind === 'typed' && piece.source ? (
      <span class="wm-sourced" title={`Source: ${piece.source.source}`}>
        {piece.text}
      </span>
    ) : (
      <PlainPiece piece={piece} medium="page" />
    )
  }
  if (item.kind === 'unbacked')
    return <span class="wm-unbacked">{piece.kind === 'typed' ? piece.text : ''}</span>
  if (item.kind === 'word')
    return <span class="wm-beyond">{piece.kind === 'direction' ? piece.text : ''}</span>
  return <PlainPiece piece={piece} medium="page" />
}
