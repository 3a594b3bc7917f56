import { type Rectangle, screen } from 'electron'

const HALL_WINDOW = { width: 1280, height: 720 }

/** The counter takes the whole work area of the first display: a desk, not a dialog. */
export function counterBounds(): Rectangle {
  return screen.getPrimaryDisplay().workArea
}

/** The second display if there is one, full screen; else an ordinary window on the first. */
export function hallPlacement(): { readonly bounds: Rectangle; readonly fullscreen: boolean } {
  const primary = screen.getPrimaryDisplay()
  const second = screen.getAllDisplays().find((d) => d.id !== primary.id)
  if (second) return { bounds: second.bounds, fullscreen: true }
  const { x, y } = primary.workArea
  return { bounds: { x: x + 60, y: y + 60, ...HALL_WINDOW }, fullscreen: false }
}
