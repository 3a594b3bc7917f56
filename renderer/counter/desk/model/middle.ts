/** What lies over the form in the middle: the work list, the day, a case that was opened, or a paper that was opened. */
export type Over =
  | { readonly kind: 'work' }
  | { readonly kind: 'day' }
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'paper'; readonly docId: string }

/** Sheets laid one over the other; the form or its paper lies below all of them and is never taken away by them. */
export type Sheets = readonly Over[]

const nameOf = (over: Over): string => {
  switch (over.kind) {
    case 'work':
    case 'day':
      return over.kind
    case 'case':
      return `case ${over.caseId}`
    case 'paper':
      return `paper ${over.docId}`
  }
}

/** Lays a sheet on top; one that lies further down comes up instead of lying there twice. */
export const lay = (sheets: Sheets, over: Over): Sheets => [
  ...sheets.filter((sheet) => nameOf(sheet) !== nameOf(over)),
  over
]

/** Takes the top one away. */
export const lift = (sheets: Sheets): Sheets => sheets.slice(0, -1)

/** Where the hands go when a sheet lies on top: the likeliest act first. */
export function placesOf(over: Over): readonly string[] {
  switch (over.kind) {
    case 'work':
      return ['work.list', 'work.back']
    case 'day':
      return ['day.main', 'day.back']
    case 'case':
      return ['case.main', 'case.back']
    case 'paper':
      return ['paper.print', 'paper.back']
  }
}
