/* Where a query's words stand in a text, how near to one another, and a short stretch of the original around them. Pure. */
(function (search) {
  "use strict"

  const LENGTH = 210, TITLE = 120
  /** Terms of a passage: a long sentence. */
  const PASSAGE = 40

  /** Does a term of the text answer a token of the query? 2 exactly, 1 in its folded form, 0 not at all. */
  function answers(token, term, folded) {
    for (const option of token.options) {
      if (option.terms) {
        if (option.terms.has(term)) return 2
      } else if (option.open ? folded.startsWith(option.folded) : folded === option.folded) {
        return !token.strict || term === token.term ? 2 : 1
      }
    }
    return 0
  }

  /** Terms of a text with their folded forms, kept in `kept` for the next key press. */
  const termsOf = (text, kept) => kept.terms = kept.terms ?? search.termsAt(text).map(found => ({ ...found, folded: search.fold(found.term) }))

  /** Matches in a tidied text: {at: [{start, end, token, order}], run: longest run of query tokens in order, runExact: how many of them typed alike, with no sign between} */
  search.locate = (text, tokens, kept = {}) => {
    const terms = termsOf(text, kept)
    const rows = []
    terms.forEach((found, order) => {
      const folded = found.folded
      for (let token = 0; token < tokens.length; token++) {
        const how = answers(tokens[token], found.term, folded)
        if (how) rows.push({ start: found.start, end: found.end, token, order, how })
      }
    })
    // the longest stretch where the next term answers the next token
    const running = new Map()
    let best = { length: 0, exact: 0, from: 0, last: 0 }
    for (const row of rows) {
      const before = running.get((row.order - 1) * 32 + row.token - 1)
      // across a comma or a line it is a row, though hardly what was typed
      const apart = before && row.start - before.to > 1
      const here = { length: (before?.length || 0) + 1, exact: (before?.exact || 0) + (row.how === 2 && !apart ? 1 : 0), from: before ? before.from : row.start, to: row.end, last: row.token }
      running.set(row.order * 32 + row.token, here)
      if (here.length > best.length || (here.length === best.length && here.exact > best.exact)) best = here
    }
    const seen = new Set(rows.map(row => row.token))
    return { rows, run: best.length, first: best.last - best.length + 1, runExact: best.exact, from: best.from, to: best.to || 0, seen, near: nearness(rows, seen.size) }
  }

  /** Terms between the first and the last of the closest set of all tokens present; Infinity when fewer than two are. */
  function nearness(rows, kinds) {
    if (kinds < 2) return Infinity
    const count = new Map()
    let left = 0, best = Infinity
    for (let right = 0; right < rows.length; right++) {
      count.set(rows[right].token, (count.get(rows[right].token) || 0) + 1)
      while (count.size === kinds) {
        best = Math.min(best, rows[right].order - rows[left].order)
        const token = rows[left].token, rest = count.get(token) - 1
        if (rest) count.set(token, rest)
        else count.delete(token)
        left++
      }
    }
    return best
  }

  /** The most that different tokens found within a few lines are worth together, by the weight of each. */
  search.passage = (rows, weight) => {
    const count = new Map()
    let left = 0, sum = 0, best = 0
    for (const row of rows) {
      const times = count.get(row.token) || 0
      count.set(row.token, times + 1)
      if (!times) sum += weight[row.token]
      for (; row.order - rows[left].order > PASSAGE; left++) {
        const rest = count.get(rows[left].token) - 1
        count.set(rows[left].token, rest)
        if (!rest) sum -= weight[rows[left].token]
      }
      if (sum > best) best = sum
    }
    return best
  }

  /** Does the phrase stand in the text, word by word? 2 as typed, 1 folded or across a comma or a line, 0 not. */
  search.holdsPhrase = (text, phrase, kept = {}) => {
    const terms = termsOf(text, kept)
    let best = 0
    for (let start = 0; start + phrase.length <= terms.length; start++) {
      let how = 2
      for (let index = 0; how && index < phrase.length; index++) {
        const { term, folded, start: from } = terms[start + index], apart = index && from - terms[start + index - 1].end > 1
        how = Math.min(how, answers(phrase[index], term, folded), apart ? 1 : 2)
      }
      if (how > best) best = how
      if (best === 2) break
    }
    return best
  }

  /** A short stretch of `whole` (from `skip` on: what is before is its title) around the matches, as pieces {text, hit}. */
  search.snippet = (whole, found, skip = 0) => {
    const text = whole.slice(skip)
    const rows = found.rows.filter(row => row.start >= skip).map(row => ({ ...row, start: row.start - skip, end: row.end - skip }))
    let centre = 0
    if (found.run > 1 && found.from >= skip) centre = found.from - skip
    else if (rows.length) {
      // the window that holds most different tokens
      let most = 0
      for (const row of rows) {
        const near = new Set(rows.filter(other => other.start >= row.start && other.end <= row.start + LENGTH - 40).map(other => other.token)).size
        if (near > most) { most = near; centre = row.start }
      }
    }
    let start = Math.max(0, centre - 50), end = Math.min(text.length, start + LENGTH)
    if (start > 0) start = Math.max(0, text.indexOf(" ", start) + 1) || start
    if (start > centre) start = centre
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), centre + 1)
    const pieces = []
    let at = start
    if (start > 0) pieces.push({ text: "… ", hit: false })
    for (const row of rows) {
      if (row.start < at || row.end > end) continue
      if (row.start > at) pieces.push({ text: text.slice(at, row.start), hit: false })
      pieces.push({ text: text.slice(row.start, row.end), hit: true })
      at = row.end
    }
    pieces.push({ text: text.slice(at, end) + (end < text.length ? " …" : ""), hit: false })
    return pieces.map(piece => ({ ...piece, text: piece.text.replace(/\s*\n\s*/g, " ") }))
  }

  /** A title of some 120 characters at most, cut between words. */
  search.shortened = text => text.length <= TITLE ? text : text.slice(0, text.lastIndexOf(" ", TITLE) + 1 || TITLE).trimEnd() + " …"

  /** All of a (short) text as pieces, matches marked. */
  search.marked = (text, tokens) => {
    const clean = search.tidy(text), pieces = []
    let at = 0
    for (const row of search.locate(clean, tokens).rows) {
      if (row.start < at) continue
      if (row.start > at) pieces.push({ text: clean.slice(at, row.start), hit: false })
      pieces.push({ text: clean.slice(row.start, row.end), hit: true })
      at = row.end
    }
    if (at < clean.length) pieces.push({ text: clean.slice(at), hit: false })
    return pieces
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
