export type { FigureDeps, UsedIn } from './pages/figure-deps.ts'
export { trackerRoutes } from './pages/tracker-routes.tsx'
export { measureRoutes } from './pages/measure-routes.tsx'
export { handbookRoutes } from './handbook/handbook-routes.tsx'
