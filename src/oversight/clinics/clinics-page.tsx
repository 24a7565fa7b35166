import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import type { TableCell } from '../../ui/components/table.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { clinicHref, listsOf, teamsOf, type Clinic } from './clinic.ts'
import { onAndBy } from './clinic-words.ts'

/** The actions of one clinic, counted. */
export interface ActionCounts {
  raised: number
  closed: number
}

interface ClinicsPageProps {
  frame: FrameProps
  clinics: readonly Clinic[]
  actionsOf: (clinic: Clinic) => ActionCounts
  mayPlan: boolean
}

/** Every clinic: those to come, the soonest first, and those that were held, the latest first. Names no child. */
export function ClinicsPage({ frame, clinics, actionsOf, mayPlan }: ClinicsPageProps) {
  const toCome = clinics.filter(({ state }) => state === 'planned').toReversed()
  const held = clinics.filter(({ state }) => state === 'closed')
  return (
    <Page
      frame={frame}
      title="Performance clinics"
      section="/lists"
      breadcrumbs={[{ text: 'Lists', href: '/lists' }]}
    >
      <PageHeading
        caption="Who is overdue, why, and what by when: child by child, from the lists"
        title="Performance clinics"
        sentence={sentenceOf(toCome, held, frame.today)}
      />
      {mayPlan ? <Button href="/clinics/new" text="Plan a clinic" classes="govuk-button--secondary" /> : null}
      <p class="wm-links">
        <a href="/clinics/actions">Actions of clinics</a> <a href="/clinics.xlsx">Excel</a>{' '}
        <a href="/clinics.csv">CSV</a>
      </p>
      <h2 class="wm-section">To come: {toCome.length}</h2>
      {toCome.length === 0 ? <p>No clinic is planned.</p> : <ToCome clinics={toCome} />}
      <h2 class="wm-section">Held: {held.length}</h2>
      {held.length === 0 ? <p>No clinic has been held.</p> : <Held clinics={held} actionsOf={actionsOf} />}
    </Page>
  )
}

const ToCome = ({ clinics }: Pick<ClinicsPageProps, 'clinics'>) => (
  <ScrollRegion label="Clinics to come">
    <RecordTable
      caption="Clinics to come"
      head={['Clinic', 'Day', 'Chair', 'Teams', 'Lists'].map((text) => ({ text }))}
      rows={clinics.map((clinic) => [
        nameCell(clinic),
        { text: formatDay(clinic.heldOn) + (clinic.startsAt ? `, ${clinic.startsAt}` : '') },
        { text: clinic.chair },
        { text: teamsOf(clinic).join(', ') },
        { text: titlesOf(clinic) },
      ])}
    />
  </ScrollRegion>
)

const Held = ({ clinics, actionsOf }: Pick<ClinicsPageProps, 'clinics' | 'actionsOf'>) => (
  <ScrollRegion label="Clinics that were held">
    <RecordTable
      caption="Clinics that were held"
      head={[
        { text: 'Clinic' },
        { text: 'Day' },
        { text: 'Discussed', format: 'numeric' },
        { text: 'Nobody answered', format: 'numeric' },
        { text: 'Promises kept', format: 'numeric' },
        { text: 'Actions closed', format: 'numeric' },
        { text: 'Signed off' },
      ]}
      rows={clinics.map((clinic) => [
        nameCell(clinic),
        { text: formatDay(clinic.heldOn) },
        number(`${clinic.discussed ?? 0} of ${clinic.children ?? 0}`),
        number(formatNumber(clinic.silent ?? 0)),
        number(`${clinic.kept ?? 0} of ${clinic.promised ?? 0}`),
        number(`${actionsOf(clinic).closed} of ${actionsOf(clinic).raised}`),
        { text: clinic.signedAt === '' ? 'Not yet' : onAndBy(clinic.signedAt, clinic.signedBy) },
      ])}
    />
  </ScrollRegion>
)

const number = (text: string): TableCell => ({ text, format: 'numeric' })

const nameCell = (clinic: Clinic): TableCell => ({
  html: <a href={clinicHref(clinic.id)}>{clinic.title}</a>,
})

export const titlesOf = (clinic: Clinic): string =>
  listsOf(clinic)
    .map(({ title }) => title)
    .join(', ')

function sentenceOf(
  toCome: readonly Clinic[],
  held: readonly Clinic[],
  today: Day,
): { bold: string; rest?: string } {
  const next = toCome.find(({ heldOn }) => heldOn >= today)
  const open = toCome.filter(({ heldOn }) => heldOn < today).length
  const unsigned = held.filter(({ signedAt }) => signedAt === '').length
  const rest = [
    open > 0
      ? `${formatCount(open, 'clinic')} of an earlier day ${open === 1 ? 'is' : 'are'} not closed.`
      : '',
    unsigned > 0 ? `${formatCount(unsigned, 'clinic')} ${unsigned === 1 ? 'is' : 'are'} not signed off.` : '',
  ]
  return {
    bold: next
      ? `The next clinic is ${next.heldOn === today ? 'today' : `on ${formatDay(next.heldOn)}`}: ${next.title}.`
      : 'No clinic is planned.',
    rest: rest.filter(Boolean).join(' '),
  }
}
