// What our JavaScript may not do: make HTML from text, run text as code, or speak to the console.
import globals from "globals";

const HTML_FROM_TEXT =
  "/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcdoc)$/";
const reason = "Text may never become HTML: use textContent and createElement.";

const forbidden = [
  { selector: `MemberExpression[property.name=${HTML_FROM_TEXT}]`, message: reason },
  { selector: `MemberExpression[property.value=${HTML_FROM_TEXT}]`, message: reason },
  { selector: "Identifier[name='DOMParser']", message: reason },
  {
    selector: "MemberExpression[object.name='document'][property.name=/^(write|writeln)$/]",
    message: reason,
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'] > Literal.arguments:first-child[value=/^(on|style$)/i]",
    message: "The page's policy forbids it: use addEventListener and CSS classes.",
  },
  {
    selector: "AssignmentExpression > MemberExpression.left[property.name=/^on[a-z]+$/][object.name=/^(document|window|element|button|form)$/]",
    message: "Use addEventListener, so that nobody else's listener is thrown away.",
  },
];

export default [
  { ignores: ["node_modules/", ".runtime/", ".venv/", "site/", "dist/"] },
  {
    files: ["overrides/**/*.js"],
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: "module",
      globals: { ...globals.browser, ...globals.serviceworker, hashwasm: "readonly" },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 350],
      "no-alert": "error",
      "no-async-promise-executor": "error",
      "no-console": "error",
      "no-constant-condition": "error",
      "no-debugger": "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-eval": "error",
      "no-fallthrough": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-prototype-builtins": "error",
      "no-restricted-syntax": ["error", ...forbidden],
      "no-script-url": "error",
      "no-self-compare": "error",
      "no-undef": "error",
      "no-unreachable": "error",
      "no-unused-expressions": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrors: "none" }],
      "no-use-before-define": ["error", { functions: false, classes: false }],
      "no-var": "error",
      "no-warning-comments": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  // The service worker's sections are plain scripts that share one scope.
  { files: ["overrides/sw*.js"], languageOptions: { sourceType: "script" } },
];
