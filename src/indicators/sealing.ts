/**
 * The side door: for the program that builds a snapshot in a process of its own. Such a program may not reach a page
 * (`.tsx`), and the front door leads to pages.
 */
export { checkMeasures } from './working-out/check-measures.ts'
export { writeMeasureCases } from './working-out/measure-cases.ts'
export { writeQualityHarm } from './working-out/quality-harm.ts'
