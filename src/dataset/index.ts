export type { Cell, SealedSnapshot } from './sealed.ts'
export type { BuildConnection } from './build.ts'
