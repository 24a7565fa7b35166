import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { test } from 'vitest'
import { allow, operator } from '../access/index.ts'
import { figures, figureEqualsList, trackerRows } from '../indicators/index.ts'
import { writeReport } from '../board/index.ts'
import { openWaymark } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { realClock } from '../platform/day.ts'
import { silentLog } from '../platform/log.ts'
import { installDemonstration } from './index.ts'
test('x', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zz-'))
  const w = await openWaymark(readConfig({ data: dataDir }, {}), silentLog)
  const t = performance.now()
  await installDemonstration({ records: w.records, dataDir, realClock }, { size: 'small', seed: 2015 }, (x) => console.log(Math.round(performance.now() - t), x))
  console.log('done', Math.round(performance.now() - t))
  const snap = (await w.shelf.current('norchester'))!
  for (const r of await trackerRows(snap, w.records, allow(operator('norchester'), 'figures:read'))) console.log(r.ref, r.id, r.latest?.numerator, r.latest?.denominator, r.latest?.value, r.per10k, r.spc.variation, r.spc.assurance, r.points.length, '|', r.sentence, '|', r.points.map((p) => p.value?.toFixed(0)).join(' '))
  console.log(JSON.stringify(await snap.all("select severity, code, file, sheet, field, count(*) n, any_value(message) m, any_value(value) v from load_problem group by all order by n desc limit 15"), (k, v) => typeof v === 'bigint' ? Number(v) : v, 1))
  console.log(await figureEqualsList(snap))
  console.log('DATA', dataDir)
  await w.close()
}, 300000)
