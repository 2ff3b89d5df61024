/** What the server asks of the passkey, as JSON: `{creation_options: {publicKey}}`, `{request_options: {publicKey}}`,
 *  `{publicKey}`, or what stands within. */
export async function optionsOf(form) {
  const { options, optionsUrl } = form.dataset
  const said = options ? JSON.parse(document.getElementById(options).textContent) : await fetched(optionsUrl)
  const wanted = said.creation_options ?? said.request_options ?? said
  return preferring(form, structuredClone(wanted.publicKey ?? wanted))
}

async function fetched(url) {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' }
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.json()
}

/** A ticked box `passwordless` asks for a passkey that alone suffices to sign in. */
function preferring(form, options) {
  const box = form.elements.passwordless
  if (!box || form.dataset.passkey !== 'create') return options
  options.authenticatorSelection = {
    ...options.authenticatorSelection,
    residentKey: box.checked ? 'required' : 'discouraged',
    requireResidentKey: box.checked,
    ...(box.checked && { userVerification: 'required' }),
  }
  return options
}
