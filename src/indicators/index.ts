export * from './figure.ts'
