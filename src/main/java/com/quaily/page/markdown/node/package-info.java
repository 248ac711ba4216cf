/** Syntax tree nodes that the dialect adds to CommonMark. */
package com.quaily.page.markdown.node;
