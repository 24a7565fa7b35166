export { SPLITS } from './figures/figure.ts'
export {
  addEngineOptions,
  loadedSnapshot,
  wantedOf,
  withEngine,
  type EngineOptions,
} from './postgres/command.ts'
