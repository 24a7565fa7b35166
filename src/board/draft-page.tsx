import type { Child } from 'hono/jsx'
import { formatDay, formatWeekday } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page } from '../ui/page.tsx'
import { capital, countOf } from './count-words.ts'
import { describeDoubt, sentencesSettled, type Doubt } from './doubt.ts'
import { DoubtNote, NoteNumber, type NoteContext } from './draft-notes.tsx'
import type { OpenReport } from './report-reading.ts'
import { BlockView, headingText, PlainPiece, SectionHeading, type DrawSentence } from './report-view.tsx'
import type { Piece, Report, ReportSection } from './report.ts'

export interface DraftPageProps {
  frame: FrameProps
  open: OpenReport
  mayIssue: boolean
  /** *Issue* was pressed with something unsettled. */
  refused?: boolean | undefined
}

/** How many doubts the list shows before it says how many more there are. */
const LISTED = 8

export function DraftPage({ frame, open, mayIssue, refused }: DraftPageProps) {
  const { report, doubts, meeting } = open
  const at = `/board/${meeting.heldOn}`
  const context: NoteContext = { frame, book: open.book, at }
  return (
    <Page
      frame={frame}
      title={report.subject}
      section="/board"
      breadcrumbs={[
        { text: 'Board', href: '/board' },
        { text: `Meeting of ${formatDay(meeting.heldOn)}`, href: at },
      ]}
      error={refused}
    >
      {refused ? (
        <ErrorSummary
          titleText="The report cannot be issued yet"
          errorList={doubts.map((doubt) => ({
            text: `${doubt.number}. ${describeDoubt(doubt)}`,
            href: `#note-${doubt.number}`,
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
        <Downloads at={at} read={{ href: `${at}/read`, text: 'Read as a Board member' }} />
      </div>
      <div class="wm-report">
        <Contents report={report} doubts={doubts} />
        <div class="wm-report__body">
          <Settle open={open} context={context} mayIssue={mayIssue} />
          {report.sections.map((section) => (
            <DraftSection section={section} doubts={doubts} context={context} />
          ))}
          <p class="wm-note">
            Dotted underline: bound to a measure or a record. Open it to see what is behind it, as far as your
            role allows.
          </p>
        </div>
      </div>
    </Page>
  )
}

export const Downloads = ({
  at,
  read,
}: {
  at: string
  read?: { href: string; text: string } | undefined
}) => (
  <ul class="wm-report-files">
    {read ? (
      <li>
        <a href={read.href}>{read.text}</a>
      </li>
    ) : null}
    <li>
      <a href={`${at}/report.docx`}>Word</a>
    </li>
    <li>
      <a href={`${at}/report.html`}>HTML file</a>
    </li>
  </ul>
)

/** The parts of the report, each with how much of it is to settle: of a part, with all that stands in it. */
export function Contents({ report, doubts }: { report: Report; doubts: readonly Doubt[] }) {
  const countIn = (section: ReportSection) => {
    const within = report.sections.filter(({ number }) => `${number}.`.startsWith(`${section.number}.`))
    return doubts.filter(({ sectionId }) => within.some(({ id }) => id === sectionId)).length
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
                  <span class="govuk-visually-hidden"> to settle</span>
                </span>
              ) : null}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

interface SettleProps {
  open: OpenReport
  context: NoteContext
  mayIssue: boolean
}

function Settle({ open, context, mayIssue }: SettleProps) {
  const { doubts, report } = open
  const { settled, all } = sentencesSettled(report, doubts)
  const ready = doubts.length === 0
  const agreements = open.draft.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => [...block.agreements.values()]),
  )
  const last = agreements.toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1)
  return (
    <section class="wm-settle" aria-labelledby="settle">
      <div>
        <h2 id="settle">{ready ? 'Ready to issue' : `Not ready to issue: ${doubts.length} to settle`}</h2>
        {ready ? null : (
          <ul class="wm-plain-list">
            {doubts.slice(0, LISTED).map((doubt) => (
              <li>
                <NoteLine doubt={doubt} />
              </li>
            ))}
            {doubts.length > LISTED ? <li>and {doubts.length - LISTED} more in the text below</li> : null}
          </ul>
        )}
      </div>
      <div>
        <p class="wm-note">
          {settled} of {countOf(all, 'sentence, table or picture', 'sentences, tables and pictures')} with a
          figure settled.
          {last
            ? ` Last agreed by ${last.by}, ${formatDay(last.at.slice(0, 10) as typeof open.meeting.heldOn)}.`
            : ''}
        </p>
        {mayIssue ? (
          <form method="post" action={`${context.at}/issue`}>
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

const NoteLine = ({ doubt }: { doubt: Doubt }) => (
  <>
    <span class="wm-note-number" aria-hidden="true">
      {doubt.number}
    </span>{' '}
    <a href={`#note-${doubt.number}`}>{capital(describeDoubt(doubt))}</a>
  </>
)

interface DraftSectionProps {
  section: ReportSection
  doubts: readonly Doubt[]
  context: NoteContext
}

const DraftSection = ({ section, doubts, context }: DraftSectionProps) => (
  <section class="wm-report__section">
    <SectionHeading section={section} />
    {section.blocks.map((block, index) => {
      const own = doubts.filter(({ blockId }) => blockId === block.id)
      const isLast = index === section.blocks.length - 1
      return (
        <div class="wm-report__row" id={block.id}>
          <div class={`wm-report__text wm-report__text--${block.content.kind}`}>
            <BlockView block={block} draw={marked(own)} reading="page" />
            <p class="wm-note">
              {block.owner ? `${block.owner} · ` : ''}
              <a href={`${context.at}/blocks/${block.id}`}>
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
              {own.map((doubt) => (
                <DoubtNote doubt={doubt} context={context} />
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
  <a href={`${context.at}/sections/${section.id}/add`}>
    Add below<span class="govuk-visually-hidden">, at the end of {headingText(section)}</span>
  </a>
)

/** A sentence with its marks: each has a shape of its own, and its number. */
const marked =
  (doubts: readonly Doubt[]): DrawSentence =>
  (sentence, unit) => {
    const own = doubts.filter((doubt) => doubt.unit === unit)
    const numbered = new Set<number>()
    const inside = sentence.map((piece) => {
      const doubt = own.find((each) => isAbout(each, piece))
      const number = doubt && !numbered.has(doubt.number) ? <NoteNumber doubt={doubt} /> : null
      if (doubt) numbered.add(doubt.number)
      return (
        <>
          <MarkedPiece piece={piece} doubt={doubt} />
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

function isAbout(doubt: Doubt, piece: Piece): boolean {
  if (doubt.kind === 'unbacked') return piece.kind === 'typed' && piece.key === doubt.figure.key
  if (doubt.kind === 'word') return piece.kind === 'direction' && piece.key === doubt.word.key
  return piece.kind === 'bound' && doubt.figures.some(({ ref }) => ref === piece.ref)
}

function MarkedPiece({ piece, doubt }: { piece: Piece; doubt: Doubt | undefined }): Child {
  if (!doubt) {
    return piece.kind === 'typed' && piece.source ? (
      <span class="wm-sourced" title={`Source: ${piece.source.source}`}>
        {piece.text}
      </span>
    ) : (
      <PlainPiece piece={piece} reading="page" />
    )
  }
  if (doubt.kind === 'unbacked')
    return <span class="wm-unbacked">{piece.kind === 'typed' ? piece.text : ''}</span>
  if (doubt.kind === 'word')
    return <span class="wm-beyond">{piece.kind === 'direction' ? piece.text : ''}</span>
  return <PlainPiece piece={piece} reading="page" />
}
