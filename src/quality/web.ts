export { confidenceRoutes } from './confidence-routes.tsx'
export { qualityRoutes } from './quality-routes.tsx'
