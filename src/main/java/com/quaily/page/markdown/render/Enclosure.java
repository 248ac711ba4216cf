package com.quaily.page.markdown.render;

/** An audio or video file of the text, for feeds; the address is as it stands in the HTML. */
public record Enclosure(String url, String mimeType) {}
