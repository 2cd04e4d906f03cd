// Runs the script that the page runs: a question of texts and works comes in on standard input, what it reads goes out as JSON.
import { readFileSync } from "node:fs"
import vm from "node:vm"

const question = JSON.parse(readFileSync(0, "utf8"))
vm.runInThisContext(question.script, { filename: "doc.js" })
const { reader } = globalThis.chiNam
const works = question.works.map(work =>
  Object.assign(new reader.Work(), work, { dates: work.dates.map(date => new reader.DateClaim(date)) }))
process.stdout.write(JSON.stringify(question.texts.map(text => {
  const cited = reader.read_text(text, reader.register)
  return { cited, meant: reader.look_up(text, cited, works, reader.register) }
})))
