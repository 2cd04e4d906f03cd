/* What a query's words are worth to each unit, by its headings and its text, and which of them stand side by side there. */
(function (search) {
  "use strict"

  const PAIR_IN_BODY = 1
  /** So many of the words that a token may stand for are looked up in texts. */
  const OPTIONS_IN_BODY = 4
  /** What a bit of the table of neighbours is worth beside a list. */
  const MAYBE = 0.7
  const FREQUENT = 1.2, SLIGHT = 0.05
  /** The share of its worth that a word of grammar or of asking keeps in texts. */
  const HOLLOW = 0.2
  /** The share of its worth that a syllable keeps in a unit that does not have it beside the other syllable of its word. */
  const APART = 0.4
  const { body, numbers, column } = search.lookup
  const { Shares, putPair, putOption } = search.shares

  /** What headings and texts say, by unit: {score, mask, weight, counts: units of each option of each token,
   *  told: bits of the tokens of which it is only known where they stand beside the next ones}. */
  search.scoreBody = async (tokens, heads, index) => {
    const out = { score: new Float32Array(index.units), mask: new Uint32Array(index.units), weight: new Float32Array(tokens.length), counts: tokens.map(() => []), told: 0, ideal: 0, kept: [] }
    // where pairs of frequent words have lists, single ones are too long to fetch
    const skip = (token, option) => index.paired && tokens.length > 1 && wordlike(token) && index.frequentSet.has(option.folded)
    const where = (token, option) => token.kind === "number" ? numbers(index, option.folded) : body(index, option.folded)
    const pairs = neighbourKeys(tokens), hollow = search.hollow(tokens, index)
    const long = tokens.map(token => !index.paired && token.kind === "word" && token.options.length === 1 && index.frequentSet.has(token.options[0].folded))
    const single = which => tokens.flatMap((token, at) => which(at) ? inBody(token).map(option => skip(token, option) || where(token, option)) : [])
    const [layout] = await Promise.all([search.lookup.layout(index).catch(() => null), ...pairs.map(({ key }) => body(index, key)), ...single(at => !long[at])])
    // the list of a frequent word is long, and decides nothing where others tell in which units it stands beside the words next to it
    const told = await Promise.all(long.map(async (is, at) => {
      const sides = is ? pairs.filter(pair => pair.at === at || pair.at + 1 === at) : []
      const found = await Promise.all(sides.map(async pair => ({ ...pair, lists: await body(index, pair.key) })))
      return found.every(({ key, lists }) => lists.spellings(key).length) ? found : []
    }))
    await Promise.all(single(at => long[at] && !told[at].length))
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at], bit = (1 << at) >>> 0, best = new Shares(), counts = out.counts[at]
      if (told[at].length) {
        for (const pair of told[at]) putPair(best, tokens, pair.at, pair.key, 1, pair.lists)
        counts.push(best.size)
        out.told = (out.told | bit) >>> 0
      }
      for (const option of told[at].length ? [] : inBody(token)) {
        if (skip(token, option)) { counts.push(Infinity); continue }
        const lists = await where(token, option), before = best.size
        putOption(best, token, option, lists)
        counts.push(token.options.length === 1 ? best.size : Math.max(best.size - before, ...lists.spellings(option.folded).map(key => lists.count(key))))
      }
      const frequent = counts.includes(Infinity)
      const rare = frequent || told[at].length ? FREQUENT : best.size ? Math.max(0.2, rarity(best, layout, index)) : 0
      const kept = out.kept[at] = hollow[at] ? HOLLOW : 1, value = kept * rare, together = told[at].length ? null : await inItsWord(tokens, at, index)
      out.weight[at] = token.slight ? SLIGHT : kept * (frequent ? FREQUENT : Math.max(rare, heads.count[at] ? 0.7 * heads.weight[at] : 0) || 5)
      out.ideal += value
      best.each((unit, share, worth) => {
        out.score[unit] += worth * value * (!together || together.has(unit) ? 1 : APART)
        out.mask[unit] |= bit
      })
      if (!frequent && !best.size && !heads.count[at] && !token.own?.length && token.kind !== "date" && token.kind !== "figure") token.missing = true
    }
    if (index.paired) for (const { at, key, keys: [one, two] } of pairs) {
      if (!index.frequentSet.has(one) || !index.frequentSet.has(two)) continue
      const both = (3 << at) >>> 0, lists = await body(index, key)
      for (const unit of lists.spellings(key).flatMap(spelling => lists.get(spelling))) {
        if ((out.mask[unit] & both) >>> 0 === both) continue
        out.mask[unit] |= both
        out.score[unit] += FREQUENT
      }
    }
    out.counts.forEach((counts, at) => {
      // a frequent word beside one that is not is taken to stand where that one does
      if (counts.includes(Infinity)) for (const beside of [at - 1, at + 1]) if (out.counts[beside] && !out.counts[beside].includes(Infinity)) follow(out.mask, beside, at)
    })
    return out
  }

  /** Units in which a token stands beside a neighbour with which it is a word of two syllables, that is one that has lists; null when it is
   *  in no such word, or may be several words. */
  async function inItsWord(tokens, at, index) {
    let units = null
    for (const first of [at - 1, at]) {
      const pair = tokens.slice(Math.max(0, first), first + 2)
      if (pair.length < 2 || !pair.every(token => wordlike(token) && token.options.length === 1)) continue
      const key = pair.map(token => token.options[0].folded).join(" "), lists = await body(index, key)
      for (const spelling of lists.spellings(key)) {
        units = units || new Set()
        for (const unit of lists.get(spelling)) units.add(unit)
      }
    }
    return units
  }

  /** How rare a word is: told by the groups that have it, since what a text is about stands in many of its units; measured as if by units. */
  function rarity(where, layout, { groups, units }) {
    if (!layout) return Math.log(1 + units / (1 + where.size))
    const having = new Set()
    where.each(unit => having.add(layout.owner[unit]))
    return Math.log(1 + groups / (1 + having.size)) * Math.log(1 + units) / Math.log(1 + groups)
  }

  const inBody = token => token.options.slice(0, OPTIONS_IN_BODY)
  const wordlike = token => token.kind === "word" || token.kind === "figure"

  function follow(mask, leader, follower) {
    const lead = (1 << leader) >>> 0, bit = (1 << follower) >>> 0
    for (let unit = 0; unit < mask.length; unit++) if (mask[unit] & lead) mask[unit] |= bit
  }

  /** The neighbours of a query in all their options: [{at, one, two, key, keys}]. */
  function neighbourKeys(tokens) {
    const out = []
    for (let at = 0; at + 1 < tokens.length; at++) {
      if (!wordlike(tokens[at]) || !wordlike(tokens[at + 1])) continue
      inBody(tokens[at]).forEach(({ folded: first }, one) => inBody(tokens[at + 1]).forEach(({ folded: second }, two) => {
        out.push({ at, one, two, key: first + " " + second, keys: [first, second] })
      }))
    }
    return out
  }

  /**
   * Where words of the query stand side by side, as far as it is known without reading: `body.sides` are
   * [{at, phrase: in a phrase, common, has(unit): share, goesOn(unit): may the next word follow?}]. Units that have a pair are rewarded.
   * `body.ideal` is what a unit that has all words, each beside the next, is worth.
   */
  search.findSides = async ({ tokens, body: scores }, index) => {
    scores.sides = []
    const keys = neighbourKeys(tokens)
    const inPhrase = (from, to) => tokens[from].phrase && tokens[from].phrase === tokens[to].phrase
    await Promise.all(tokens.map(async (_, at) => {
      const here = keys.filter(key => key.at === at)
      if (!here.length) return
      const found = new Shares(), columns = []
      let common = here.length === 1, beside = false
      for (const { one, two, key } of here) {
        const lists = await body(index, key), weight = tokens[at].options[one].weight * tokens[at + 1].options[two].weight
        if (lists.spellings(key).length) {
          putPair(found, tokens, at, key, weight, lists)
          common = common && new Set(lists.spellings(key).flatMap(spelling => lists.get(spelling))).size > index.common
        } else if (Math.min(scores.counts[at][one], scores.counts[at + 1][two]) <= index.rare) beside = true // neighbours of a rare word have no bits
        else columns.push(await column(index, key))
      }
      if (columns.includes(null)) return // a file that cannot be had
      const share = new Float32Array(index.units), both = (3 << at) >>> 0
      for (let unit = 0; unit < index.units; unit++) {
        if ((scores.mask[unit] & both) >>> 0 === both && (beside || columns.some(bytes => bytes[unit >> 3] >> (unit & 7) & 1))) share[unit] = MAYBE
      }
      const worth = share.slice()
      found.each((unit, value, often) => { share[unit] = Math.max(share[unit], value); worth[unit] = Math.max(worth[unit], often) })
      if (columns.length || beside) common = false
      const side = { at, phrase: inPhrase(at, at + 1), common, has: unit => share[unit], worth, kept: (scores.kept[at] + scores.kept[at + 1]) / 2, goesOn: () => true }
      scores.sides.push(side)
      reward(scores, side, index)
    }))
    scores.sides.sort((one, two) => one.at - two.at)
    await Promise.all(scores.sides.map(async (side, place) => {
      const next = scores.sides[place + 1], { at } = side
      if (!side.common || !next?.common || next.at !== at + 1) return
      const bytes = await column(index, tokens.slice(at, at + 3).map(token => token.options[0].folded).join(" "))
      if (bytes) side.goesOn = unit => bytes[unit >> 3] >> (unit & 7) & 1
    }))
  }

  function reward(scores, { at, worth, kept }, index) {
    const both = (3 << at) >>> 0, having = []
    for (let unit = 0; unit < index.units; unit++) if (worth[unit] && (scores.mask[unit] & both) >>> 0 === both) having.push(unit)
    const value = kept * PAIR_IN_BODY * Math.log(1 + index.units / (1 + having.length))
    scores.ideal += value
    for (const unit of having) scores.score[unit] += value * worth[unit]
  }

  /** What the longest row of the query's words in a unit is worth, as far as is known without reading: times how sure it is. */
  search.rowIn = ({ body: { sides, weight } }, unit) => {
    const total = weight.reduce((sum, value) => sum + value, 0)
    let best = 0, said = 0, sure = 1, last = null
    for (const side of sides) {
      const share = side.has(unit)
      if (!share) continue
      if (side.at !== last?.at + 1 || !last.goesOn(unit)) { said = weight[side.at]; sure = 1 }
      last = side
      said += weight[side.at + 1]
      sure *= share
      best = Math.max(best, search.runValue(said / total) * sure)
    }
    return best
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
