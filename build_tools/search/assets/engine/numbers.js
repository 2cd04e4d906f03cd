/* Numbers of documents, however they were typed: "kl01", "37 qd tw", "chỉ thị 05", "30/2020". */
(function (search) {
  "use strict"

  const { head, numbers } = search.lookup
  /** Words that say that a number follows; words that figures count. Folded. */
  const SAYS_NUMBER = new Set(["so"]), COUNTED = new Set(["nam", "thang", "ngay", "qui", "ki", "tuan", "lan", "gio", "nguoi", "trieu", "ti", "dong"])
  /** A longer query is a title or a sentence: its words say more than one number in it. */
  const NAMES_AT_MOST = 10

  /** Put a document's number, however it was typed, in the place of its pieces. */
  search.readNumbers = async (tokens, index) => {
    const gone = new Set()
    const plain = tokens.filter(token => !SAYS_NUMBER.has(token.folded))
    for (const reading of search.numberReadings(tokens)) {
      if (gone.has(reading.at)) continue
      const token = tokens[reading.at]
      const put = (from, to, changes) => {
        for (let at = from; at <= to; at++) gone.add(at)
        gone.delete(reading.at)
        tokens[reading.at] = { ...token, kind: "number", raw: tokens.slice(from, to + 1).map(one => one.raw).join(" "), ...changes }
      }
      const [owned, cited] = await Promise.all([head(index, reading.digits), numbers(index, reading.digits)])
      const citedLike = way => [...numbersLike(owned, "", way), ...numbersLike(cited, "", way)]
      const options = alike => [{ terms: new Set(alike.map(one => one.key)), folded: reading.digits, weight: 1 }]
      let settled = false
      for (const way of reading.ways) {
        const range = Array.from({ length: way.to - way.from + 1 }, (_, step) => way.from + step)
        if (range.some(at => gone.has(at) || tokens[at].phrase !== token.phrase)) continue
        const name = nameBefore(tokens, way, gone, index)
        const own = numbersLike(owned, "#", way), alike = citedLike(way)
        // words that happen to stand beside figures ("2 bản") are no symbol unless a number is exactly that; a syllable ("cap 2") only of an own one
        const likely = search.isSyllable(way.letters) ? own : [...own, ...alike]
        const symbol = way.letters && (token.kind === "number" || likely.some(one => one.full || way.letters.length < 4))
        if (symbol && (own.length || alike.length)) {
          const from = name && (way.letters.startsWith(name.initials) || token.kind === "number") ? name.from : way.from
          put(from, way.to, { own, term: way.digits + "|" + way.letters, options: options(alike) })
          settled = true
        } else if (name && !way.letters) {
          // "chỉ thị 05": the type is told by its name, not by a symbol
          const key = `#${way.digits} ${name.name}`, named = (await head(index, key)).rows.has(key) ? [{ key, full: true }] : []
          const meant = citedLike({ ...way, letters: name.initials })
          if (named.length || meant.length) {
            put(name.from, way.to, { own: named, term: way.digits + "|" + name.initials, options: options(meant) })
            settled = true
          }
        }
        if (settled) break
        if (!way.letters && way.to > way.from && (own.length || alike.length)) {
          put(way.from, way.to, { own, term: way.digits + "|", options: options(alike) }) // "30/2020"
          break
        }
        if (!way.letters && way.to === way.from && token.kind !== "number" && own.length) {
          Object.assign(token, { own, digits: reading.digits, sole: plain.length === 1 && !/^(19|20)[0-9]{2}$/.test(token.term) })
          break
        }
      }
    }
    return tokens.filter((_, at) => !gone.has(at))
  }

  /** The name of a type that stands before a number ("chỉ thị", "chỉ thị số"): {name, initials, from}; not before "01 năm". */
  function nameBefore(tokens, way, gone, index) {
    if (tokens.length > NAMES_AT_MOST || tokens[way.from].phrase || (tokens[way.to].kind === "figure" && COUNTED.has(tokens[way.to + 1]?.folded))) return null
    const last = SAYS_NUMBER.has(tokens[way.from - 1]?.folded) ? way.from - 2 : way.from - 1
    let name = "", found = null
    for (let from = last; from >= 0 && from > last - 6 && tokens[from].kind === "word" && !tokens[from].phrase && !gone.has(from); from--) {
      name = tokens[from].folded + (name && " " + name)
      if (index.nameSet.has(name)) found = { name, from, initials: name.split(" ").map(word => word[0]).join("") }
    }
    return found
  }

  /** Numbers in a file that are the one meant, or begin like it: [{key, full}]. */
  function numbersLike(lists, sign, { digits, letters }) {
    const out = []
    for (const key of lists.keys) {
      if (!key.includes("|") || (key[0] === "#") !== (sign === "#")) continue
      const [figures, symbol] = key.slice(sign.length).split("|")
      if (!(figures === digits || figures.startsWith(digits + ".")) || !symbol.startsWith(letters)) continue
      out.push({ key, full: symbol === letters && letters !== "" })
    }
    return out
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
