import type { PackEntry } from './clinic-pack.ts'

/** Kept is a tick, not kept a crossed ring, cannot tell a dashed ring: always with the word beside it. */
export const VerdictMark = ({ verdict }: Pick<PackEntry, 'verdict'>) => (
  <svg class="wm-verdict" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {verdict === 'kept' ? (
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
