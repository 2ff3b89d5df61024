// table[data-selectable]: a box in the head that ticks every row of the page.
export function selectRows(root) {
  for (const table of root.querySelectorAll('table[data-selectable]')) {
    const all = table.querySelector('[data-select-all][hidden]')
    if (!all) continue
    const boxes = [...table.querySelectorAll('tbody .select-cell input')]
    all.hidden = false
    all.addEventListener('change', () => { for (const box of boxes) box.checked = all.checked })
    table.addEventListener('change', () => summarise(all, boxes))
    summarise(all, boxes)
  }
}

function summarise(all, boxes) {
  const ticked = boxes.filter((box) => box.checked).length
  all.checked = ticked > 0 && ticked === boxes.length
  all.indeterminate = ticked > 0 && ticked < boxes.length
}
