export { exportRoutes } from './export-routes.tsx'
export { dataRoutes } from './load-routes.tsx'
