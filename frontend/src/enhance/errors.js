// The summary of what is wrong takes the focus by its `autofocus`; its links lead into their fields, not only to them.
export function leadToErrors() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-error-summary] a[href^="#"]')
    const field = link && document.getElementById(link.hash.slice(1))
    if (!field) return
    event.preventDefault()
    field.focus()
    field.closest('.field')?.scrollIntoView({ block: 'nearest' })
  })
}
