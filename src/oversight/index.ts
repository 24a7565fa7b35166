export { childRoutes, type ChildDeps } from './child/routes.tsx'
