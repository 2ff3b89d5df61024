// table[data-filterable]: a search box above it. Its words come translated from data-filter-label and data-filter-count.
export function filterTables(root) {
  for (const table of root.querySelectorAll('table[data-filterable]')) {
    if (table.dataset.filterable === 'on') continue
    table.dataset.filterable = 'on'
    const { bar, input, status } = makeBar(table)
    table.closest('.table-region').before(bar)
    input.addEventListener('input', () => filter(table, input.value, status))
  }
}

function makeBar(table) {
  const bar = document.createElement('div')
  const label = document.createElement('label')
  const input = document.createElement('input')
  const status = document.createElement('p')
  bar.className = 'table-filter'
  input.type = 'search'
  label.append(table.dataset.filterLabel, input)
  status.setAttribute('role', 'status')
  bar.append(label, status)
  return { bar, input, status }
}

function filter(table, words, status) {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const rows = [...table.tBodies[0].rows]
  for (const row of rows) {
    const text = row.textContent.toLocaleLowerCase()
    row.hidden = !wanted.every((word) => text.includes(word))
  }
  const shown = rows.filter((row) => !row.hidden).length
  status.textContent = wanted.length ? table.dataset.filterCount.replace('{shown}', shown).replace('{all}', rows.length) : ''
}
