import type { HomePart } from '../access/index.ts'
import { Button } from '../ui/components/button.tsx'
import { classNames } from '../ui/components/content.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { Page } from '../ui/page.tsx'

const NOTHING: NonNullable<HomePart['lead']> = {
  title: 'Your work',
  sentence: { bold: 'Nothing waits for you today.' },
}

/** Somebody’s own work today, headed by what matters most in the first part that says it. */
export function WorkPage({ frame, parts }: { frame: FrameProps; parts: readonly HomePart[] }) {
  const { title, sentence, first } = parts.find(({ lead }) => lead)?.lead ?? NOTHING
  return (
    <Page frame={frame} title={title} section="/" wide>
      <span class="wm-caption">{frame.person?.roleTitle}</span>
      <h1 class="wm-title">{title}</h1>
      <p class="wm-sentence">
        <b>{sentence.bold}</b> {sentence.rest}
      </p>
      {first ? (
        <p class="wm-first">
          <Button text={first.text} href={first.href} /> {first.note ? <span>{first.note}</span> : null}
        </p>
      ) : null}
      <YourWeek />
      <div class="wm-work">
        {parts.map(({ heading, note, body, narrow }) => (
          <section class={classNames('wm-work__part', narrow && 'wm-work__part--narrow')}>
            <h2 class="wm-section">
              {heading} {note ? <span class="wm-secondary">{note}</span> : null}
            </h2>
            {body}
          </section>
        ))}
      </div>
    </Page>
  )
}

export const YourWeek = () => (
  <p class="govuk-body">
    <a href="/digest">Your week</a>: what changed and what is due, in counts
  </p>
)
