export { compareEngines, type EngineAgreement } from './engine-check.ts'
export type { OwnDataset } from './dataset-views.ts'
export { measuresOnPostgres, type EngineRequest } from './postgres-engine.ts'
