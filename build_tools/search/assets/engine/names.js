/* The same query said otherwise: a name put for an equal one, words put for their initials. */
(function (search) {
  "use strict"

  const MOST = 4, MOST_SPELLED = 2
  const SHORTEST = 2, LONGEST = 6

  const word = (term, weight = 0.97) => {
    const folded = search.fold(term)
    return { term, folded, kind: "word", raw: term, toned: false, strict: false, options: [{ folded, weight }] }
  }

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

  /**
   * Tokens with the words that abbreviations and everyday words of theirs stand for: [{tokens, reading: {from, to}}]. Longer words first;
   * within one no other is looked for.
   */
  search.spoken = (tokens, index) => {
    index.spokenTerms = index.spokenTerms ?? index.spoken.map(([typed, meant]) => ({ name: nameOf(typed), meant: meant.map(nameOf), words: meant })).sort((one, two) => two.name.length - one.name.length)
    /** @type {any[]} */
    const out = []
    const taken = new Set()
    for (const { name, meant, words } of index.spokenTerms) {
      const at = tokens.findIndex((_, start) => start + name.length <= tokens.length && name.every((one, step) => !taken.has(start + step) && says(tokens[start + step], one)))
      if (at < 0) continue
      const place = tokens.slice(at, at + name.length)
      name.forEach((_, step) => taken.add(at + step))
      for (const token of place) token.spoken = true
      for (const other of meant) out.push({ from: at, length: name.length, put: other.map(({ term }) => word(term, 1)) })
      out[out.length - 1].reading = { from: place.map(token => token.raw).join(" "), to: words }
    }
    return out.slice(0, MOST)
  }

  /** The tokens with what was said put for it: all first meanings at once, then each other meaning. */
  search.asMeant = (tokens, found) => {
    const first = found.filter((one, at) => found.findIndex(({ from }) => from === one.from) === at)
    const put = chosen => chosen.slice().sort((one, two) => two.from - one.from).reduce((out, { from, length, put: words }) => [...out.slice(0, from), ...words, ...out.slice(from + length)], tokens)
    return found.length ? [put(first), ...found.filter(one => !first.includes(one)).map(other => put(first.map(one => one.from === other.from ? other : one)))] : []
  }

  /** What a word may stand for if it is made of initials ("kcn"): [[word in lower case]], what the site repeats most first. */
  search.initials = async token => {
    const { folded } = token
    if (token.kind !== "word" || token.phrase || token.term.replace(/đ/g, "d") !== folded || folded.length < SHORTEST || folded.length > LONGEST || search.isSyllable(folded)) return []
    return ((await search.lookup.repeats())?.byInitials.get(folded) || []).map(({ name }) => name)
  }

  /** The tokens with words put for initials: the likeliest for all of them, then the next likeliest for each. */
  search.spelledOut = tokens => {
    const put = which => tokens.flatMap((token, at) => (token.initials?.[which(at)] || token.initials?.[0])?.map(spelt => word(search.exactWord(spelt), token.folded.length > 2 ? 0.9 : 0.7)) || [token])
    const short = tokens.flatMap((token, at) => token.initials?.length ? [at] : [])
    if (!short.length) return []
    return [put(() => 0), ...short.filter(at => tokens[at].initials.length > 1).map(at => put(other => other === at ? 1 : 0))].slice(0, MOST_SPELLED)
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
