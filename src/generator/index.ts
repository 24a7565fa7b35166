export { smallCouncil, type CouncilPlan, type Grip } from './plans/council-plan.ts'
export { simulateAdopters, simulateFamilies, workforceOf } from './simulation/council-simulation.ts'
export type { AdopterLog, ChildLog, FamilyLog, Happening } from './event-log.ts'
export {
  annexACsvs,
  annexAWorkbook,
  takeExtract,
  type AnnexALists,
  type ExtractTitle,
} from './annex-a/workbook.ts'
