/* The same query said otherwise: a name put for an equal one. */
(function (search) {
  "use strict"

  const MOST = 4

  const word = term => {
    const folded = search.fold(term)
    return { term, folded, kind: "word", raw: term, toned: false, strict: false, options: [{ folded, weight: 0.97 }] }
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
          if (other !== name && out.length < MOST) out.push([...tokens.slice(0, at), ...other.map(word), ...tokens.slice(at + name.length)])
        }
        break
      }
    }
    return out
  }
})(globalThis.chiNamSearch ??= {})
