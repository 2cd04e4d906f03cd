/* What a reader typed, taken apart: words, figures, numbers of documents, dates, "phrases" and -words. Pure: no index is asked. */
(function (search) {
  "use strict"

  const QUOTED = /(-?)["“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]/gu

  /** A token: {term, folded, raw, kind: word | figure | number | date, toned, phrase: the number of its phrase from 1, or false} */
  function tokens(text, phrase) {
    return search.termsAt(text).map(({ term, start, end }) => {
      const folded = search.fold(term)
      const kind = term.includes("|") ? "number" : term[0] === "@" ? "date" : /^[0-9]/.test(term) ? "figure" : "word"
      return { term, folded, kind, toned: kind === "word" && folded !== term, raw: text.slice(start, end), start, end, phrase }
    })
  }

  /** {tokens, phrases: [[token]], without: [[token]], open: the last word may go on} */
  search.parse = query => {
    const text = search.tidy(query).trim()
    const found = { tokens: [], phrases: [], without: [], open: false }
    let at = 0
    const plain = piece => {
      // "-word" after a blank; not the dash of "38 - HD" or "01 -KL/TW"
      piece = piece.replace(/(^|\s)-(?=[\p{L}0-9])(\S+)/gu, (whole, before, word, offset) => {
        if (/[0-9]\s*$/.test(piece.slice(0, offset)) && /^[A-ZĐ]{2}/.test(word)) return whole
        found.without.push(tokens(word, false))
        return " "
      })
      found.tokens.push(...tokens(piece, false))
    }
    for (const match of text.matchAll(QUOTED)) {
      plain(text.slice(at, match.index))
      at = match.index + match[0].length
      const phrase = tokens(match[2], found.phrases.length + 1)
      if (!phrase.length) continue
      if (match[1]) found.without.push(phrase)
      else {
        found.phrases.push(phrase)
        found.tokens.push(...phrase)
      }
    }
    plain(text.slice(at))
    const last = found.tokens.at(-1)
    found.open = Boolean(last) && !last.phrase && (last.kind === "word" || last.kind === "number") && !/\s$/.test(query)
    if (found.tokens.length > 30) found.tokens.length = 30
    return found
  }

  const SYLLABLE = /^(ngh|ng|nh|th|tr|ch|kh|ph|gh|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?$/
  /** Can a folded word be a syllable, not initials or a symbol? */
  search.isSyllable = folded => SYLLABLE.test(folded)

  /** Ways to read figures and the letters beside them as a document's number: [{digits, letters, from, to}], the longest first. */
  search.numberReadings = list => {
    const out = []
    // letters of a symbol: a word, or a word with figures glued to it ("QH15")
    const glued = at => list[at]?.kind === "figure" && list[at - 1]?.kind === "word" && list[at - 1].end === list[at].start
    const letters = at => list[at]?.kind === "word" && list[at].folded.length <= 16 ? list[at].folded : ""
    list.forEach((token, at) => {
      const month = token.kind === "date" && /^[0-9]{1,2}\/[0-9]{4}$/.test(token.raw) // "TT 03/2025" is a number, "3/2025" a month
      if (!month && token.kind !== "number" && !(token.kind === "figure" && /^[0-9]+(\.[0-9]{1,2})?$/.test(token.raw))) return
      const [typed, symbol] = token.kind === "number" ? token.term.split("|") : [token.raw.split(/[./]/).map(group => group.replace(/^0+/, "") || "0").join("."), ""]
      let digits = typed, to = at
      const next = list[at + 1]
      if (!symbol && next?.kind === "figure" && /^(19|20)[0-9]{2}$/.test(next.term)) {
        digits += "." + next.term
        to++
      }
      let after = symbol
      const ways = [{ digits, letters: symbol, from: at, to }]
      for (let step = to + 1; step <= to + 4 && letters(step); step++) {
        after += letters(step)
        if (glued(step + 1)) after += list[++step].term
        ways.push({ digits, letters: after, from: at, to: step })
      }
      if (!symbol) {
        let before = ""
        for (let step = at - 1; step >= at - 4; step--) {
          if (glued(step)) before = list[step--].term + before
          if (!letters(step)) break
          before = letters(step) + before
          ways.push({ digits, letters: before, from: step, to })
        }
      }
      out.push({ at, digits, ways: ways.sort((one, two) => two.letters.length - one.letters.length) })
    })
    return out
  }

  /** Is one edit (a letter more, less, other, or two swapped) enough? */
  search.oneEdit = (one, two) => {
    if (one === two || Math.abs(one.length - two.length) > 1) return false
    let start = 0
    while (start < one.length && one[start] === two[start]) start++
    let endOne = one.length, endTwo = two.length
    while (endOne > start && endTwo > start && one[endOne - 1] === two[endTwo - 1]) { endOne--; endTwo-- }
    const left = one.slice(start, endOne), right = two.slice(start, endTwo)
    return left.length <= 1 && right.length <= 1 || left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
  }
})(globalThis.chiNamSearch ??= {})
