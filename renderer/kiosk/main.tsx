import '../ui/ui.css'
import './kiosk.css'
import './pages.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { KioskScreen } from './KioskScreen.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <KioskScreen />
  </StrictMode>
)
