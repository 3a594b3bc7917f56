export * from './format.ts'
export * from './labels.ts'
export { checkDetail, doubtDetail } from './printDetails.ts'
export { refusalText } from './refusals.ts'
