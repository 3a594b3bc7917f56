import { type ReactNode, useEffect, useRef } from 'react'

/** Title of a page; has the focus when the page comes, so that readers and keyboards begin there. */
export function Heading({ children }: { readonly children: ReactNode }) {
  const own = useRef<HTMLHeadingElement>(null)
  useEffect(() => own.current?.focus(), [])
  return (
    <h1 ref={own} tabIndex={-1}>
      {children}
    </h1>
  )
}
