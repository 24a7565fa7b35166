export type { LoadDeps } from './load-deps.ts'
export { load } from './load.ts'
export { faultyLoad } from './load-fault.ts'
