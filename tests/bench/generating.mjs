// How long it takes to invent councils and to write their files.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { built, middleRun, runProgram, timesOf } from './program.mjs'
import { inUnits, spread } from './results.ts'

const EVERY_FORMAT = 'annex-a,ssd,cin-census,ssda903,capture'

export async function benchGenerating({ folder, add }) {
  const { smallCouncil, cityCouncil, simulateFamilies, workforceOf } = await built('synthetic/index.js')
  for (const { size, planOf, times } of [
    { size: 'small', planOf: smallCouncil, times: 5 },
    { size: 'city', planOf: cityCouncil, times: 1 },
  ]) {
    const simulated = await timesOf(Array.from({ length: times }), () => {
      const plan = planOf(2015)
      let families = 0
      for (const _ of simulateFamilies(plan, workforceOf(plan))) families += 1
      return families
    })
    add({ what: 'council simulated', size, seconds: spread(simulated).seconds })
  }
  for (const { size, times } of [
    { size: 'small', times: 3 },
    { size: 'city', times: 1 },
  ]) {
    const out = join(folder, `generated-${size}`)
    const made = middleRun(times, () => {
      rmSync(out, { recursive: true, force: true })
      return runProgram(['generate', '--size', size, '--out', out, '--format', EVERY_FORMAT])
    })
    rmSync(out, { recursive: true })
    add({ what: 'waymark generate: every format', size, seconds: made.seconds, memory: made.memory })
  }
}

/**
 * Every authority of England with Annex A and truth, and how steady the pace is: seconds for 100,000 children, in each
 * third of the councils. Memory that grew would show in the last.
 */
export async function benchEngland({ folder, add }) {
  const { generate } = await built('synthetic/index.js')
  const out = join(folder, 'england')
  const request = { size: 'england', seed: 2015, months: 72, out, formats: ['annex-a'], extracts: 'last' }
  const paces = []
  const memory = []
  let began = performance.now()
  const start = began
  for await (const council of generate({ ...request, window: 'ofsted', isMessy: false, isCounted: false })) {
    paces.push({ took: performance.now() - began, children: council.children })
    memory.push(process.memoryUsage().rss)
    rmSync(council.folder, { recursive: true })
    if (paces.length % 17 === 0) console.error(`  ${paces.length} of 153 authorities`)
    began = performance.now()
  }
  const third = Math.ceil(paces.length / 3)
  const pace = [0, 1, 2].map((place) => {
    const some = paces.slice(place * third, (place + 1) * third)
    const total = (key) => some.reduce((sum, each) => sum + each[key], 0)
    return inUnits((total('took') / total('children')) * 100)
  })
  add({
    what: 'waymark generate: Annex A and truth, 153 authorities, 72 months',
    size: 'england',
    seconds: (performance.now() - start) / 1000,
    memory: Math.max(...memory) / 2 ** 20,
    note: `for 100,000 children in the log ${pace.join(', ')} by thirds`,
  })
}
