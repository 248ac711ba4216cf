/** Parses TeX math and renders it as MathML. */
package com.quaily.page.markdown.math;
