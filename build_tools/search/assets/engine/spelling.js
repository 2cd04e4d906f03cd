/* Words as they were probably meant: the unfinished last word completed, a word that the site does not have mended with one edit. */
(function (search) {
  "use strict"

  const { head, body } = search.lookup
  const COMPLETIONS = 8, CANDIDATES = 8
  /** Units that hold a word which may be a mistake of the texts. */
  const HARDLY_ANY = 3
  /** Words in less than this share of units stand in one with another by chance hardly ever. */
  const SELDOM = 0.03
  /** So many words are tried when none of them is known to stand beside its neighbours; for a rare word that could be one, none. */
  const UNSURE = 3
  /** Letters of a word that is no Vietnamese syllable, and yet no initials. */
  const FOREIGN = 6
  /** How words are shortened on phones. Folded. */
  const SHORTHAND = new Map([["ko", "không"], ["khg", "không"], ["dc", "được"], ["vs", "với"]])

  /** Does the site have this word? The lists that tell are needed anyway. */
  search.knownWord = async (folded, index) => {
    if (index.frequentSet.has(folded) || (await head(index, folded)).spellings(folded).length) return true
    return (await body(index, folded)).spellings(folded).length > 0
  }

  /** Is a word written just so somewhere? What is not known in any form may be. */
  search.isWritten = async ({ term, folded }, index) => {
    if ((await head(index, folded)).rows.has(term)) return true
    // on a large site the lists of frequent words are long
    const known = index.paired && index.frequentSet.has(folded) ? (await search.shards.vocabulary(false)).exact : (await body(index, folded)).rows
    if (known.has(term)) return true
    return !await search.knownWord(folded, index)
  }

  /** Write out a word that is shortened as on phones; what was changed, or null. */
  search.writtenOut = async (token, index) => {
    const meant = SHORTHAND.get(token.folded)
    if (!meant || !await search.knownWord(search.fold(meant), index)) return null
    Object.assign(token, { options: [{ folded: search.fold(meant), weight: 1 }], strict: false })
    return { from: token.raw, to: [meant] }
  }

  /** How surely two words stand side by side somewhere: 0 or from 1 up. Titles tell, and what the texts often repeat. */
  const beside = search.beside = async (one, two, index) => {
    const key = one + " " + two
    const [titles, repeats] = await Promise.all([head(index, key), search.lookup.repeats()])
    const count = titles.spellings(key).reduce((sum, spelling) => sum + titles.count(spelling), 0), place = repeats?.repeated.get(key)
    if (!count && place === undefined) return 0
    return 1 + Math.log10(1 + count) / 10 + (place === undefined ? 0 : 0.3 - place / repeats.repeated.size / 10)
  }

  const wordBeside = token => token?.kind === "word" ? token.options[0].folded : ""

  /** Candidates [{word, folded, rank}] in the order in which they fit between the words beside them; `value` over 1: one of these is. */
  async function fitting(candidates, before, after, index) {
    const out = await Promise.all(candidates.map(async one => {
      const [left, right] = await Promise.all([before ? beside(before, one.folded, index) : 0, after ? beside(one.folded, after, index) : 0])
      return { ...one, value: 2 * (left + right) + (one.like || 0) - one.rank / 1e5 }
    }))
    return out.sort((one, two) => two.value - one.value)
  }

  /**
   * A word whose letters exist only with other tones ("vệc"), in a query typed with tones, is probably another word one edit away. It may as
   * well be one that the texts do not use ("mấy"): what was changed is told only if the other word is known to stand beside its neighbours.
   */
  search.doubtWord = async (token, before, after, index) => {
    if (!search.hasTone(token.term) || token.folded.length < 3 || (await head(index, token.folded)).rows.has(token.term)) return null
    if ((await body(index, token.folded)).rows.has(token.term)) return null
    const { exact } = await search.shards.vocabulary()
    const near = [...exact].filter(([word]) => search.oneEdit(word, token.term)).sort((one, two) => one[1] - two[1]).slice(0, 6)
    if (!near.length) return null
    const put = (await fitting(near.map(([word, rank]) => ({ word, folded: search.fold(word), rank })), wordBeside(before), wordBeside(after), index)).slice(0, 2)
    const sure = put[0].value > 1 || !wordBeside(before) && !wordBeside(after)
    token.options = [...put.map(({ folded }) => ({ folded, weight: 0.9 })), { folded: token.folded, weight: 0.5 }]
    token.strict = false
    return sure ? { from: token.raw, to: put.map(({ word }) => word) } : null
  }

  /** Does a rare syllable stand in a text with a word beside it that few texts have? Then it is that word, not a mistake. */
  async function standsBeside(tokens, at, texts, index) {
    if (!search.isSyllable(tokens[at].folded)) return false
    const units = new Set(texts.spellings(tokens[at].folded).flatMap(key => texts.get(key)))
    for (const near of [tokens[at - 1], tokens[at + 1]]) {
      if (near?.kind !== "word" || index.frequentSet.has(near.folded)) continue
      const lists = await body(index, near.folded), found = lists.spellings(near.folded).flatMap(key => lists.get(key))
      if (found.length < SELDOM * index.units && found.some(unit => units.has(unit))) return true
    }
    return false
  }

  /**
   * The tokens with other words, one edit away, put for each that hardly any text has and that is not known to stand beside its neighbours:
   * {tokens, corrections}, or null. Texts have mistakes, too, and those who type the same one mean the word: it is looked for as well.
   */
  search.doubtRare = async (tokens, index) => {
    const corrections = []
    const out = await Promise.all(tokens.map(async (token, at) => {
      if (token.kind !== "word" || token.phrase || token.spoken || token.initials?.length || token.options.length > 1 || token.options[0].folded !== token.folded || token.folded.length < 3) return token
      const before = wordBeside(tokens[at - 1]), after = wordBeside(tokens[at + 1])
      if (!before && !after || index.frequentSet.has(token.folded) || (await head(index, token.folded)).spellings(token.folded).length) return token
      const texts = await body(index, token.folded), held = texts.spellings(token.folded).reduce((sum, key) => sum + texts.count(key), 0)
      if (!held || held > HARDLY_ANY || await standsBeside(tokens, at, texts, index) || before && await beside(before, token.folded, index) || after && await beside(token.folded, after, index)) return token
      const words = await search.shards.vocabulary()
      const ranks = new Map([...words.exact].filter(([word, rank]) => search.oneEdit(word, token.term) && rank < (words.folded.get(token.folded) ?? Infinity)).map(([word]) => [search.fold(word), words.folded.get(search.fold(word))]))
      const near = [...ranks].map(([folded, rank]) => ({ folded, rank, like: 0.04 })).sort((one, two) => one.rank - two.rank)
      const fit = await fitting(near.slice(0, CANDIDATES), before, after, index), likely = fit.filter((one, place) => one.value > 1 || fit[0].value <= 1 && place < UNSURE && !search.isSyllable(token.folded))
      if (!likely.length) return token
      corrections.push({ from: token.raw, seldom: true, to: likely.map(one => words.pieces[words.folded.get(one.folded)].toLowerCase()) })
      return { ...token, strict: false, options: likely.map(one => ({ folded: one.folded, weight: 0.9 })) }
    }))
    return corrections.length ? { tokens: out, corrections } : null
  }

  /** Words that the unfinished last word may become: those that follow the word before it in titles, else frequent ones. */
  search.completeWord = async (token, before, index) => {
    const found = new Map()
    if (before?.kind === "word") {
      const start = before.folded + " " + token.folded, lists = await head(index, start)
      for (const key of lists.keys) {
        const plain = search.fold(key), word = plain.split(" ")[1]
        if (plain.startsWith(start) && plain !== start) found.set(word, (found.get(word) || 1e6) + lists.count(key))
      }
    }
    const whole = (await head(index, token.folded)).spellings(token.folded).length > 0
    if (token.folded.length > 1 && !found.size && !(whole && before)) {
      const { folded } = await search.shards.vocabulary(token.folded.length > 3)
      for (const [word, rank] of folded) if (word.startsWith(token.folded) && word !== token.folded && !found.has(word)) found.set(word, -rank)
    }
    const best = [...found].sort((one, two) => two[1] - one[1]).slice(0, COMPLETIONS)
    // what stands after the word before it is looked up with that word: no further file is needed
    for (const [word, value] of best) token.options.push({ folded: word, weight: whole ? 0.6 : 0.9, completion: true, after: value > 0 ? before.folded : "" })
  }

  /**
   * Mend a word that nothing matches with one edit, a missing or a needless blank. Changes `tokens`; says what it did. `sure`: only with a
   * word that is known to stand beside one of its neighbours.
   */
  search.correctWord = async (tokens, at, index, sure = false) => {
    const token = tokens[at], typed = token.folded, words = await search.shards.vocabulary()
    if (typed.length < 2) return null
    const spelt = folded => words.pieces[words.folded.get(folded)].toLowerCase()
    const near = new Set([...words.exact.keys()].filter(word => search.oneEdit(word, token.term)).map(search.fold))
    // people seldom mistype the first letter; a candidate may cost a small file
    const like = word => (near.has(word) ? 0.04 : 0) + (word[0] === typed[0] ? 0.02 : 0)
    // letters that are no syllable are not mended into others that are none, unless these are long enough for a word of another language
    const wordlike = word => search.isSyllable(word) || word.length >= FOREIGN
    const candidates = [...words.folded].filter(([word]) => search.oneEdit(word, typed) && wordlike(word))
      .map(([folded, rank]) => ({ folded, rank, like: like(folded) }))
      .sort((one, two) => two.like - one.like || one.rank - two.rank).slice(0, CANDIDATES)
    if (candidates.length) {
      const worth = await fitting(candidates, wordBeside(tokens[at - 1]), wordBeside(tokens[at + 1]), index)
      const best = worth[0].value
      if (sure && best <= 1) return null
      const likely = best > 1 ? worth.filter(one => one.value > Math.max(1, best - 1.5)).slice(0, 2) : worth.slice(0, 3)
      token.options = likely.map(({ folded }, place) => ({ folded, weight: place ? 0.8 : 0.95 }))
      token.strict = false
      return { from: token.raw, to: likely.map(({ folded }) => spelt(folded)) }
    }
    if (sure) return null
    const next = tokens[at + 1]
    if (next?.kind === "word" && words.folded.has(typed + next.folded)) {
      const joined = typed + next.folded
      tokens.splice(at, 2, { ...token, raw: token.raw + " " + next.raw, ...plainWord(joined) })
      return { from: token.raw + " " + next.raw, to: [spelt(joined)] }
    }
    let cut = 0, best = Infinity
    for (let place = 1; place < typed.length; place++) {
      const halves = [typed.slice(0, place), typed.slice(place)], [one, two] = halves.map(half => words.folded.get(half))
      if (halves.every(wordlike) && one !== undefined && two !== undefined && one + two < best) { best = one + two; cut = place }
    }
    if (!cut) return null
    const halves = [typed.slice(0, cut), typed.slice(cut)]
    tokens.splice(at, 1, ...halves.map(half => ({ ...token, ...plainWord(half) })))
    return { from: token.raw, to: [halves.map(spelt).join(" ")] }
  }

  const plainWord = folded => ({ folded, term: folded, strict: false, options: [{ folded, weight: 0.95 }] })
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
