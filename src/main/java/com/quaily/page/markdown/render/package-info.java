/** What the Markdown renderers share: context, link rules, lookups and the outline. */
package com.quaily.page.markdown.render;
