// The census as one large XML file.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A city's census, again and again under other ids until it is as large as is asked. Answers its path. */
export async function largeCensus(generate, folder, bytes) {
  const out = join(folder, 'census')
  const request = { size: 'city', seed: 2015, months: null, out, formats: ['cin-census'], extracts: 'last' }
  let path = null
  for await (const council of generate({ ...request, window: 'ofsted', isMessy: false, isCounted: false }))
    path = join(council.folder, council.files.find(({ file }) => file.endsWith('.xml')).file)
  const text = readFileSync(path, 'utf8')
  const [from, to] = [text.indexOf('<Child>'), text.lastIndexOf('</Children>')]
  const large = join(folder, 'CIN_large.xml')
  const file = openSync(large, 'w')
  let written = writeSync(file, text.slice(0, from))
  for (let round = 1; written < bytes; round += 1)
    written += writeSync(file, text.slice(from, to).replaceAll('<LAchildID>', `<LAchildID>${round}-`))
  writeSync(file, text.slice(to))
  closeSync(file)
  return large
}
