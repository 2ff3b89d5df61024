import { fromBase64url, toBase64url } from './base64url.js'

export async function create(options) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? decoded(options)
  return asJson(await navigator.credentials.create({ publicKey }))
}

export async function use(options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? decoded(options)
  return asJson(await navigator.credentials.get({ publicKey }))
}

/** For browsers older than the parse functions: the same fields hold bytes. */
function decoded(options) {
  const withBytes = (list) => list?.map((each) => ({ ...each, id: fromBase64url(each.id) }))
  const user = options.user && { ...options.user, id: fromBase64url(options.user.id) }
  return {
    ...options,
    challenge: fromBase64url(options.challenge),
    ...(user && { user }),
    ...(options.excludeCredentials && { excludeCredentials: withBytes(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: withBytes(options.allowCredentials) }),
  }
}

/** As `toJSON` gives it; written out for browsers, and password managers, that lack it. */
function asJson(credential) {
  try {
    return credential.toJSON()
  } catch {
    return written(credential)
  }
}

function written(credential) {
  const { response } = credential
  const bytes = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
  const said = bytes.filter((name) => response[name]).map((name) => [name, toBase64url(response[name])])
  const transports = response.getTransports?.()
  return {
    id: credential.id,
    rawId: toBase64url(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...Object.fromEntries(said), ...(transports && { transports }) },
  }
}
