// Styles for every page, and small conveniences: each page works without them.
import './styles/app.css'
import { offerCopying } from './enhance/copy.js'
import { closeMenus } from './enhance/menu.js'
import { filterTables } from './enhance/filter.js'
import { sortTables } from './enhance/sort.js'
import { switchTheme } from './enhance/theme.js'

function enhance(root) {
  offerCopying(root)
  sortTables(root)
  filterTables(root)
}

switchTheme()
closeMenus()
enhance(document)
// htmx tells of every fragment it has put on the page; what is enhanced already is left alone
document.addEventListener('htmx:after:swap', () => enhance(document))
