/* The same query said otherwise: a name put for an equal one, words put for their initials or for everyday words. */
(function (search) {
  "use strict"

  const MOST = 4
  /** Meanings that are told of what may have several. */
  const TOLD = 2
  /** From this rank on, words are told by the collection alone: LEARNT in build_tools/search/initials.py. */
  const LEARNT = 10
  /** Letters of initials. */
  const SHORTEST = 3, LONGEST = 6
  /** Letters that may be the initials of two names. */
  const PARTED = 5
  const INITIALS = /^[abcdeghiklmnopqrstuvwxy]{2,12}$/
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

  /** Initials that signs part ("GD-ĐT", "qp,an"): [{at, length, token: what they are together}]. */
  function tiedInitials(tokens) {
    const out = [], short = token => token?.kind === "word" && !token.phrase && token.folded.length <= LONGEST && !search.hasTone(token.term)
    for (let at = 0; at < tokens.length; at++) {
      let end = at + 1
      while (short(tokens[at]) && short(tokens[end]) && tokens[end].tied) end++
      const some = tokens.slice(at, end)
      if (some.length < 2 || some.every(token => search.isSyllable(token.folded) && !search.inCapitals(token))) continue
      out.push({ at, length: some.length, token: initialsToken(some.map(token => token.raw).join("")) })
      at = end - 1
    }
    return out
  }

  /**
   * What abbreviations and everyday words of the tokens stand for: [{from, length: tokens that say it, typed, words, put: the words as
   * tokens}]. Longer words first; within one no other is looked for.
   */
  search.spoken = async (tokens, index) => {
    /** @type {any[]} */
    const out = []
    const taken = new Set(), names = new Map()
    const take = (from, length, to) => {
      const place = tokens.slice(from, from + length)
      place.forEach((token, step) => { token.spoken = true; taken.add(from + step) })
      const typed = place.map(token => token.raw).join(length > 1 && place[1].tied ? "-" : " ")
      for (const words of to) out.push({ from, length, typed, words, put: spelt(words, 1) })
    }
    for (const one of await standing(tokens, index)) {
      if (one.rank >= LEARNT) continue
      const key = one.name.map(({ term }) => term).join(" ")
      names.set(key, [...(names.get(key) || []), one])
    }
    for (const meant of [...names.values()].sort((one, two) => two[0].name.length - one[0].name.length)) {
      const { name } = meant[0]
      const at = tokens.findIndex((_, start) => start + name.length <= tokens.length && name.every((one, step) => !taken.has(start + step) && says(tokens[start + step], one)))
      if (at >= 0) take(at, name.length, meant.sort((one, two) => one.rank - two.rank).map(({ words }) => words))
    }
    for (const { at, length, token } of tiedInitials(tokens)) {
      const whole = Array.from({ length }, (_, step) => taken.has(at + step)).every(Boolean) ? [] : await search.initials(token, index)
      if (whole.length) {
        for (const one of out.filter(({ from }) => from >= at && from < at + length)) out.splice(out.indexOf(one), 1)
        take(at, length, whole)
      }
    }
    return out.slice(0, MOST)
  }

  /** Are there other words, which may choose among meanings? */
  search.helped = (tokens, index) => {
    const hollow = search.hollow(tokens, index)
    return tokens.some((token, at) => !token.initials?.length && !token.spoken && !hollow[at])
  }

  /** The same for tokens that were found to be initials. Where nothing but initials was typed, no word speaks for one of several meanings. */
  search.spelledOut = (tokens, index) => {
    const helped = search.helped(tokens, index)
    return tokens.flatMap((token, from) => (token.initials || []).slice(0, helped ? MOST : TOLD).map(words => ({
      from, length: 1, typed: token.raw, words, put: spelt(words, 0.9)
    })))
  }

  /** What was found, in words: [{from, to: [meanings]}]. */
  search.readings = found => [...new Set(found.map(({ from }) => from))].map(at => {
    const several = found.filter(({ from }) => from === at)
    return { from: several[0].typed, to: several.map(({ words }) => words) }
  })

  /** The tokens with what was said put for it, each with the meaning that is not the first one: all first meanings at once, then each other meaning. */
  search.asMeant = (tokens, found) => {
    const first = found.filter((one, at) => found.findIndex(({ from }) => from === one.from) === at)
    const put = chosen => chosen.slice().sort((one, two) => two.from - one.from).reduce((out, { from, length, put: words }) => [...out.slice(0, from), ...words, ...out.slice(from + length)], tokens)
    const others = found.filter(one => !first.includes(one)).map(other => ({ tokens: put(first.map(one => one.from === other.from ? other : one)), other }))
    return found.length ? [{ tokens: put(first), other: null }, ...others].slice(0, MOST) : []
  }

  /** A meaning for which the other words speak so much less than for another one is not what is meant. */
  const RATHER = 0.6

  /** The meanings for which the other words of a query speak: what a text that has them beside these words is worth (`top` of each way). */
  search.likelier = (found, ways, top) => {
    const worth = one => {
      const at = ways.findIndex(way => way.read && way.other === one)
      return top[at < 0 ? ways.findIndex(way => way.read) : at]
    }
    return found.filter(one => {
      const several = found.filter(({ from }) => from === one.from)
      return worth(one) >= RATHER * Math.max(...several.map(worth)) && several.filter(other => worth(other) > worth(one)).length < TOLD
    })
  }

  /** Are these letters initials, of Vietnamese words, rather than a word? */
  search.likeInitials = ({ kind, term, folded }) => kind === "word" && !search.hasTone(term) && INITIALS.test(folded) && !search.isSyllable(folded)

  /** The names that a word may be the initials of: ["khu công nghiệp"], the likeliest first; letters that no name has are parted in two. */
  search.initials = async (token, index) => {
    if (token.kind !== "word" || token.phrase || search.hasTone(token.term)) return []
    const names = await namesOf(token, index)
    return names.length || token.folded.length < PARTED || search.isSyllable(token.folded) ? names : inTwo(token, index)
  }

  /** What is listed, or what the texts explain. */
  async function toldOf(token, index) {
    const told = (await standing([token], index)).filter(({ name }) => name.length === 1).sort((one, two) => one.rank - two.rank)
    const listed = told.filter(({ name, rank }) => rank < LEARNT && says(token, name[0]))
    const explained = told.filter(({ name, rank }) => rank >= LEARNT && (!name[0].code || search.inCapitals(token)))
    return [...listed.map(({ words }) => words), ...begun(explained.map(({ words }) => words), token)]
  }

  /** The same, or else the names that recur. */
  async function namesOf(token, index) {
    const { folded } = token, told = await toldOf(token, index)
    if (told.length || folded.length < SHORTEST || folded.length > LONGEST || search.isSyllable(folded)) return told
    return begun((await search.lookup.names(index, folded))?.get(folded) || [], token)
  }

  /** Words of two syllables that names begin with, those of most names first, by their initials; a few, since each is looked up. */
  async function wordsOf(token, index) {
    const { folded } = token, counts = new Map()
    for (const [initials, names] of await search.lookup.names(index, folded) || []) for (const name of initials.startsWith(folded) ? names : []) {
      const first = name.split(" ", folded.length).join(" ")
      counts.set(first, (counts.get(first) || 0) + 1)
    }
    return begun([...counts].filter(([first, count]) => count > 1 && !/(^| )và( |$)/.test(first)).sort((one, two) => two[1] - one[1]).map(([first]) => first), token).slice(0, MOST)
  }

  /** Initials as two in a row ("BCHTW", "cskcb"): the longest first part of which a name is known to stand before one of the rest. One of them
   *  has to be told: two guesses are too many. Of two letters the other may be a word: one that begins names. */
  async function inTwo(token, index) {
    const { raw, raw: { length } } = token
    if (length > LONGEST * 2) return []
    for (let cut = length - 2; cut >= 2; cut--) {
      const parts = [raw.slice(0, cut), raw.slice(cut)].map(initialsToken)
      const told = await Promise.all(parts.map(part => toldOf(part, index)))
      if (!told.some(some => some.length)) continue
      const [left, right] = await Promise.all(parts.map((part, at) => told[at].length ? told[at] : part.folded.length < SHORTEST ? wordsOf(part, index) : namesOf(part, index)))
      for (const one of left) for (const two of right) {
        const [last, first] = [spelt(one, 1).pop(), spelt(two, 1)[0]]
        if (await search.beside(last.folded, first.folded, index)) return [one + " " + two]
      }
    }
    return []
  }

  /** Letters that are taken together, or apart, as a token of the query. */
  const initialsToken = raw => {
    const term = search.exactWord(raw), folded = search.fold(term)
    return { kind: "word", phrase: false, term, folded, raw, toned: term !== folded }
  }

  const begun = (names, token) => names.filter(words => words.split(" ").filter(said => said !== "và").every((said, at) => begins(said, token.term[at])))

  const PLAIN = /[a-z]/
  /** Does a word begin with a letter of initials? Who types "đ" or "ư" means it; who types "d" may mean both. */
  const begins = (said, letter) => PLAIN.test(letter) || search.exactWord(said).normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC")[0] === letter
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
