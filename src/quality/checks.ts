import { definitionsIn } from '../platform/definition-file.ts'
import { readCheck, type CheckFile } from './check-file.ts'

/** Every check on the dataset, read once when the program starts. */
export const CHECKS: readonly CheckFile[] = definitionsIn(new URL('./checks/', import.meta.url)).map(
  ({ id, text }) => readCheck(id, text),
)
