// <button data-busy="One moment…">: once its form is on its way the button says so, and the form is not sent twice.
export function showSending() {
  // On the window, after everyone who may have stopped the form
  addEventListener('submit', (event) => {
    const { target: form, submitter: button } = event
    if (event.defaultPrevented || form.method !== 'post') return
    if (form.dataset.sending !== undefined) return event.preventDefault()
    form.dataset.sending = ''
    if (button?.dataset.busy) wait(button)
  })
  // Back from the browser's memory the page would still wait
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sending]')) delete form.dataset.sending
    for (const button of document.querySelectorAll('button[data-label-was]')) resume(button)
  })
}

function wait(button) {
  const label = button.querySelector('[data-label]')
  label.setAttribute('aria-live', 'polite')
  button.dataset.labelWas = label.textContent
  button.setAttribute('aria-disabled', 'true')
  button.classList.add('is-busy')
  label.textContent = button.dataset.busy
}

export function resume(button) {
  button.querySelector('[data-label]').textContent = button.dataset.labelWas
  button.removeAttribute('aria-disabled')
  button.classList.remove('is-busy')
  delete button.dataset.labelWas
}
