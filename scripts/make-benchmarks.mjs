// Makes the figures that are shipped, `reference/shipped-*.json`, from the department's published
// files, by the same reader that `waymark benchmarks import` uses. Run it when the department publishes a new year:
//   node scripts/make-benchmarks.mjs FOLDER
// FOLDER holds the four files; without it, `benchmarks` next to the samples.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAggregate, withListed } from '../src/performance/benchmarks/area.ts'
import { readBenchmarkFile } from '../src/performance/benchmarks/benchmark-file.ts'
import { pack } from '../src/performance/benchmarks/packed-figures.ts'

const root = join(import.meta.dirname, '..')
const folder =
  process.argv[2] ?? join(process.env.WAYMARK_SAMPLES ?? join(root, '../shared/samples'), '../benchmarks')
const target = join(root, 'reference')

const found = {}
for (const name of readdirSync(folder).sort()) {
  const file = await readBenchmarkFile(join(folder, name))
  if (found[file.kind]) throw new Error(`${name} is a second file of ${file.kind}`)
  found[file.kind] = file
  console.error(`${name}: ${file.kind}`)
}
const { figures, neighbours, authorities } = found
if (!figures || !neighbours || !authorities) {
  throw new Error(`${folder} must hold the figures, the neighbours and the list of authorities`)
}

const areas = withListed(withListed({}, authorities.authorities), figures.areas)
const published = new Set(
  [...figures.items.values()].flatMap((years) => [...years.values()]).flatMap((of) => [...of.keys()]),
)
// An authority that is gone and publishes nothing in these years would only lengthen every list.
const kept = Object.entries(areas).filter(([code]) => published.has(code) || isAggregate(code))
write('shipped-areas.json', {
  source:
    'Department for Education: Local Authority Interactive Tool, which gathers its published statistics.',
  licence: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  areas: Object.fromEntries(kept),
  neighbours: neighbours.neighbours,
})
write(
  'shipped-figures.json',
  Object.fromEntries(
    [...figures.items].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([item, years]) => [item, pack(years)]),
  ),
)

function write(name, content) {
  writeFileSync(join(target, name), `${JSON.stringify(content, null, 1)}\n`)
}
