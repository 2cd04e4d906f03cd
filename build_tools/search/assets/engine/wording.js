/* What is said to the reader. The words come from the catalogue of messages (search.script): `install` writes them before this script. */
(function (search) {
  "use strict"

  /** The wording under a key, with its fields put in. */
  search.say = (key, fields = {}) => search.words[key].replace(/\{([a-z_]+)\}/g, (_, name) => fields[name])

  /** A number as it is written in the language of the page. */
  search.figure = number => String(number).replace(/\B(?=(\d{3})+$)/g, ".")
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
