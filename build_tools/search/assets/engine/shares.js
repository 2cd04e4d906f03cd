/* Numbers of groups or units with the share of its worth that a match has there, as the lists of a dictionary tell. */
(function (search) {
  "use strict"

  const OTHER_TONE = 0.3

  /** What a match is worth in a unit where it stands once, twice or more, four times or more. */
  const OFTEN = [1, 1.65, 2.25]

  /** Numbers with the best share given to each, and the most that it is worth, as often as it stands there. */
  class Shares {
    constructor() { this.rows = [] }

    /** A list as dictionaries hold it: {numbers, often}. */
    put({ numbers, often }, share) {
      if (numbers.length) this.rows.push({ numbers, often, share })
      this.known = null
    }

    get size() { return this.rows.length === 1 ? this.rows[0].numbers.length : this.best.size }

    /** number → {share, worth} */
    get best() {
      if (this.known) return this.known
      const best = this.known = new Map()
      for (const { numbers, often, share } of this.rows) numbers.forEach((number, at) => {
        const known = best.get(number), worth = share * OFTEN[often[at]]
        best.set(number, known ? { share: Math.max(known.share, share), worth: Math.max(known.worth, worth) } : { share, worth })
      })
      return best
    }

    /** `work(number, share, worth)`; of one list, the usual case, nothing is gathered. */
    each(work) {
      if (this.rows.length !== 1) { this.best.forEach(({ share, worth }, number) => work(number, share, worth)); return }
      const [{ numbers, often, share }] = this.rows
      numbers.forEach((number, at) => work(number, share, share * OFTEN[often[at]]))
    }
  }

  /** Add where a pair of words stands, by the lists of a dictionary; with other tones than those typed it is worth less. */
  function putPair(found, tokens, at, key, weight, lists) {
    for (const spelling of lists.spellings(key)) {
      const [one, two] = spelling.split(" ")
      const same = (!tokens[at].strict || one === tokens[at].term) && (!tokens[at + 1].strict || two === tokens[at + 1].term)
      found.put(lists.row(spelling), weight * (same ? 1 : OTHER_TONE))
    }
  }

  /** Add where an option of a token stands, by the lists of a dictionary. */
  function putOption(best, token, option, lists) {
    if (option.terms) {
      for (const term of option.terms) best.put(lists.row(term), option.weight)
    } else if (token.kind === "word") {
      for (const spelling of lists.spellings(option.folded)) {
        const same = !token.strict || spelling === token.term || option.completion
        best.put(lists.row(spelling), option.weight * (same ? 1 : OTHER_TONE))
      }
    } else best.put(lists.row(token.kind === "date" ? option.folded : token.term), option.weight)
  }

  search.shares = { Shares, putPair, putOption }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
