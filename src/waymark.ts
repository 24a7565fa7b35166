import { runCommandLine } from './cli/index.ts'

// The one program. A verb that needs the web door asks for it only then: most verbs answer without it.
process.exitCode = await runCommandLine(process.argv, {
  serve: async (waymark) => (await import('./web/index.ts')).serveCouncil(waymark),
})
