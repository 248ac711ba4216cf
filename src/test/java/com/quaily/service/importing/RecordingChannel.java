package com.quaily.service.importing;

import com.quaily.importer.ExistingPost;
import com.quaily.importer.ImageStore;
import com.quaily.importer.ImportTarget;
import com.quaily.importer.PreparedPost;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel in memory that implements both ports and records the calls. */
public final class RecordingChannel implements ImportTarget, ImageStore {

  /** A post and its state. */
  public record Stored(long id, PreparedPost post, boolean published, boolean imported) {}

  public final Map<Long, Stored> posts = new LinkedHashMap<>();
  public final List<String> saved = new ArrayList<>();
  public final List<String> uploads = new ArrayList<>();
  public Optional<String> refusedImage = Optional.empty();
  public Optional<String> refusedPost = Optional.empty();
  public Optional<byte[]> refusedContent = Optional.empty();
  public int savesUntilOutage = Integer.MAX_VALUE;

  public PreparedPost post(String slug) {
    return stored(slug)
        .map(Stored::post)
        .orElseThrow(() -> new AssertionError("no post " + slug + " among " + saved));
  }

  public Optional<Stored> stored(String slug) {
    return posts.values().stream().filter(stored -> stored.post().slug().equals(slug)).findFirst();
  }

  public void addHandWritten(PreparedPost post) {
    long id = posts.size() + 1L;
    posts.put(id, new Stored(id, post, true, false));
  }

  @Override
  public List<ExistingPost> importedPosts() {
    return posts.values().stream().filter(Stored::imported).map(this::existing).toList();
  }

  @Override
  public Optional<ExistingPost> findBySlug(String slug) {
    return stored(slug).map(this::existing);
  }

  private ExistingPost existing(Stored stored) {
    return new ExistingPost(
        stored.id(),
        stored.post().slug(),
        stored.imported() ? Optional.of(stored.post().mark()) : Optional.empty(),
        stored.published());
  }

  @Override
  public void save(PreparedPost post, Optional<ExistingPost> existing) {
    if (savesUntilOutage-- <= 0) {
      throw new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "The database is away.");
    }
    check(post, existing);
    long id = existing.map(ExistingPost::id).orElse(posts.size() + 1L);
    boolean published =
        post.publication().publish() || existing.map(ExistingPost::published).orElse(false);
    posts.put(id, new Stored(id, post, published, true));
    saved.add(post.slug());
  }

  @Override
  public void check(PreparedPost post, Optional<ExistingPost> existing) {
    refusedPost
        .filter(post.slug()::equals)
        .ifPresent(
            slug -> {
              throw new InvalidException(ErrorCode.INVALID_FIELD, "content", "is refused");
            });
  }

  @Override
  public void check(byte[] content) {
    if (refusedContent.filter(refused -> Arrays.equals(refused, content)).isPresent()) {
      throw new InvalidException(ErrorCode.ATTACHMENT_BROKEN, "The image cannot be decoded.");
    }
  }

  @Override
  public String store(byte[] content, String filename) {
    if (refusedImage.filter(filename::equals).isPresent()) {
      throw new InvalidException(ErrorCode.ATTACHMENT_BROKEN, "The image cannot be decoded.");
    }
    check(content);
    uploads.add(filename);
    return "/media/" + filename.replace(' ', '_') + "-" + content.length + ".webp";
  }
}
