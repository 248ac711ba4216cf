package com.quaily.page.markdown.node;

import org.commonmark.node.CustomNode;

/** Marked text, {@code ==so==}. */
public final class Mark extends CustomNode {}
