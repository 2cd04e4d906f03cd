// The engine and the page scripts are plain scripts that share `chiNamSearch`; the tests' own scripts are modules of Node.
import js from "@eslint/js"
import compat from "eslint-plugin-compat"
import es from "eslint-plugin-es-x"
import globals from "globals"

const common = {
  ...js.configs.recommended.rules,
  eqeqeq: ["error", "smart"],
  "no-implicit-coercion": "error",
  "no-shadow": "error",
  "no-unused-vars": ["error", { args: "after-used" }],
  "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
  "no-var": "error",
  "prefer-const": "error",
  strict: ["error", "safe"],
}

/** What the oldest browsers that are served understand; how old they may be is said in the README. */
const OLD = ["chrome 80", "firefox 78"]

/** es-x, not knowing types, takes every `map` for an iterator's and every field `at` for an array's method: that one is found as a call. */
const MISTAKEN = Object.fromEntries(
  Object.keys(es.configs["flat/restrict-to-es2020"].rules).filter(rule => /no-iterator-prototype|-prototype-at$/.test(rule)).map(rule => [rule, "off"]),
)

export default [
  {
    // what pages load, the search too: the parser refuses newer syntax, es-x newer methods whatever they are called on, compat newer interfaces
    ...compat.configs["flat/recommended"],
    files: ["build_tools/**/assets/**/*.js"],
    plugins: { ...compat.configs["flat/recommended"].plugins, "es-x": es },
    languageOptions: { ecmaVersion: 2020, sourceType: "script", globals: { ...globals.browser, globalThis: "readonly" } },
    settings: { browsers: OLD, "es-x": { aggressive: true } },
    rules: { ...common, ...es.configs["flat/restrict-to-es2020"].rules, ...MISTAKEN, "compat/compat": "error", "no-restricted-syntax": ["error", "CallExpression[callee.property.name='at']"] },
  },
  {
    files: ["tests/search/**/*.mjs"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.node } },
    rules: common,
  },
]
