import type { Child } from 'hono/jsx'

/** A table that may be wider than the window: it scrolls by itself, by keyboard too, and says what it is. */
export const WideTable = ({ label, children }: { label: string; children: Child }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
  <section class="wm-scroll" aria-label={label} tabindex={0}>
    {children}
  </section>
)
