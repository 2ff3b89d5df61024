// table[data-sortable]: headers become buttons. A cell sorts by its data-value, else by its text.
const order = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' })

export function sortTables(root) {
  for (const table of root.querySelectorAll('table[data-sortable]')) {
    if (table.dataset.sortable === 'on') continue
    table.dataset.sortable = 'on'
    for (const header of table.tHead.rows[0].cells) addButton(table, header)
  }
}

function addButton(table, header) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'sort'
  button.append(...header.childNodes)
  header.append(button)
  button.addEventListener('click', () => sort(table, header))
}

function sort(table, header) {
  const descending = header.getAttribute('aria-sort') === 'ascending'
  for (const other of header.parentNode.cells) other.removeAttribute('aria-sort')
  header.setAttribute('aria-sort', descending ? 'descending' : 'ascending')
  const body = table.tBodies[0]
  const rows = [...body.rows].sort((a, b) => compare(a.cells[header.cellIndex], b.cells[header.cellIndex]))
  body.append(...(descending ? rows.reverse() : rows))
}

function compare(a, b) {
  const [x, y] = [valueOf(a), valueOf(b)]
  const difference = Number(x) - Number(y)
  return Number.isNaN(difference) ? order.compare(x, y) : difference
}

const valueOf = (cell) => cell.dataset.value ?? cell.textContent.trim()
