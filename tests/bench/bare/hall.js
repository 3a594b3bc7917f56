const shown = document.querySelector('p')
window.bare.listen((id) => {
  shown.dataset.callId = id
  shown.textContent = id
})
