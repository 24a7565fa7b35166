import type { DatabaseAddress } from '../intake/index.ts'
import type { Day } from '../platform/day.ts'
import type { Incoming } from './incoming.ts'
import type { SealStep } from './seal.ts'

export interface LoadRequest {
  /** Files and folders as the person named them. */
  paths: readonly string[]
  /** A case system's database, read with the files or in their place. */
  database?: DatabaseAddress | undefined
  asAt?: Day | undefined
  /** The first day whose events the files promise; worked out from the rows when it is not declared. */
  windowFrom?: Day | undefined
  /** Of files in which several authorities are stacked, the one whose rows are read. */
  authority?: string | undefined
  /** Of files that came by the web: the folder they were put in, which the load takes over. */
  incoming?: Incoming | undefined
  /** Read and seal files that made a snapshot before. */
  again?: boolean | undefined
  /** Tables that the files do not bring are taken over from the snapshot in use, each as at its own day. */
  carryForward?: boolean | undefined
  /** What becomes of a load without tables that the snapshot in use has: without an answer they go. */
  losses?: 'accept' | 'refuse' | 'wait' | undefined
  /**
   * What becomes of a load that nothing stops: it is sealed; or it waits for someone to say whether it is to be; or it
   * was only to be looked at, and leaves nothing behind.
   */
  ending?: 'seal' | 'wait' | 'forget' | undefined
}

export interface LoadProgress {
  step: 'waiting' | SealStep
  rows: number
}
