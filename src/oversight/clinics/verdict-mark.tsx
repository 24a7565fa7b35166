import type { PackEntry } from './clinic-pack.ts'

/** Came back is an arrow that turns, kept is a tick, not kept a crossed ring, cannot tell a dashed ring: always with the word beside it. */
export const VerdictMark = ({ verdict, cameBack }: Pick<PackEntry, 'verdict' | 'cameBack'>) => (
  <svg class="wm-verdict" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {cameBack ? (
      <path d="M13 8a5 5 0 1 1-2-4m0-3v3.5H7.5" fill="none" stroke="#0b0c0c" stroke-width="2" />
    ) : verdict === 'kept' ? (
      <path d="M2 8.5 6 12.5 14 3.5" fill="none" stroke="#0b0c0c" stroke-width="2.5" />
    ) : verdict === 'not kept' ? (
      <>
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="#0b0c0c" stroke-width="2" />
        <path d="m5.5 5.5 5 5m0-5-5 5" stroke="#0b0c0c" stroke-width="2" />
      </>
    ) : verdict === 'waiting' ? (
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="#505a5f" stroke-width="1.5" stroke-dasharray="2 2" />
    ) : null}
  </svg>
)
