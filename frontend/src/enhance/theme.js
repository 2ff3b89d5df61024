// The theme form posts and comes back; with a script the page changes at once and nothing is reloaded.
export function switchTheme() {
  for (const form of document.querySelectorAll('form[data-theme-form]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      apply(form, event.submitter)
    })
  }
}

async function apply(form, button) {
  const data = new FormData(form, button)
  document.documentElement.dataset.theme = button.value
  for (const other of document.querySelectorAll('form[data-theme-form] button')) {
    other.setAttribute('aria-pressed', String(other.value === button.value))
  }
  const answer = await fetch(form.action, { method: 'POST', body: data, redirect: 'manual' }).catch(() => null)
  if (!answer || answer.status >= 400) form.dataset.unsaved = '' // the choice holds for this page only
}
