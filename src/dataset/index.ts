export type { Cell, SealedSnapshot } from './sealed.ts'
