import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'
import typescript from 'typescript-eslint'

export default typescript.config(
  { ignores: ['**/node_modules/**', 'shared/src/api/schema.d.ts'] },
  js.configs.recommended,
  ...typescript.configs.strict,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  prettier,
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: typescript.parser },
    },
    rules: {
      // The compiler knows better.
      'no-undef': 'off',
      'vue/multi-word-component-names': 'off',
      // Optional properties are undefined when they are left out, which the types say.
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      // The policy of the pages allows no style attribute that is written as text.
      'vue/no-static-inline-styles': 'error',
      // Fields take their label from UiField, by id, which the rule cannot see.
      'vuejs-accessibility/form-control-has-label': 'off',
      // A label that names its control by `for` is enough.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'no-restricted-globals': [
        'error',
        {
          name: 'localStorage',
          message: 'Use remembered() of @quaily/shared/composables; never for tokens.',
        },
      ],
    },
  },
)
