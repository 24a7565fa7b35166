export type { FigureDeps, UsedIn } from './figure-deps.ts'
export { trackerRoutes } from './tracker-routes.tsx'
export { measureRoutes } from './measure-routes.tsx'
export { confidenceRoutes, measureHref, sayMeasure } from './confidence-routes.tsx'
