// <button data-copy="https://…" hidden>: shown where the browser can copy. The words for "copied" stand in data-copied.
export function offerCopying(root) {
  if (!navigator.clipboard) return
  for (const button of root.querySelectorAll('button[data-copy][hidden]')) {
    button.hidden = false
    button.addEventListener('click', () => copy(button))
  }
}

async function copy(button) {
  const label = button.querySelector('[data-label]')
  const words = label.textContent
  await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href)
  label.textContent = button.dataset.copied
  setTimeout(() => { label.textContent = words }, 2500)
}
