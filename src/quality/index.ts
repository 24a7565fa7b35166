export { writeQualityHarm } from './harm.ts'
export { qualityCases, qualityIn, qualityOf } from './quality-read.ts'
export { reconciliationIn } from './reconciliation-read.ts'
export { writeQuality } from './write-quality.ts'
