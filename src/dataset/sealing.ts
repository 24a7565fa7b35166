/**
 * The side door: for the program that builds a snapshot in a process of its own. Such a program may not reach a page
 * (`.tsx`), and the front door leads to pages.
 */
export { sealFiles, type SealRequest } from './building/seal.ts'
export type { SealMessage } from './building/seal-process.ts'
