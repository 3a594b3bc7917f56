export * from './format.ts'
export * from './labels.ts'
export { refusalText } from './refusals.ts'
