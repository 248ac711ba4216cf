package com.quaily.page.markdown;

import org.commonmark.node.CustomBlock;

/** The writer's own title of a callout; its children are inlines. */
final class CalloutTitle extends CustomBlock {}
