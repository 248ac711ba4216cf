package com.quaily.page.markdown.node;

import org.commonmark.node.CustomNode;

/** Marked text, {@code ==text==}. */
public final class Mark extends CustomNode {}
