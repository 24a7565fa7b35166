import { defineConfig } from 'vitest/config'
import SlowFirst from './tests/support/slow-first.ts'

const include = [
  'src/**/*.test.ts',
  'src/**/*.test.tsx',
  'synthetic/**/*.test.ts',
  'tests/**/*.test.ts',
  'tests/**/*.test.tsx',
]

/** Where a day is read, written, counted or laid beside a clock. */
const DAYS = [
  'src/{access,platform,intake,standards}/**/*.test.ts',
  'src/dataset/{annex-a,building}/*.test.ts',
  'src/loads/{purge,data-setting,folder-watch}.test.ts',
  'src/measures/figures/*.test.ts',
  'src/performance/{forecast,restatement}/*.test.ts',
  'src/plan/plan-{dates,store}.test.ts',
  'tests/{messy-quality,ssd-database,ssda903-return}.test.ts',
  'tests/samples/*.test.ts',
]

/** Days are calendar days, the same anywhere: in this time zone the tests about days run once more, beside the others. */
const daysAgainIn = process.env['WAYMARK_DAYS_AGAIN_IN']

export default defineConfig({
  test: {
    // A project adds its files to these: with projects there are none here, or the second would run everything.
    ...(daysAgainIn === undefined && { include }),
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    globalSetup: ['tests/support/global-setup.ts'],
    sequence: { sequencer: SlowFirst },
    reporters: ['default', './tests/support/closing-line.ts'],
    ...(daysAgainIn !== undefined && {
      projects: [
        { extends: true, test: { name: 'all', include } },
        {
          extends: true,
          test: {
            name: daysAgainIn,
            include: DAYS,
            // A time zone is a whole process's. After the others: a process that is started gets the files that are open.
            pool: 'forks',
            sequence: { groupOrder: 1 },
            env: { TZ: daysAgainIn },
          },
        },
      ],
    }),
  },
})
