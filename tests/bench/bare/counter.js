window.durably = false
document.querySelector('button').addEventListener('click', () => {
  void window.bare.call({ id: crypto.randomUUID(), durably: window.durably })
})
