// [data-file]: says which file was chosen and how large it is, and at once if it is too large.
export function describeFiles(root) {
  for (const box of root.querySelectorAll('[data-file]:not(.is-live)')) {
    box.classList.add('is-live')
    box.querySelector('input[type=file]').addEventListener('change', ({ target }) => describe(box, target))
  }
}

function describe(box, input) {
  const chosen = box.querySelector('[data-file-chosen]')
  const files = [...input.files]
  const large = files.find(({ size }) => size > Number(box.dataset.fileMax))
  chosen.hidden = !files.length
  chosen.classList.toggle('is-wrong', Boolean(large))
  chosen.textContent = large ? tooLarge(box, large) : files.map((file) => `${file.name} (${written(file.size)})`).join(', ')
  if (large) input.setAttribute('aria-invalid', 'true')
  else input.removeAttribute('aria-invalid')
}

const tooLarge = (box, { size }) => box.dataset.fileLarge.replace('{size}', written(size)).replace('{limit}', box.dataset.fileLimit)

function written(size) {
  const [unit, divisor] = size < 1024 ** 2 ? ['kilobyte', 1024] : ['megabyte', 1024 ** 2]
  const look = { style: 'unit', unit, maximumFractionDigits: size < 10 * divisor ? 1 : 0 }
  return new Intl.NumberFormat(document.documentElement.lang, look).format(size / divisor)
}
