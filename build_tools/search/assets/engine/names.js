/* The same query said otherwise: a name put for an equal one, words put for their initials or for everyday words. */
(function (search) {
  "use strict"

  const MOST = 4, MOST_SPELLED = 3
  /** From this rank on, words are told by the collection alone: LEARNT in build_tools/search/initials.py. */
  const LEARNT = 10
  /** Letters of initials. */
  const SHORTEST = 3, LONGEST = 6
  const INITIALS = /^[abcdeghiklmnopqrstuvxy]{2,6}$/
  const { head } = search.lookup

  const word = (term, weight = 0.97) => {
    const folded = search.fold(term)
    return { term, folded, kind: "word", raw: term, toned: folded !== term, strict: true, options: [{ folded, weight }] }
  }

  const spelt = (words, weight) => search.termsAt(search.tidy(words)).map(({ term }) => word(term, weight))

  /** Is a token typed in capitals, as codes are? */
  search.inCapitals = token => token.raw.length > 1 && token.raw === token.raw.toUpperCase() && token.raw !== token.raw.toLowerCase()

  /** Does a token say a word of a name? Tones that were typed hold; a code that is also a syllable ("TU") has to be typed as a code. */
  const says = (token, { term, folded, code }) => {
    if (token.kind !== "word" || token.phrase) return token.term === term
    return token.folded === folded && (!token.toned || token.term === term) && (!code || search.inCapitals(token))
  }

  const nameOf = name => {
    const found = search.termsAt(search.tidy(name)).map(({ term }) => ({ term, folded: search.fold(term), code: false }))
    if (found.length === 1 && name === name.toUpperCase() && search.isSyllable(found[0].folded)) found[0].code = true
    return found
  }

  /** The tokens with one name in the place of an equal one, for each such name. */
  search.otherNames = (tokens, index) => {
    const out = []
    index.synonymTerms = index.synonymTerms ?? index.synonyms.map(group => group.map(nameOf))
    for (const group of index.synonymTerms) {
      for (const name of group) {
        const at = tokens.findIndex((_, start) => start + name.length <= tokens.length && name.every((one, step) => says(tokens[start + step], one)))
        if (at < 0) continue
        for (const other of group) {
          if (other !== name && out.length < MOST) out.push([...tokens.slice(0, at), ...other.map(({ term }) => word(term)), ...tokens.slice(at + name.length)])
        }
        break
      }
    }
    return out
  }

  /** What stands for other words and begins with one of the tokens. */
  async function standing(tokens, index) {
    const found = new Set()
    await Promise.all(tokens.map(async (token, at) => {
      if (token.kind !== "word" || token.phrase) return
      const next = tokens[at + 1], files = [head(index, token.folded)]
      if (next?.kind === "word" || next?.kind === "figure") files.push(head(index, token.folded + " " + next.folded))
      for (const lists of await Promise.all(files)) for (const one of lists.said()) if (one.name[0].folded === token.folded) found.add(one)
    }))
    return [...found]
  }

  /**
   * Tokens with the words that abbreviations and everyday words of theirs stand for: [{tokens, reading: {from, to}}]. Longer words first;
   * within one no other is looked for.
   */
  search.spoken = async (tokens, index) => {
    /** @type {any[]} */
    const out = []
    const taken = new Set(), names = new Map()
    for (const one of await standing(tokens, index)) {
      if (one.rank >= LEARNT) continue
      const key = one.name.map(({ term }) => term).join(" ")
      names.set(key, [...(names.get(key) || []), one])
    }
    for (const meant of [...names.values()].sort((one, two) => two[0].name.length - one[0].name.length)) {
      const { name } = meant[0]
      const at = tokens.findIndex((_, start) => start + name.length <= tokens.length && name.every((one, step) => !taken.has(start + step) && says(tokens[start + step], one)))
      if (at < 0) continue
      const place = tokens.slice(at, at + name.length), to = meant.sort((one, two) => one.rank - two.rank).map(({ words }) => words)
      name.forEach((_, step) => taken.add(at + step))
      for (const token of place) token.spoken = true
      for (const words of to) out.push({ from: at, length: name.length, put: spelt(words, 1) })
      out[out.length - 1].reading = { from: place.map(token => token.raw).join(" "), to }
    }
    return out.slice(0, MOST)
  }

  /** The tokens with what was said put for it: all first meanings at once, then each other meaning. */
  search.asMeant = (tokens, found) => {
    const first = found.filter((one, at) => found.findIndex(({ from }) => from === one.from) === at)
    const put = chosen => chosen.slice().sort((one, two) => two.from - one.from).reduce((out, { from, length, put: words }) => [...out.slice(0, from), ...words, ...out.slice(from + length)], tokens)
    return found.length ? [put(first), ...found.filter(one => !first.includes(one)).map(other => put(first.map(one => one.from === other.from ? other : one)))] : []
  }

  /** Are these letters initials, of Vietnamese words, rather than a word? */
  search.likeInitials = ({ kind, term, folded }) => kind === "word" && !search.hasTone(term) && INITIALS.test(folded) && !search.isSyllable(folded)

  /** The names that a word may be the initials of: ["khu công nghiệp"]; what the texts explain, else names that recur in them, the likeliest first. */
  search.initials = async (token, index) => {
    const { folded } = token
    if (token.kind !== "word" || token.phrase || search.hasTone(token.term)) return []
    const told = (await standing([token], index)).filter(({ name, rank }) => rank >= LEARNT && name.length === 1 && (!name[0].code || search.inCapitals(token)))
    const meant = list => list.filter(words => words.split(" ").filter(said => said !== "và").every((said, at) => begins(said, token.term[at])))
    const explained = meant(told.sort((one, two) => one.rank - two.rank).map(({ words }) => words))
    if (explained.length) return explained
    if (folded.length < SHORTEST || folded.length > LONGEST || search.isSyllable(folded)) return []
    return meant((await search.lookup.names(index, folded))?.get(folded) || [])
  }

  const PLAIN = /[a-z]/
  /** Does a word begin with a letter of initials? Who types "đ" or "ư" means it; who types "d" may mean both. */
  const begins = (said, letter) => PLAIN.test(letter) || search.exactWord(said).normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC")[0] === letter

  /** The tokens with words put for initials: the likeliest for all of them, then the next likeliest for each. */
  search.spelledOut = tokens => {
    const put = which => tokens.flatMap((token, at) => token.initials?.length ? spelt(token.initials[which(at)] || token.initials[0], 0.9) : [token])
    const short = tokens.flatMap((token, at) => token.initials?.length ? [at] : [])
    if (!short.length) return []
    const others = short.flatMap(at => tokens[at].initials.slice(1).map((_, place) => put(other => other === at ? place + 1 : 0)))
    return [put(() => 0), ...others].slice(0, MOST_SPELLED)
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
