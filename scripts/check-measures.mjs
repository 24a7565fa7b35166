// Stops the build when a definition does not fit the dataset: a bad header, an id that two measures have, a field, table or
// column that there is not. Names the file and the line.
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href)

async function stopAt(what, folder, check) {
  try {
    await check()
  } catch (error) {
    console.error(`A ${what} cannot be used. ${folder}/${error.message}`)
    process.exit(1)
  }
}

await stopAt('measure', 'src/measures/definitions', async () => {
  const { checkMeasures } = await built('src/measures/engine/check-measures.js')
  const { beginBuild } = await built('src/dataset/building/build.js')
  const build = await beginBuild(':memory:')
  await checkMeasures(build)
  build.close()
})
await stopAt('check of the data', 'src/quality/checks', () => built('src/quality/checks.js'))
