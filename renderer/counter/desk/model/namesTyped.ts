/** Names typed in one line, apart by 、 or a comma or semicolon of either width. Blanks belong to names and stay. */
export const namesTyped = (text: string): string[] =>
  text
    .split(/[、，,；;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
