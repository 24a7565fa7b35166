import type { Instant } from '../platform/day.ts'
import { sha256 } from './session.ts'

/** The kinds of entries. The first four are reads of child-level rows. */
export type AuditEvent =
  | 'cases'
  | 'child'
  | 'list'
  | 'export'
  | 'sign-in'
  | 'sign-in-refused'
  | 'sign-out'
  | 'person'
  | 'who-saw'
  | 'restriction'
  | 'refused'

/** A read of child-level rows. `subject` says which: a measure and month, a list's name. Never a child's detail. */
export interface ChildRead {
  what: 'cases' | 'child' | 'export' | 'list'
  subject: string
  /** The ids of the children whose rows are shown. */
  children: readonly string[]
  /** Why this person may see them, in words. */
  why: string
}

/** One link of the chain. Child-level: it names children by id. */
export interface AccessEntry {
  readonly seq: number
  readonly at: Instant
  readonly personId: string | null
  readonly role: string | null
  readonly what: string
  readonly subject: string
  readonly children: readonly string[]
  readonly why: string
  readonly previousHash: string
  readonly hash: string
}

/** The `previousHash` of the first link. */
export const GENESIS = sha256('waymark access log')

/** Covers everything in the link and, through `previousHash`, every link before it. */
export const hashOf = (council: string, entry: Omit<AccessEntry, 'hash'>): string =>
  sha256(
    JSON.stringify([
      council,
      entry.seq,
      entry.at,
      entry.personId,
      entry.role,
      entry.what,
      entry.subject,
      entry.children,
      entry.why,
      entry.previousHash,
    ]),
  )

/** Whether the log is as it was written. `seq` is the first link that is not. */
export type ChainState =
  { ok: true; entries: number; head: string } | { ok: false; entries: number; seq: number; why: string }
