/** What an input method leaves behind is put right when a field is left: full-width characters, capitals, blanks. */

/** Half width, no outer blanks. */
export const tidyHalf = (text: string): string => text.normalize('NFKC').trim()

/** Letters of groups in one word, capital, each once, in the order they were typed: `b，a a` → `BA`. */
export const tidyLetters = (text: string): string =>
  [
    ...new Set(
      tidyHalf(text)
        .toUpperCase()
        .replace(/[^A-Z]/g, '')
    )
  ].join('')

/** One capital letter stays one; anything else is left for the check to name. */
export const tidyLetter = (text: string): string => tidyHalf(text).toUpperCase()

/** Sign-in names are small letters. */
export const tidyLogin = (text: string): string => tidyHalf(text).toLowerCase()
