import { dayInEngland, formatDay } from '../platform/day.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { Button } from '../ui/components/button.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import { DATA_CRUMB, loadTitle } from '../dataset/index.ts'
import type { RegisteredLoad } from './load-register-store.ts'

interface UnsealedLoadProps {
  frame: FrameProps
  load: RegisteredLoad
  mayLoad: boolean
}

const TITLES: Partial<Record<RegisteredLoad['state'], string>> = {
  unfinished: 'This load did not finish',
  'thrown-away': 'This load was thrown away',
}

/** A load that was cut off or thrown away: what became of it, and what to do. */
export function UnsealedLoadPage({ frame, load, mayLoad }: UnsealedLoadProps) {
  const title = TITLES[load.state] ?? loadTitle(dayInEngland(load.endedAt))
  return (
    <Page frame={frame} title={title} section="/data" breadcrumbs={[DATA_CRUMB]}>
      <PageHeading
        caption={`${loadTitle(dayInEngland(load.begunAt))}: ${load.files.join(', ')}, sent by ${load.loadedBy}`}
        title={title}
        sentence={{
          bold: load.sentence,
          rest: `It was found on ${formatDay(dayInEngland(load.endedAt))}. Everyone still sees the load that was in use before.`,
        }}
      />
      {mayLoad && load.state === 'unfinished' && load.seenBy === null ? (
        <form method="post" action={`/data/loads/${load.id}/seen`}>
          <CsrfField frame={frame} />
          <Button text="I have seen this" preventDoubleClick />
        </form>
      ) : null}
      {load.seenBy === null ? null : <p class="govuk-body">Seen by {load.seenBy}.</p>}
      {mayLoad ? (
        <p class="govuk-body">
          <a href="/data/upload">Load the files again</a>
        </p>
      ) : null}
    </Page>
  )
}
