export { DEFAULT_SIZE, installWithProgress } from './commands/demo.ts'
