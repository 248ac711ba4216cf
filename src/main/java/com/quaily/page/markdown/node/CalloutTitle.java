package com.quaily.page.markdown.node;

import org.commonmark.node.CustomBlock;

/** The writer's own title of a callout; its children are inlines. */
public final class CalloutTitle extends CustomBlock {}
