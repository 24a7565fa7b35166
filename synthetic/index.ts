export type { CouncilPlan, Timeliness } from './plans/council-plan.ts'
export { councilsOf, COUNCIL_SIZES, type CouncilSize } from './plans/sizes.ts'
export { cityCouncil } from './plans/city-council.ts'
export { smallCouncil } from './plans/small-council.ts'
export { averageAuthority } from './plans/england.ts'
export { simulateAdopters, simulateFamilies, workforceOf } from './simulation/council-simulation.ts'
export type { AdopterLog } from './adopter-log.ts'
export type { ChildLog, FamilyLog, RecordedEvent } from './event-log.ts'
export { openAnnexAWriter, takeExtract, type AnnexALists } from './annex-a/writer.ts'
export { ANNEX_A_WINDOWS, type AnnexAWindow } from './annex-a/list-window.ts'
export { openCaptureWriter } from './capture/writer.ts'
export { EXTRACT_RHYTHMS, type ExtractRhythm } from './extract-days.ts'
export type { CouncilWriter, WriterSetting, WrittenFile } from './files/written-file.ts'
export {
  generate,
  type GeneratedCouncil,
  type GenerationProgress,
  type GenerationRequest,
} from './generation.ts'
export { simulateCouncil } from './simulate-council.ts'
export { GENERATED_FORMATS, type GeneratedFormat } from './writers.ts'
export { viewOn } from './extract-view.ts'
export { calibrationReport, type CalibrationRow } from './calibration/report.ts'
export { printCalibration } from './calibration/printed-report.ts'
export { openCouncilCount, type CouncilCount, type CountedCouncil } from './calibration/council-count.ts'
