import type { Pass } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { publicEdition, type PublicEdition } from '../../measures/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { publicationRegister } from './published-part-store.ts'

/** The public edition of a snapshot's figures, beside all that the council has published before. */
export const editionOf = (
  snapshot: SealedSnapshot,
  { records, clock }: { records: Records; clock: Clock },
  pass: Pass<'figures:read'>,
): PublicEdition => publicEdition(snapshot, publicationRegister(records, clock, pass))
