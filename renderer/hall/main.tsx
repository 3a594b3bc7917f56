import '../ui/ui.css'
import './themes.css'
import './hall.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HallScreen } from './HallScreen.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <HallScreen />
  </StrictMode>
)
