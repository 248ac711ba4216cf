/** Renders images and embeds. */
package com.quaily.page.markdown.image;
