import { dayInEngland, formatDay, type Instant } from '../../platform/day.ts'
import { Button } from '../../ui/components/button.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'

interface CalendarPageProps {
  frame: FrameProps
  /** When the address that holds now was made; null while there is none. */
  madeAt: Instant | null
  /** The whole address, in the answer that made it; null ever after. */
  shown: string | null
}

/** A person's own calendar address: made, copied once, revoked. */
export const CalendarPage = ({ frame, madeAt, shown }: CalendarPageProps) => (
  <Page
    frame={frame}
    title="Your calendar"
    section="/lists"
    breadcrumbs={[
      { text: 'Lists', href: '/lists' },
      { text: 'Diary', href: '/diary' },
    ]}
  >
    <PageHeading
      caption="Your account"
      title="Your calendar"
      sentence={{
        bold:
          madeAt === null
            ? 'You have no calendar address.'
            : `Your calendar address was made on ${formatDay(dayInEngland(madeAt))}.`,
        rest: 'It brings the times of the conferences and reviews that you may see into your own calendar, with a link to each. It never holds a child, a worker or a place.',
      }}
    />
    {shown === null ? null : (
      <div class="govuk-inset-text">
        <Input
          name="address"
          label={{ text: 'Copy this address now: it is not shown again' }}
          hint={{
            text: 'In Outlook: Add calendar, Subscribe from web. Whoever has the address can see the times.',
          }}
          value={shown}
          attributes={{ readonly: 'readonly' }}
        />
      </div>
    )}
    <form method="post" action="/calendar" novalidate>
      <CsrfField frame={frame} />
      <Button
        text={madeAt === null ? 'Make an address' : 'Make a new address, and revoke this one'}
        preventDoubleClick
      />
    </form>
    {madeAt === null ? null : (
      <form method="post" action="/calendar/revoke" novalidate>
        <CsrfField frame={frame} />
        <Button text="Revoke the address" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    )}
    <p class="wm-note">
      Waymark keeps no copy of the address, so nobody can look it up. A calendar that asks at a revoked
      address is told so. Changes and cancellations reach your calendar when it next asks, usually within some
      hours. Each time that it asks is recorded.
    </p>
  </Page>
)
