/* Which groups answer a query, and in what order, as far as the index tells; the texts have the last word (see texts.js). */
(function (search) {
  "use strict"

  /** A pair of words with other tones than those typed is not what is asked for. */
  const LIKELY = 0.5
  /** What a row of the query's words is worth; what each doubling of the places that answer is worth. */
  const RUN_IN_BODY = 4.5, WHOLE_RUN = 10, PLACES = 0.35, IN_PASSAGE = 1
  /** A match must cover this share of what the best match covers. */
  const ENOUGH = 0.6
  /** What covers so much has all the words; so many of these are plenty. */
  const WHOLE = 0.99, FEW = 10
  const { lookup } = search

  const maskOf = (tokens, test) => tokens.reduce((mask, token, at) => test(token) ? (mask | (1 << at)) >>> 0 : mask, 0)

  /** What a unit has to have to hold the query (its phrase, if there is just one): {bits of tokens, sides}. */
  function needOf(tokens, scores) {
    const phrase = tokens.some(token => token.phrase) && tokens.every(token => !token.phrase || token.phrase === 1)
    const bits = maskOf(tokens, token => phrase ? token.phrase : !token.missing && !token.slight)
    return { phrase, bits, sides: (scores.sides || []).filter(side => !phrase || side.phrase) }
  }

  /** How well a unit can hold what is needed: 0 not, 1 all words, 2 each beside the next as far as can be told. */
  search.holding = (way, unit) => {
    const { bits, sides, phrase } = way.need
    if ((way.body.mask[unit] & bits) >>> 0 !== bits) return 0
    return sides.every((side, at) => side.has(unit) >= LIKELY && (!sides[at + 1] || side.goesOn(unit))) ? 2 : phrase ? 0 : 1
  }

  /** What it is worth that a title has words of the query in a row and together: as much as if a text had them. */
  search.togetherInTitle = ({ tokens, head }, group, covered) => {
    const row = head.row[group] > 1 ? search.runValue(head.row[group] / tokens.length) * head.same[group] : 0
    return row + (tokens.length > 2 ? search.passageValue(covered) : 0)
  }

  /** What it is worth that this share of the query, by the weight of its words, stands in one row in a text. */
  search.runValue = share => share > WHOLE ? RUN_IN_BODY + WHOLE_RUN : RUN_IN_BODY * share ** 3
  /** What it is worth that so much of the weight of a query's words stands within a few lines. */
  search.passageValue = share => IN_PASSAGE * share ** 2

  /**
   * `ways` are {tokens, head, body}; body may be missing. A way that says the first otherwise (`meant`) is worth as much on the whole, however
   * many words it takes ("scale"). For each group: its best score, the way and the unit
   * that gave it, and the unit that may best hold the whole query ("deep", with "hold" telling how well).
   */
  search.merge = (ways, layout, index) => {
    const groups = index.groups
    const out = {
      score: new Float32Array(groups), covered: new Float32Array(groups), unit: new Int32Array(groups).fill(-1), way: new Uint8Array(groups),
      deep: new Int32Array(groups).fill(-1), hold: new Uint8Array(groups), run: new Float32Array(groups), ways, top: new Float32Array(ways.length), layout, files: new Set()
    }
    const places = new Float32Array(groups)
    ways.forEach((way, number) => {
      const { tokens, head, body } = way, weight = body ? body.weight : head.weight
      if (body) way.need = needOf(tokens, body)
      const required = maskOf(tokens, token => token.phrase), need = way.need
      const sum = list => list.reduce((all, value) => all + value, 0) || 1
      const total = sum(weight), shares = new Map()
      const scale = way.scale = way.meant ? sum((ways[0].body || ways[0].head).weight) / total : 1
      const covered = mask => {
        let share = shares.get(mask)
        if (share === undefined) {
          share = 0
          for (let at = 0; at < tokens.length; at++) if (mask >>> at & 1) share += weight[at]
          shares.set(mask, share /= total)
        }
        return share
      }
      const consider = (group, unit) => {
        const mask = (head.mask[group] | (unit < 0 ? 0 : body.mask[unit])) >>> 0
        if (!mask || (mask & required) >>> 0 !== required) return
        const share = covered(mask), named = total * search.togetherInTitle(way, group, covered(head.mask[group]))
        let value = head.score[group] + (unit < 0 ? 0 : body.score[unit]), run = 0
        if (unit >= 0 && body.sides) {
          run = total * (search.rowIn(way, unit) + (tokens.length > 2 ? search.passageValue(covered(body.mask[unit])) : 0))
          places[group] += Math.min(1, body.score[unit] / body.ideal) ** 3
        }
        run = Math.max(run, named)
        value += run
        const hold = unit < 0 ? 0 : search.holding(way, unit)
        if (hold) {
          if (hold > out.hold[group] || out.deep[group] < 0 || hold === out.hold[group] && body.score[unit] > body.score[out.deep[group]]) {
            out.deep[group] = unit
            out.hold[group] = hold
          }
        }
        value *= scale
        if (value > out.top[number]) out.top[number] = value
        if (value > out.score[group]) {
          out.score[group] = value
          out.run[group] = run * scale
          out.covered[group] = share
          out.unit[group] = unit
          out.way[group] = number
        }
      }
      places.fill(0)
      if (body && layout) for (let unit = 0; unit < index.units; unit++) if (body.mask[unit]) consider(layout.owner[unit], unit)
      for (let group = 0; group < groups; group++) {
        if (head.mask[group]) consider(group, -1)
        if (places[group] && out.way[group] === number) out.score[group] += PLACES * scale * total * Math.log2(1 + places[group])
        // a phrase stands in one unit or in the title
        if (need?.phrase && layout && out.way[group] === number && out.deep[group] < 0 && (head.mask[group] & required) >>> 0 !== required) out.score[group] = 0
      }
    })
    return out
  }

  /** Does no group have all words of the query, anywhere in it? Words that nothing has are told apart; those known only beside
   *  others may be anywhere. */
  search.heldByNone = ({ ways, layout }, index) => !ways.some(({ tokens, head, body }) => {
    const all = (maskOf(tokens, token => !token.slight) & ~(body?.told || 0)) >>> 0
    const masks = Uint32Array.from(head.mask)
    if (layout) for (let unit = 0; unit < index.units; unit++) masks[layout.owner[unit]] |= body.mask[unit]
    return masks.some(mask => (mask & all) >>> 0 === all)
  })

  /** Take out the groups that have all words of a "-phrase". */
  search.exclude = async (best, phrase, index) => {
    const layout = best.layout
    let units = null, groups = null
    const both = (set, list) => new Set(set === null ? list : list.filter(number => set.has(number)))
    for (const token of phrase) {
      const [names, texts] = await Promise.all([lookup.head(index, token.folded), token.kind === "number" ? lookup.numbers(index, token.folded) : lookup.body(index, token.folded)])
      const all = lists => token.kind === "word" ? lists.spellings(token.folded).filter(key => !token.toned || key === token.term).flatMap(key => lists.get(key)) : lists.get(token.term)
      groups = both(groups, all(names))
      units = both(units, all(texts))
    }
    for (const group of groups) best.score[group] = 0
    if (layout) for (const unit of units) best.score[layout.owner[unit]] = 0
  }

  /** The first `room` of groups by a measure, the largest first; groups that measure the same stand in their own order. */
  class First {
    constructor(room) { this.room = room; this.rows = [] }

    put(group, measure) {
      const { rows, room } = this
      if (rows.length === room && measure <= rows[rows.length - 1].measure) return
      let at = rows.length
      while (at && rows[at - 1].measure < measure) at--
      rows.splice(at, 0, { group, measure })
      if (rows.length > room) rows.pop()
    }
  }

  /**
   * All groups that match, how many of them pass the filter, the first of these in order ("top"), and those that may best hold the whole
   * query in one place ("deep").
   */
  search.choose = (best, index, { order, filter }, room) => {
    let most = 0, total = 0
    for (let group = 0; group < index.groups; group++) if (best.score[group] && best.covered[group] > most) most = best.covered[group]
    // if there are plenty that hold all words (two words: side by side), the others are neither counted nor put in order of date
    const whole = group => {
      if (best.covered[group] < WHOLE) return false
      const { tokens, head, body: texts } = best.ways[best.way[group]]
      return tokens.length !== 2 || !texts?.sides || best.hold[group] === 2 || head.row[group] === 2
    }
    let plenty = 0
    for (let group = 0; group < index.groups; group++) if (best.score[group] && whole(group)) plenty++
    const fits = most >= WHOLE && plenty >= (order ? 1 : FEW) ? whole : () => true
    const matched = [], top = new First(room), deep = new First(room)
    for (let group = 0; group < index.groups; group++) {
      if (!best.score[group] || best.covered[group] < ENOUGH * most) continue
      const counts = fits(group)
      if (counts) matched.push(group)
      else if (order) continue
      if (filter && !filter(group)) continue
      if (counts) total++
      top.put(group, order ? order(group) : Math.round(best.score[group] * 100) / 100)
      if (best.hold[group]) deep.put(group, best.hold[group] * 1e4 + Math.round(best.ways[best.way[group]].body.score[best.deep[group]] * 100) / 100)
    }
    const hits = new Map()
    const hit = ({ group }) => {
      if (!hits.has(group)) hits.set(group, { group, score: best.score[group] })
      return hits.get(group)
    }
    return { matched, total, top: top.rows.map(hit), deep: order ? [] : deep.rows.map(hit) }
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
