/**
 * The Markdown dialect of posts. {@link com.quaily.page.markdown.Markdown} is the door;
 * docs/markdown.md is the specification, with the class names that the HTML carries at its end.
 *
 * <p>The order of a rendering: {@code DialectParser} reads the source into a tree, refusing what is
 * built to exhaust the machine; renderers by noun write HTML, each with the one {@code RenderPass}
 * of the rendering; {@code HtmlPolicy} goes over the output when the source holds HTML of its own.
 */
package com.quaily.page.markdown;
