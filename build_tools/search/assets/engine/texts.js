/* Which texts of the best groups are read before an answer is shown, and in what order their hits then stand. */
(function (search) {
  "use strict"

  const READ_FIRST = 3, READ_AT_ONCE = 6, READ_SURE = 6, READ_ENOUGH = 10, READ_AT_MOST = 40, READ_FOR_PHRASES = 24, READ_UNSEEN = 6
  /** Files of text that are looked through for words in a row; so many at once where a first answer is shown already. */
  const SIGHT_FILES = 40, SIGHT_SOON = 4, SIGHT_AT_ONCE = 3, FIRST = 1e6
  /** A first answer waits for so many files of text, however much they leave open. */
  const FILES_SOON = 16
  /** Files of text that an answer of two words, or a phrase that was found, may take: what stands in them is worth less and less. */
  const FILES_AT_MOST = 40
  /** So many of the first hits are read before an answer is settled; of the others the texts come when a reader gets to see them. */
  const SETTLED = 3
  /** How many stand before the best of a further reading of the query. */
  const EACH = 3
  /** Hits that are worth this share of the best one are about as good. */
  const ALIKE = 0.97
  const { fileOf, unit: readUnit } = search.lookup
  const { read: readHits, textOf, rowOf, withOptions } = search.hit

  /** Let the browser handle a key before the next texts are read. */
  const pause = () => new Promise(resolve => setTimeout(resolve))

  /** Read the texts of the best groups until it is settled what stands first; the hits, in their order. */
  search.readTexts = async ({ top, deep }, best, parsed, index, options, result) => {
    const { limit, order, current } = options
    let { stage } = options
    if (parsed.phrases.length) return readPhrases({ top, deep }, best, parsed, index, options, result)
    const hits = [...new Set([...top, ...(result.tokens.length < 2 ? [] : deep)])]
    const unread = group => !hits.some(hit => hit.group === group && hit.parts)
    const show = () => {
      stage?.({ ...result, hits: byScore(hits).slice(0, limit).filter(hit => hit.row).map(hit => search.finish(hit, best)) })
      stage = null
    }
    if (order) return arrange(top, best, parsed, index, { limit, order })
    // what has been read may sink: read on until all that stands first has been
    const two = result.tokens.length === 2, seen = () => hits.filter(hit => hit.inText).length
    let read = 0
    while (read < Math.max(READ_AT_MOST, limit)) {
      if (!current()) return []
      if (read) await pause()
      // a first answer waits for few files
      let batch = byScore(hits).slice(0, SETTLED).filter(hit => !hit.parts).slice(0, stage ? READ_FIRST : READ_AT_ONCE)
      // nothing comes before what has the whole query; after some, of two words only what may have them side by side, until enough was seen
      if (read >= READ_SURE && !two && hits[0].whole === 2) break
      if (read >= READ_ENOUGH) batch = two && seen() < limit && best.files.size < FILES_AT_MOST ? batch.filter(hit => best.hold[hit.group] === 2) : []
      if (!batch.length) break
      await readHits(batch, best, parsed, index)
      read += batch.length
      // what may have the query in a row, and was not read yet, may come first: that is soon known, or costs more than a first answer may
      if (stage && (byScore(hits)[0].parts || read >= READ_SURE) && (hits[0].whole === 2 || best.files.size >= FILES_SOON || !likelyFiles(best, index, unread).size)) show()
    }
    await sightRows(hits, best, index, current, show, some => readHits(some, best, parsed, index))
    return arrange(hits, best, parsed, index, { limit, order })
  }

  /**
   * If none of what was read has the whole query in a row, as typed, the texts are looked through where it may stand: only those that would
   * come first if they had it. Each reading of the query is looked for by itself. `slow()` is called when it takes more than a few files.
   */
  async function sightRows(hits, best, index, current, slow, reread) {
    if (!best.layout) return
    const reading = group => best.ways[best.way[group]].read ? best.way[group] : -1
    const readings = new Set(hits.map(hit => reading(hit.group)))
    for (const one of readings) await sightRow(hits, group => reading(group) === one, Math.ceil(SIGHT_FILES / readings.size), best, index, current, slow, reread)
  }

  async function sightRow(hits, wanted, most, best, index, current, slow, reread) {
    const some = byScore(hits.filter(hit => wanted(hit.group)))
    if (some.some(hit => hit.whole === 2)) return
    const least = some[0].parts ? some[0].score : 0
    const bound = group => {
      const { tokens, body, scale } = best.ways[best.way[group]], total = scale * body.weight.reduce((sum, value) => sum + value, 0)
      return best.score[group] - best.run[group] + total * (search.runValue(1) + (tokens.length > 2 ? search.passageValue(1) : 0))
    }
    const known = new Map(some.map(hit => [hit.group, hit]))
    const files = likelyFiles(best, index, group => wanted(group) && !known.get(group)?.parts && bound(group) > least)
    const found = new Map(), order = inOrder(files, file => worthOf(files.get(file), best)).slice(0, most)
    for (let at = 0; at < order.length && ![...found.values()].includes(2) && current(); at += SIGHT_AT_ONCE) {
      if (at >= SIGHT_SOON) slow()
      await Promise.all(order.slice(at, at + SIGHT_AT_ONCE).flatMap(file => files.get(file)).map(async unit => {
        const group = best.layout.owner[unit], { tokens } = best.ways[best.way[group]]
        const how = Math.max(0, ...(await readUnit(index, unit) || []).map(part => rowOf(search.locate(textOf(part), tokens, part), tokens)))
        if (how <= (found.get(group) || 0)) return
        found.set(group, how)
        best.deep[group] = unit
      }))
    }
    const added = [...found.keys()].filter(group => !known.has(group)).map(group => ({ group, score: best.score[group] }))
    hits.push(...added)
    some.push(...added)
    await reread(some.filter(hit => found.has(hit.group) && !hit.parts))
    // of what was not read nothing more is guessed
    for (const hit of some) if (!hit.parts) { hit.score -= best.run[hit.group]; best.run[hit.group] = 0 }
  }

  /** Files of text with the units in which the query, or its phrase, may stand in a row: of the groups that are `wanted`. */
  function likelyFiles(best, index, wanted) {
    const files = new Map()
    for (let unit = 0; unit < index.units; unit++) {
      const group = best.layout.owner[unit]
      if (!best.hold[group] || !best.score[group] || search.holding(best.ways[best.way[group]], unit) < 2 || !wanted(group)) continue
      const file = fileOf(index, unit)
      files.set(file, [...(files.get(file) || []), unit])
    }
    return files
  }

  /** What units of a file are worth looking into: by how many there are, and how well their groups answer. */
  const worthOf = (units, best) => units.reduce((sum, unit) => sum + best.score[best.layout.owner[unit]], 0)
  const inOrder = (files, value) => [...files.keys()].sort((one, two) => value(two) - value(one) || one - two)

  /** What may be read in several ways is answered in each: the best of every way stands not far down. */
  function eachReading(hits, best) {
    best.ways.forEach(({ read }, number) => {
      const at = read ? hits.findIndex(hit => best.way[hit.group] === number) : -1
      if (at > EACH) hits.splice(EACH, 0, ...hits.splice(at, 1))
    })
  }

  const byScore = hits => hits.sort((one, two) => Math.round(two.score * 100) - Math.round(one.score * 100) || one.group - two.group)

  /** The same for a query with phrases: only groups in whose title or text they were seen are results. */
  async function readPhrases({ top, deep }, best, parsed, index, { limit, order, stage, current }, result) {
    const guess = hits => {
      if (stage) stage({ ...result, unsure: true, hits: hits.slice(0, limit).map(hit => search.finish(hit, best)) })
    }
    let queue = [...new Set([...deep, ...top])], most = READ_FOR_PHRASES, sighted = true
    if (parsed.phrases.length === 1) {
      const { seen, all } = await sight(top, best, parsed.phrases[0], index, current, async () => {
        if (stage && top.length) guess(await search.display(top.slice(0, limit), index).then(() => top))
      })
      sighted = all
      if (!seen.size) most = READ_UNSEEN // titles, and what many files could not tell
      const known = new Set(queue.map(hit => hit.group)), others = [...seen].filter(group => !known.has(group)).map(group => ({ group, score: best.score[group] }))
      queue = [...queue.filter(hit => seen.has(hit.group)), ...others, ...queue.filter(hit => !seen.has(hit.group))]
    }
    let read = 0, sure = 0, shown = null
    while (read < queue.length && read < most && sure < limit && !(sure && best.files.size >= FILES_AT_MOST)) {
      if (!current()) return []
      if (read) await pause()
      const batch = queue.slice(read, read + (sure ? READ_AT_ONCE : 1 + read))
      await readHits(batch, best, parsed, index)
      read += batch.length
      sure += batch.filter(hit => hit.holds).length
      if (!sure || shown) continue
      const soon = byScore(queue.slice(0, read).filter(hit => hit.holds))
      shown = soon[0]
      stage?.({ ...result, hits: soon.map(hit => search.finish(hit, best)) })
    }
    const tried = queue.slice(0, read), held = tried.filter(hit => hit.holds)
    if (!held.length && !sighted) {
      // not seen in all that was read, and more could be read: what has all the words is shown, and said to be no more than that
      result.unsure = true
      return arrange(top, best, parsed, index, { limit, order })
    }
    const gone = new Set(tried.filter(hit => !hit.holds).map(hit => hit.group))
    result.matched = result.matched.filter(group => !gone.has(group))
    result.total -= gone.size
    // of texts that have the phrase and are worth about the same, the one that a reader saw first stays first
    const highest = Math.max(0, ...held.map(hit => hit.score))
    if (shown && shown.score >= ALIKE * highest) shown.score = highest + 0.01
    return arrange(held, best, parsed, index, { limit, order })
  }

  async function arrange(hits, best, parsed, index, { limit, order }) {
    if (order) hits = hits.slice().sort((one, two) => order(two.group) - order(one.group) || one.group - two.group)
    else eachReading(byScore(hits), best)
    const shown = hits.slice(0, limit)
    await readHits(shown.slice(0, SETTLED).filter(hit => !hit.parts), best, parsed, index)
    if (!order) eachReading(byScore(shown), best)
    await search.display(shown, index)
    return shown.map(hit => hit.parts ? search.finish(hit, best) : {
      ...search.finish(hit, best), later: () => readHits([hit], best, parsed, index).then(() => search.finish(hit, best))
    })
  }

  /**
   * Groups where a phrase was seen to stand: the text files of the two best groups are read first, then those that hold the most units
   * where it may stand, one at a time until one has it. Marks the unit of each such group in `best.deep`. `slow()` is called when it takes
   * more than a few files. {seen, all: every file was read where it could stand}
   */
  async function sight(top, best, phrase, index, current, slow) {
    const seen = new Set(), { layout } = best
    if (!layout) return { seen, all: true }
    const files = likelyFiles(best, index, () => true)
    const first = top.slice(0, 2).map(hit => fileOf(index, best.deep[hit.group]))
    const value = file => files.get(file).length + (first.includes(file) ? FIRST - first.indexOf(file) : 0)
    const order = inOrder(files, value).slice(0, SIGHT_FILES)
    for (const [place, file] of order.entries()) {
      if (!current()) break
      if (place === SIGHT_SOON) await slow()
      for (const unit of files.get(file)) {
        const group = layout.owner[unit], wanted = withOptions(phrase, best.ways[best.way[group]].tokens)
        if (seen.has(group) || !(await readUnit(index, unit))?.some(part => search.holdsPhrase(textOf(part), wanted, part))) continue
        seen.add(group)
        best.deep[group] = unit
      }
      if (seen.size) break
    }
    return { seen, all: order.length === files.size }
  }

})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
