/**
 * The Markdown dialect of posts. {@link com.quaily.page.markdown.Markdown} is the entry point;
 * docs/markdown.md specifies the dialect and lists the class names in its HTML.
 *
 * <p>A rendering has three steps. {@code DialectParser} parses the source into a tree and rejects
 * input designed to exhaust memory or time. One renderer per noun writes HTML; all share one {@code
 * RenderPass}. {@code HtmlPolicy} sanitizes the output if the source contains HTML.
 */
package com.quaily.page.markdown;
