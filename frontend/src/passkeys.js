// form[data-passkey="create" | "get"]: the browser makes or uses a passkey, its answer goes into the hidden `credential`,
// and the form is sent. Options stand in a JSON block (data-options) or are fetched when needed (data-options-url).
import { create, use } from './passkeys/ceremony.js'
import { optionsOf } from './passkeys/options.js'
import { explain, tell } from './passkeys/problem.js'

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', (event) => {
    const { credential } = form.elements
    if (credential.value) return
    event.preventDefault()
    event.stopPropagation()
    sign(form, event.submitter)
  })
}

async function sign(form, button) {
  if (!window.PublicKeyCredential) return tell(form, form.dataset.unsupported)
  tell(form, '')
  form.setAttribute('aria-busy', 'true')
  try {
    const options = await optionsOf(form)
    const credential = await (form.dataset.passkey === 'create' ? create(options) : use(options))
    form.elements.credential.value = JSON.stringify(credential)
    form.requestSubmit(button)
  } catch (error) {
    tell(form, explain(form, error))
  } finally {
    form.removeAttribute('aria-busy')
  }
}
