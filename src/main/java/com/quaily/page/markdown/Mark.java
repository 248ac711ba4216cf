package com.quaily.page.markdown;

import org.commonmark.node.CustomNode;

/** Marked text, {@code ==so==}. */
final class Mark extends CustomNode {}
