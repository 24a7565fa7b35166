export type { FigureDeps, UsedIn } from './figure-deps.ts'
export { trackerRoutes } from './tracker-routes.tsx'
export { measureRoutes } from './measure-routes.tsx'
