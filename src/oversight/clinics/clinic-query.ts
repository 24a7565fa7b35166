import { NotFound } from '../../platform/errors.ts'
import { clinicHref } from './clinic.ts'

const SHOWS = ['pack', 'broken', 'open'] as const
export type ClinicShow = (typeof SHOWS)[number]

/** What a page of a clinic was asked to show: its address says it all. */
export interface ClinicQuery {
  /** In pack order, with the promises that were not kept first, or those alone of whom nothing has been said. */
  show: ClinicShow
  /** For a screen that a room looks at: no ages and no forms. */
  projector: boolean
  /** The child whose form is open, by the key of its entry. */
  open: string | null
}

/** Throws NotFound for what no link of ours asks. */
export function readClinicQuery(query: Readonly<Record<string, string>>): ClinicQuery {
  const { show = 'pack', view, open } = query
  const known = SHOWS.find((one) => one === show)
  if (!known) throw new NotFound(`A clinic does not show ${show}`)
  if (view && view !== 'projector') throw new NotFound(`A clinic is not viewed as ${view}`)
  return { show: known, projector: view === 'projector', open: open || null }
}

/** The address of a clinic: it leaves out what goes without saying. */
export const clinicPageHref = (id: string, { show, projector, open }: Partial<ClinicQuery> = {}): string =>
  clinicHref(id, {
    ...(show && show !== 'pack' && { show }),
    ...(projector && { view: 'projector' }),
    ...(open && { open }),
  })
