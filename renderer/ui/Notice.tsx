import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'

export type NoticeTone = 'info' | 'success' | 'warn' | 'danger'

export interface NoticeProps {
  readonly tone?: NoticeTone
  readonly title?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
}

const ICONS: Readonly<Record<NoticeTone, { readonly path: string; readonly colour: string }>> = {
  info: { path: 'M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm1 14H9V9h2v6Zm0-8H9V5h2v2Z', colour: 'blue' },
  success: {
    path: 'M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-1.3 13L4.5 9.8l1.6-1.6 2.6 2.6 5.2-5.2 1.6 1.6L8.7 14Z',
    colour: 'green'
  },
  warn: { path: 'M10 1.5 19.5 18.5H.5L10 1.5Zm1 14v-2H9v2h2Zm0-3.5V7.5H9V12h2Z', colour: 'amber' },
  danger: { path: 'M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2L6.2 1ZM11 15v-2H9v2h2Zm0-4V5H9v6h2Z', colour: 'red' }
}

/**
 * A sentence that stays in the page until it no longer holds. Red and amber ones are read at once, the others when the
 * reader pauses.
 */
export function Notice({ tone = 'info', title, children, actions, onDismiss }: NoticeProps) {
  const icon = ICONS[tone]
  return (
    <div
      className={classes('ui-notice', tone !== 'info' && `ui-notice--${tone}`)}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <svg
        className={`ui-notice__icon ui-light--${icon.colour}`}
        width="20"
        height="20"
        viewBox="0 0 20 20"
        aria-hidden="true"
      >
        <path fill="currentColor" fillRule="evenodd" d={icon.path} />
      </svg>
      <div className="ui-notice__text">
        {title !== undefined && <p className="ui-notice__title">{title}</p>}
        {children}
      </div>
      {(actions !== undefined || onDismiss) && (
        <div className="ui-notice__actions">
          {actions}
          {onDismiss && (
            <Button size="small" tone="quiet" onClick={onDismiss}>
              知道了
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
