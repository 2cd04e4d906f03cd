/* What a reader typed, taken apart: words, figures, numbers of documents, dates, "phrases" and -words. Pure: no index is asked. */
(function (search) {
  "use strict"

  const QUOTED = /(-?)["“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]/gu

  const SHORT_DATE = /(^|[^0-9./-])([0-9]{1,2})([./-])([0-9]{1,2})\3([0-9]{2})(?![./-]?[0-9]|[./-]?[A-Za-zĐđ])/gu

  /** What figures such as "22/12/31" may mean: the day first, then the year first, of this century before the last one: [{term, weight}]. */
  search.shortDates = (one, two, three) => {
    const out = []
    for (const [day, year, weight] of [[one, three, 1], [three, one, 0.9]]) {
      for (const [century, share] of /** @type {[string, number][]} */ ([["20", 1], ["19", 0.6]])) {
        if (two >= 1 && two <= 12 && day >= 1 && day <= 31 && year.length === 2 && (century === "19" || year < 50)) {
          out.push({ term: "@" + century + year + two.padStart(2, "0") + day.padStart(2, "0"), weight: weight * share })
        }
      }
    }
    return out
  }

  /** A sign between initials that belong together: "GD-ĐT", "GD & ĐT". */
  const TIE = /^(?:[-/,.]| ?& ?)$/

  /** A token: {term, folded, raw, kind: word | figure | number | date, toned, tied: to the one before, phrase: the number of its phrase from 1, or false} */
  function tokens(text, phrase) {
    let before = 0
    const out = search.termsAt(text).map(({ term, start, end }) => {
      const tied = before > 0 && TIE.test(text.slice(before, start))
      before = end
      const folded = search.fold(term)
      const kind = term.includes("|") ? "number" : term[0] === "@" ? "date" : /^[0-9]/.test(term) ? "figure" : "word"
      return { term, folded, kind, toned: kind === "word" && folded !== term, raw: text.slice(start, end), start, end, tied, phrase }
    })
    for (const match of text.matchAll(SHORT_DATE)) {
      const meant = search.shortDates(match[2], match[4], match[5]), end = match.index + match[0].length
      const from = out.findIndex(token => token.start >= match.index + match[1].length), to = out.reduce((last, token, at) => token.end <= end ? at : last, -1)
      if (!meant.length || from < 0 || to < from) continue
      const said = from && out[from - 1].folded === "ngay" ? 1 : 0 // "ngày 22/12/31"
      out.splice(from - said, to - from + 1 + said, { term: meant[0].term, folded: meant[0].term, kind: "date", toned: false, raw: match[0].slice(match[1].length), start: match.index + match[1].length, end, phrase, meant })
    }
    return out
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
    const last = found.tokens[found.tokens.length - 1]
    found.open = Boolean(last) && !last.phrase && (last.kind === "word" || last.kind === "number") && !/\s$/.test(query)
    if (found.tokens.length > 30) found.tokens.length = 30
    return found
  }

  /** Beside so many other words, words of grammar and of asking ("bao nhiêu") tell nothing of what is looked for. */
  const TELLING = 2
  /** Which tokens tell nothing: a flag for each. Where no tones were typed, these words have none either. */
  search.hollow = (typed, index) => {
    const toned = typed.some(token => token.toned), out = typed.map(() => false)
    index.hollowTerms = index.hollowTerms ?? index.hollow.map(said => said.split(" ").map(term => ({ term, folded: search.fold(term) })))
    typed.forEach((_, at) => {
      for (const said of index.hollowTerms) {
        const says = ({ term, folded }, step) => {
          const token = typed[at + step]
          return token?.kind === "word" && !token.phrase && (toned ? token.term === term : token.folded === folded)
        }
        if (said.every(says)) out.fill(true, at, at + said.length)
      }
    })
    return out.filter(is => !is).length < TELLING ? out.fill(false) : out
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
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
