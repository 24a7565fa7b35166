import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readCheck, type CheckFile } from './check-file.ts'

const FOLDER = new URL('./checks/', import.meta.url)

/** Every check on the dataset, read once when the program starts. */
export const CHECKS: readonly CheckFile[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .map((file) => readCheck(basename(file, '.sql'), readFileSync(new URL(file, FOLDER), 'utf8')))
