// The engine and the page scripts are plain scripts that share `chiNamSearch`; the tests' own scripts are modules of Node.
import js from "@eslint/js"
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

/** Methods that came later than those browsers. */
const AFTER_2020 = ["at", "replaceAll", "replaceChildren", "findLast", "hasOwn", "structuredClone"].map(property => ({ property }))

export default [
  {
    files: ["build_tools/search/assets/**/*.js", "build_tools/desk/assets/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: { ...globals.browser } },
    rules: common,
  },
  {
    // what every page loads must be read by Chromium 80 and Firefox 78: the parser refuses newer syntax
    files: ["build_tools/publish/theme/assets/**/*.js", "build_tools/browser/assets/**/*.js"],
    languageOptions: { ecmaVersion: 2018, sourceType: "script", globals: { ...globals.browser, globalThis: "readonly" } },
    rules: { ...common, "no-restricted-properties": ["error", ...AFTER_2020] },
  },
  {
    files: ["tests/search/**/*.mjs"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.node } },
    rules: common,
  },
]
