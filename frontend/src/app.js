// Styles for every page, and small conveniences: each page works without them.
import './styles/app.css'
import { showSending } from './enhance/busy.js'
import { offerCopying } from './enhance/copy.js'
import { offerCalendars } from './enhance/date.js'
import { openDialogs } from './enhance/dialog.js'
import { leadToErrors } from './enhance/errors.js'
import { describeFiles } from './enhance/file.js'
import { filterTables } from './enhance/filter.js'
import { closeMenus } from './enhance/menu.js'
import { selectRows } from './enhance/select.js'
import { sortTables } from './enhance/sort.js'
import { offerSearchKey, suggest } from './enhance/suggest.js'
import { switchTheme } from './enhance/theme.js'
import { raiseToasts } from './enhance/toast.js'

function enhance(root) {
  offerCopying(root)
  sortTables(root)
  filterTables(root)
  selectRows(root)
  suggest(root)
  offerCalendars(root)
  describeFiles(root)
  raiseToasts(root)
}

switchTheme()
closeMenus()
showSending()
openDialogs(enhance)
leadToErrors()
offerSearchKey()
enhance(document)
// htmx tells of every fragment it has put on the page; what is enhanced already is left alone
document.addEventListener('htmx:after:swap', () => enhance(document))
