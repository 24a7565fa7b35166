// Makes one file of each program and what it always loads, and one of each part that is loaded when it is asked for:
// to find and read a thousand modules takes longer than to run them. What was compiled stays beside it for scripts that
// ask for a module by its name.
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { root } from './set-up.mjs'

const dist = join(root, 'dist')
const target = join(dist, 'programs')

/** The programs that are started, as `programBeside` and `bin/waymark.js` name them. */
const PROGRAMS = {
  waymark: 'src/waymark.js',
  'seal-program': 'src/loads/seal-program.js',
  'export-program': 'src/dataset/annex-a/export-program.js',
}

/** Native, or so seldom used and so large that it stays in its package. */
const LEFT_IN_PACKAGES = [/^@duckdb\/node-bindings/, /^@resvg\/resvg-js/, 'pg-native', 'tedious']

/** A module that reads the file beside it, or starts a program, still does so from its own place. */
const ownAddress = {
  name: 'own-address',
  transform: {
    filter: { code: /\bimport\.meta\b/ },
    handler(code, id) {
      if (!id.startsWith(dist)) return null
      if (/\bimport\.meta\.(?!url\b)/.test(code)) throw new Error(`Use import.meta.url alone: ${id}`)
      const place = JSON.stringify(relative(target, id).replaceAll('\\', '/'))
      return {
        code: code.replaceAll(/\bimport\.meta\.url\b/g, `new URL(${place}, import.meta.url).href`),
        map: null,
      }
    },
  },
}

const bundle = await rolldown({
  input: Object.fromEntries(Object.entries(PROGRAMS).map(([name, file]) => [name, join(dist, file)])),
  platform: 'node',
  external: LEFT_IN_PACKAGES,
  plugins: [ownAddress],
  // The one that is copied into dist/ is for the sources.
  tsconfig: false,
})
await bundle.write({
  dir: target,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
})
await bundle.close()
for (const [name, file] of Object.entries(PROGRAMS)) {
  const from = relative(join(dist, file, '..'), join(target, `${name}.js`)).replaceAll('\\', '/')
  writeFileSync(join(dist, file), `import '${from}'\n`)
}
