// The Design System's behaviours, where the browser has them. Every page works without.
import { initAll, isSupported } from './govuk.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
if (isSupported()) initAll()
