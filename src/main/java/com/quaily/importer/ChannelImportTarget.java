package com.quaily.importer;

import com.quaily.dao.PostDao;
import com.quaily.importer.source.PostMetadata;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.service.media.AttachmentService;
import com.quaily.service.post.PostService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports into a channel with the same rules as the API. */
public final class ChannelImportTarget implements ImportTarget, ImageStore {

  private static final String MARK = "import";

  private final PostDao postDao;
  private final PostService postService;
  private final AttachmentService attachmentService;
  private final Caller caller;
  private final Channel channel;

  public ChannelImportTarget(
      PostDao postDao,
      PostService postService,
      AttachmentService attachmentService,
      Caller caller,
      Channel channel) {
    this.postDao = postDao;
    this.postService = postService;
    this.attachmentService = attachmentService;
    this.caller = caller;
    this.channel = channel;
  }

  @Override
  public List<ExistingPost> importedPosts() {
    return postDao.selectImported(channel.id()).stream()
        .map(ChannelImportTarget::existing)
        .toList();
  }

  @Override
  public Optional<ExistingPost> findBySlug(String slug) {
    return postDao.selectBySlug(channel.id(), slug).map(ChannelImportTarget::existing);
  }

  private static ExistingPost existing(Post post) {
    Optional<ImportMark> mark =
        post.options().get(MARK) instanceof Map<?, ?> kept
            ? Optional.of(
                new ImportMark(
                    String.valueOf(kept.get("source")), String.valueOf(kept.get("fingerprint"))))
            : Optional.empty();
    return new ExistingPost(post.id(), post.slug(), mark, post.isPublished());
  }

  @Override
  public void save(PreparedPost post, Optional<ExistingPost> existing) {
    PostInput input = input(post, existing);
    if (existing.isPresent()) {
      String id = String.valueOf(existing.get().id());
      postService.update(caller, channel, id, input, null);
    } else {
      postService.upsert(caller, channel, input);
    }
  }

  @Override
  public void check(PreparedPost post, Optional<ExistingPost> existing) {
    Optional<String> key = existing.map(found -> String.valueOf(found.id()));
    postService.check(caller, channel, key, input(post, existing));
  }

  @Override
  public void check(byte[] content) {
    attachmentService.check(content);
  }

  private PostInput input(PreparedPost post, Optional<ExistingPost> existing) {
    PostMetadata metadata = post.metadata();
    return new PostInput(
        post.slug(),
        metadata.title(),
        metadata.summary(),
        post.content(),
        post.coverImageUrl(),
        date(post.publication(), existing),
        // A draft may be dated in the future, which no publication can be.
        post.publication().date().filter(d -> !d.isAfter(Instant.now())).orElse(null),
        metadata.tags(),
        metadata.theme(),
        metadata.lang(),
        options(post),
        null);
  }

  private static Map<String, Object> options(PreparedPost post) {
    Map<String, Object> options = new HashMap<>();
    options.put(
        MARK, Map.of("source", post.mark().source(), "fingerprint", post.mark().fingerprint()));
    if (!post.metadata().translationKey().isEmpty()) {
      options.put(Post.TRANSLATION_KEY, post.metadata().translationKey());
    }
    return options;
  }

  /** The publication date; null keeps the state. */
  private static Instant date(ImportedState publication, Optional<ExistingPost> existing) {
    if (!publication.publish()) {
      return null;
    }
    boolean keepsItsDate =
        publication.date().isEmpty() && existing.filter(ExistingPost::published).isPresent();
    return keepsItsDate ? null : publication.date().orElseGet(Instant::now);
  }

  @Override
  public String store(byte[] content, String filename) {
    return "/" + attachmentService.upload(caller.userId(), content, filename).pathname();
  }
}
