/** What lies over the form in the middle: nothing, a case that was opened, or a paper that was opened. */
export type Over =
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'paper'; readonly docId: string }

/** Sheets laid one over the other; the form or its paper lies below all of them and is never taken away by them. */
export type Sheets = readonly Over[]

const same = (a: Over, b: Over): boolean =>
  a.kind === 'case' ? b.kind === 'case' && a.caseId === b.caseId : b.kind === 'paper' && a.docId === b.docId

/** Lays a sheet on top; one that lies further down comes up instead of lying there twice. */
export const lay = (sheets: Sheets, over: Over): Sheets => [...sheets.filter((sheet) => !same(sheet, over)), over]

/** Takes the top one away. */
export const lift = (sheets: Sheets): Sheets => sheets.slice(0, -1)
