// npm run docs: writes anew what the code prints into the pages of docs/, and the handbook of measures.
// `tests/support/printed-pages.ts` lists the parts.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment, installIfNeeded, nodeProgram, root, run } from './set-up.mjs'

if (Number(process.versions.node.split('.')[0]) < 26) {
  installIfNeeded()
  run(nodeProgram(), [fileURLToPath(import.meta.url)], { env: environment() })
} else {
  const { PRINTED, withPrinted } = await import('../tests/support/printed-pages.ts')
  for (const part of PRINTED) {
    const page = join(root, part.page)
    const text = readFileSync(page, 'utf8')
    const printed = await withPrinted(text, part)
    if (printed === text) continue
    writeFileSync(page, printed)
    console.log(`${part.page}: ${part.name}`)
  }

  const { handbookDocuments } = await import('../src/performance/handbook/handbook-document.ts')
  const folder = join(root, 'docs/handbook/measures')
  const documents = handbookDocuments()
  for (const name of readdirSync(folder)) {
    if (!documents.has(name)) rmSync(join(folder, name))
  }
  for (const [name, text] of documents) {
    const page = join(folder, name)
    if (existsSync(page) && readFileSync(page, 'utf8') === text) continue
    writeFileSync(page, text)
    console.log(`docs/handbook/measures/${name}`)
  }
}
