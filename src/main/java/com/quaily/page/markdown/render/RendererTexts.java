package com.quaily.page.markdown.render;

import com.quaily.model.Language;

/** The words that the renderer adds to a text. */
public enum RendererTexts {
  ANCHOR("Link to this section", "この見出しへのリンク", "本节链接"),
  TABLE("Table", "表", "表格"),
  FOOTNOTES("Footnotes", "脚注", "脚注"),
  BACK_TO_REFERENCE("Back to reference", "本文に戻る", "返回正文"),
  NOTE("Note", "メモ", "注"),
  TIP("Tip", "ヒント", "提示"),
  IMPORTANT("Important", "重要", "重要"),
  WARNING("Warning", "警告", "警告"),
  CAUTION("Caution", "注意", "当心"),
  AUDIO("Audio", "音声", "音频"),
  VIDEO("Video", "動画", "视频");

  private final String english;
  private final String japanese;
  private final String chinese;

  RendererTexts(String english, String japanese, String chinese) {
    this.english = english;
    this.japanese = japanese;
    this.chinese = chinese;
  }

  String in(Language language) {
    return switch (language) {
      case EN -> english;
      case JA -> japanese;
      case ZH -> chinese;
    };
  }
}
