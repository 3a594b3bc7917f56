import '../ui/ui.css'
import './rating.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RatingScreen } from './RatingScreen.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <RatingScreen screenId={new URLSearchParams(window.location.search).get('screen')} />
  </StrictMode>
)
