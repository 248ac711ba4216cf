package com.quaily.page.markdown.render;

/** An audio or video file in the text, for feeds; the URL is the one in the HTML. */
public record Enclosure(String url, String mimeType) {}
