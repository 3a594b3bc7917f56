import { useWatch } from 'react-hook-form'
import { PAGE_KIND, S } from '../texts.ts'
import { useServiceForm } from '../useServiceForm.ts'

export interface PagePreviewProps {
  readonly kind: keyof typeof PAGE_KIND
  readonly title: string
  readonly text: string
}

/** A notice in the colours of the chosen theme, small. */
export function PagePreview({ kind, title, text }: PagePreviewProps) {
  const { control } = useServiceForm()
  const theme = useWatch({ control, name: 'board.theme' })
  return (
    <figure className="service__preview">
      <figcaption className="admin__quiet">{S.preview}</figcaption>
      <div className={`boardPreview boardPreview--${theme}`}>
        <p className="boardPreview__kind">{PAGE_KIND[kind]}</p>
        <p className="boardPreview__title">{title.trim() || S.previewTitle}</p>
        <p className="boardPreview__text">{text.trim() || S.previewText}</p>
      </div>
    </figure>
  )
}
