/** Done, or still to do: shapes of our own, since not every font has the signs. Decoration; a word must stand beside. */
export const CheckMark = ({ done }: { readonly done: boolean }) => (
  <svg className="ui-checkMark" viewBox="0 0 16 16" aria-hidden="true">
    {done ? (
      <path
        d="M2.5 8.5 6.5 12.5 13.5 4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    ) : (
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
    )}
  </svg>
)
