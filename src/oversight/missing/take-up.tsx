import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import type { MissingEntry } from './missing-read.ts'
import { entryHref } from './places.ts'

/** A time that only the files have becomes a record before anything is written of it. */
export const TakeUp = ({ frame, entry }: { frame: FrameProps; entry: MissingEntry }) => (
  <form method="post" action={`${entryHref(entry.key)}/take-up`} class="wm-missing-take">
    <CsrfField frame={frame} />
    <button type="submit" class="govuk-button govuk-button--secondary">
      Take up<span class="govuk-visually-hidden"> {entry.childId} from the files</span>
    </button>
  </form>
)
