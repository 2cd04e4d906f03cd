/* Numbers of groups or units with the share of its worth that a match has there, as the lists of a dictionary tell. */
(function (search) {
  "use strict"

  const OTHER_TONE = 0.3

  /** Numbers with the best share given to each; one list, the usual case, is kept as it is. */
  class Shares {
    constructor() { this.list = null; this.share = 0; this.map = null }

    put(list, share) {
      if (!list.length) return
      if (!this.list && !this.map) { this.list = list; this.share = share; return }
      if (!this.map) {
        this.map = new Map()
        for (const number of this.list) this.map.set(number, this.share)
        this.list = null
      }
      for (const number of list) if (!(this.map.get(number) >= share)) this.map.set(number, share)
    }

    get size() { return this.map ? this.map.size : this.list ? this.list.length : 0 }

    each(work) {
      if (this.map) this.map.forEach((share, number) => work(number, share))
      else if (this.list) for (const number of this.list) work(number, this.share)
    }
  }

  /** Add where a pair of words stands, by the lists of a dictionary; with other tones than those typed it is worth less. */
  function putPair(found, tokens, at, key, weight, lists) {
    for (const spelling of lists.spellings(key)) {
      const [one, two] = spelling.split(" ")
      const same = (!tokens[at].strict || one === tokens[at].term) && (!tokens[at + 1].strict || two === tokens[at + 1].term)
      found.put(lists.get(spelling), weight * (same ? 1 : OTHER_TONE))
    }
  }

  /** Add where an option of a token stands, by the lists of a dictionary. */
  function putOption(best, token, option, lists) {
    if (option.terms) {
      for (const term of option.terms) best.put(lists.get(term), option.weight)
    } else if (token.kind === "word") {
      for (const spelling of lists.spellings(option.folded)) {
        const same = !token.strict || spelling === token.term || option.completion
        best.put(lists.get(spelling), option.weight * (same ? 1 : OTHER_TONE))
      }
    } else best.put(lists.get(token.kind === "date" ? option.folded : token.term), option.weight)
  }

  search.shares = { Shares, putPair, putOption }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
