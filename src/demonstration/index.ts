export {
  installDemonstration,
  type DemonstrationDeps,
  type DemonstrationSize,
} from './install-demonstration.ts'
