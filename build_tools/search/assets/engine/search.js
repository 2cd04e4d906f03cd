/* The search: a query against the index files, groups in order of merit. No interface here. */
(function (search) {
  "use strict"

  const TOP = 60
  /** So many hits make a first answer. */
  const SOON = 5
  /** A first hit that may hold the whole query, and is worth so many times the next, will stay the first. */
  const CLEAR = 1.5
  const { manifest, layout } = search.lookup
  const nothing = query => ({ query, total: 0, hits: [], matched: [], corrections: [], readings: [], missing: [], unknown: [], tokens: [], broken: [], related: false })

  /**
   * Search. `stage(result)` is called with a first answer as soon as there is one to show; when `current()`
   * says that nobody waits for the answer any more, the rest is left undone.
   * {query, total, hits: [{group, url, title, number, kind, date, superseded, meta, aliases, score, parts: [{kind, url, title, above, pieces}]}],
   *  related: no document has all words, matched: [group numbers], corrections, readings: [{from, to: [words]}], missing: [words], unknown: [initials that nothing explains], broken: [files], tokens}
   */
  search.search = async (query, options = {}) => {
    let answer = null, trouble = null
    try { answer = await find(query, options) } catch (error) { trouble = error }
    if ((trouble || answer.broken.length) && await search.renewed()) return find(query, options)
    if (trouble) throw trouble
    return answer
  }

  async function find(query, { limit = 10, filter = null, order = null, stage = null, current = () => true }) {
    search.shards.broken.clear()
    const parsed = search.parse(query), empty = nothing(query)
    if (!parsed.tokens.length) return empty
    const index = await manifest()
    const { tokens, corrections } = await prepare(parsed, index)
    let spoken = [...await search.spoken(tokens, index), ...search.spelledOut(tokens, index)]
    const doubted = await search.doubtRare(tokens, index)
    let ways = [
      { tokens }, ...search.asMeant(tokens, spoken).map(way => ({ ...way, read: true, meant: true })),
      ...search.otherNames(tokens, index).map(way => ({ tokens: way, meant: true })), ...(doubted ? [{ tokens: doubted.tokens, doubted }] : [])
    ].map(way => ({ other: null, read: false, meant: false, doubted: null, head: null, body: null, ...way }))
    await Promise.all(ways.map(async way => { way.head = await search.scoreHead(way.tokens, index) }))
    let told = false
    const staged = async (best, sure) => {
      if (!stage || told || parsed.phrases.length || parsed.without.length) return
      const { matched, top: hits, total } = search.choose(best, index, { order, filter }, SOON)
      if (!hits.length || !sure(best, hits[0].group, hits[0].score / (hits[1]?.score || 1e-9))) return
      await search.display(hits, index)
      told = true
      stage({ ...empty, total, matched, corrections, readings: search.readings(spoken), tokens, hits: hits.map(hit => search.finish(hit, best)), broken: [...search.shards.broken] })
    }
    // the one title that holds the whole query in a row, the one number or date: no text will say otherwise
    await staged(search.merge(ways, null, index), (found, first, lead) => {
      const { head, tokens: said } = found.ways[found.way[first]], named = group => head.own[group] || head.row[group] === said.length
      return named(first) && (lead > CLEAR || !head.row.some((_, group) => group !== first && named(group)))
    })
    if (!current()) return empty
    const [places] = await Promise.all([layout(index).catch(() => null), ...ways.map(async way => { way.body = await search.scoreBody(way.tokens, way.head, index) })])
    if (!current()) return empty
    await Promise.all(ways.map(way => search.findSides(way, index)))
    let best = search.merge(ways, places, index)
    const likelier = search.helped(tokens, index) ? search.likelier(spoken, ways, best.top) : spoken
    if (likelier.length < spoken.length) {
      const gone = spoken.filter(one => !likelier.includes(one)), first = spoken.filter((one, at) => gone.includes(one) && spoken.findIndex(({ from }) => from === one.from) === at)
      ways = ways.filter(way => !way.read || (way.other ? !gone.includes(way.other) : !first.length))
      spoken = likelier
      best = search.merge(ways, places, index)
    }
    // words that are known to stand in a row, in a title or, two of them, in a text; what may or may not is read first
    await staged(best, ({ way, unit, hold }, first, lead) => {
      const { tokens: said, body, head } = best.ways[way[first]]
      if (said.length === 1 || head.own[first] || head.row[first] === said.length) return true
      return hold[first] === 2 && lead > CLEAR || said.length === 2 && unit[first] >= 0 && search.rowIn({ tokens: said, body }, unit[first]) >= search.runValue(1)
    })
    if (!current()) return empty
    for (const phrase of parsed.without) await search.exclude(best, phrase, index)
    const { matched, top, deep, total } = search.choose(best, index, { order, filter }, Math.max(TOP, limit))
    const unfound = tokens.filter(token => token.missing && !token.spoken && !token.initials?.length), said = (of, like) => of.filter(token => search.likeInitials(token) === like).map(token => token.raw)
    const result = { ...empty, total, matched, corrections, readings: search.readings(spoken), tokens, missing: [...new Set(said(unfound, false))], unknown: [...new Set(said(unfound, true))] }
    result.hits = await search.readTexts({ top, deep }, best, parsed, index, { limit, order, stage: told ? null : stage, current }, result)
    if (doubted && result.hits.length && ways[best.way[result.hits[0].group]].doubted) result.corrections = [...corrections, ...doubted.corrections]
    result.broken = [...search.shards.broken]
    result.related = result.total > 0 && tokens.length > 1 && !unfound.length && !result.broken.length && search.heldByNone(best, index)
    return result
  }

  /** What the words may stand for: numbers put together, the last word completed, unknown words mended. */
  async function prepare(parsed, index) {
    let tokens = parsed.tokens.map(token => ({
      ...token, options: token.meant ? token.meant.map(({ term, weight }) => ({ folded: term, weight })) : [{ folded: token.folded, weight: 1 }], missing: false
    }))
    const corrections = []
    ask(tokens, index)
    await holdToTones(tokens, parsed.open, index)
    tokens = await search.readNumbers(tokens, index)
    await search.spoken(tokens, index) // what is known is neither mended nor guessed
    const last = tokens[tokens.length - 1]
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]
      if (token.kind !== "word") continue
      if (token.spoken) continue
      if (token === last && parsed.open) await search.completeWord(token, tokens[at - 1], index)
      if (token.phrase || token.options.some(option => option.completion)) continue
      const changed = await understand(tokens, at, index)
      if (changed) corrections.push(changed)
    }
    tokens.forEach((token, at) => {
      const next = tokens[at + 1]
      token.slight = next && (token.folded === "so" && (next.kind === "number" || next.kind === "figure") || token.folded === "ngay" && next.kind === "date")
    })
    return { tokens, corrections }
  }

  /**
   * Typed tones hold. A word without any beside words with tones is meant to have none, unless another such word is never written without
   * one: then the query was typed with some of its tones only.
   */
  async function holdToTones(tokens, open, index) {
    const words = tokens.filter(token => token.kind === "word")
    if (!words.some(token => token.toned)) return
    let some = false
    for (const token of words) {
      token.strict = true
      if (open && token === tokens[tokens.length - 1]) continue // it may go on
      if (search.hasTone(token.term) || await search.isWritten(token, index)) continue
      token.strict = false
      some = some || !token.toned
    }
    if (some) for (const token of words) if (!token.toned) token.strict = false
  }

  /** Ask at once for what will be looked up in titles anyway: on a slow line each wait for an answer counts. */
  function ask(tokens, index) {
    const { head, numbers } = search.lookup
    tokens.forEach((token, at) => {
      head(index, token.folded)
      if (tokens[at + 1]) head(index, token.folded + " " + tokens[at + 1].folded)
    })
    for (const { digits } of search.numberReadings(tokens)) { head(index, digits); numbers(index, digits) }
    head(index, search.titleKey(tokens))
  }

  /** One word: what its initials may mean, what it was meant to be; what was changed, or null. */
  async function understand(tokens, at, index) {
    const token = tokens[at], known = await search.knownWord(token.folded, index), initials = await search.initials(token, index)
    const written = known ? null : await search.writtenOut(token, index)
    if (written) return written
    if (initials.length) {
      // letters that no word has are initials, unless one edit makes a word that stands beside its neighbours
      const changed = known ? null : await search.correctWord(tokens, at, index, true)
      if (!changed) token.initials = initials
      return changed
    }
    if (known) return search.doubtWord(token, tokens[at - 1], tokens[at + 1], index)
    // letters without a vowel, or two that begin or end a syllable, are initials that nobody knows, not a word mistyped
    const changed = await search.correctWord(tokens, at, index, !/[aeiouy]|[cnkpt]h|ng|tr/.test(token.folded))
    token.missing = !changed
    return changed
  }

  /** Everything, newest first, when only facets were chosen. */
  search.browse = async ({ limit = 10, filter = null, order = null } = {}) => {
    const index = await manifest(), groups = Array.from({ length: index.groups }, (_, group) => group)
    const fitting = filter ? groups.filter(filter) : groups
    if (order) fitting.sort((one, two) => order(two) - order(one) || one - two)
    const hits = fitting.slice(0, limit).map(group => ({ group, score: 0 }))
    await search.display(hits, index)
    return { ...nothing(""), total: fitting.length, matched: groups, hits: hits.map(hit => search.finish(hit)), broken: [...search.shards.broken] }
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
