/* The same query said otherwise: a name put for an equal one, words put for their initials. */
(function (search) {
  "use strict"

  const MOST = 4, MOST_SPELLED = 2
  const SHORTEST = 2, LONGEST = 6

  const word = (term, weight = 0.97) => {
    const folded = search.fold(term)
    return { term, folded, kind: "word", raw: term, toned: false, strict: false, options: [{ folded, weight }] }
  }

  /** The tokens with one name in the place of an equal one, for each such name. */
  search.otherNames = (tokens, index) => {
    const out = []
    const folded = tokens.map(token => token.kind === "word" && !token.phrase ? token.folded : token.term)
    index.synonymTerms ??= index.synonyms.map(group => group.map(name => search.termsAt(search.tidy(name)).map(({ term }) => term)))
    for (const group of index.synonymTerms) {
      for (const name of group) {
        const wanted = name.map(search.fold)
        const at = folded.findIndex((_, start) => wanted.every((term, step) => folded[start + step] === term))
        if (at < 0) continue
        for (const other of group) {
          if (other !== name && out.length < MOST) out.push([...tokens.slice(0, at), ...other.map(term => word(term)), ...tokens.slice(at + name.length)])
        }
        break
      }
    }
    return out
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
})(globalThis.chiNamSearch ??= {})
