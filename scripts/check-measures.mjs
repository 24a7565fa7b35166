// Stops the build when a measure's text does not fit the dataset: a bad header, an id that stands twice, a field, table or
// column that there is not. Names the file and the line.
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href)
try {
  const { checkMeasures } = await built('src/measures/engine/check-measures.js')
  const { beginBuild } = await built('src/dataset/building/build.js')
  const build = await beginBuild(':memory:')
  await checkMeasures(build)
  build.close()
} catch (error) {
  console.error(`A measure cannot be used. src/measures/definitions/${error.message}`)
  process.exit(1)
}
