package com.quaily.storage;

import java.util.stream.Stream;

/** Valid and invalid storage keys for the tests. */
public final class StorageKeys {

  private StorageKeys() {}

  public static Stream<String> hostile() {
    return Stream.of(
        "",
        "/",
        "/etc/passwd",
        "..",
        ".",
        "../outside",
        "a/../../outside",
        "a/..",
        "a/./b",
        "./a",
        "a//b",
        "a/",
        "a\\b",
        "..\\outside",
        "\\temporary/x",
        "a\0b",
        "a\0.html",
        "a\nb",
        "a\tb",
        "a\u007fb",
        "a\u0085b",
        "a\ud800b",
        "\udc00",
        "a\udc00\ud800",
        "cafe\u0301",
        "a".repeat(241),
        "日".repeat(81),
        ("a".repeat(200) + "/").repeat(4) + "a".repeat(97));
  }

  /** Allowed, though the S3 server of the tests keeps objects in files and has less room. */
  public static Stream<String> longest() {
    return Stream.of("a".repeat(240), "日".repeat(80) + "/x");
  }

  public static Stream<String> unusual() {
    return Stream.of(
        "a",
        "...",
        "..a/b..",
        ".hidden",
        "日本語/タグ.html",
        "caf\u00e9/ümläut",
        "中文 标签/空 格.html",
        "emoji-\ud83d\ude00.txt",
        "a+b&c=d?e#f%20g;h",
        "%2e%2e/x",
        "quote'\"<>.html",
        "~tilde/$HOME/`x`",
        "-rf",
        "CON/aux.txt",
        "日".repeat(60) + "/x",
        ("a".repeat(200) + "/").repeat(4) + "a".repeat(96));
  }
}
