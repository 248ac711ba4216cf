package com.quaily.page.markdown.node;

import org.commonmark.node.CustomBlock;

/** The custom title of a callout; its children are inlines. */
public final class CalloutTitle extends CustomBlock {}
