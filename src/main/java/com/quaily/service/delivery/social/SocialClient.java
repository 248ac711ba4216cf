package com.quaily.service.delivery.social;

import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The HTTP API of one service. Thread-safe. */
interface SocialClient {

  SocialService service();

  /** Whether the account has what is needed to send. */
  boolean isComplete(SocialAccount account);

  /** What is missing, in one sentence for the writer. */
  String requirement();

  /** Whether writers need not enter a token because the operator configured the site's own. */
  default boolean isOfferedBySite() {
    return false;
  }

  /**
   * Asks the service whether the account may post; posts nothing.
   *
   * @throws SocialException saying why not
   */
  Profile verify(SocialAccount account) throws SocialException;

  /**
   * Posts a message.
   *
   * @param key from {@link #newKey}; the same one for every attempt to post this message
   */
  Posted post(SocialAccount account, SocialCard card, String key) throws SocialException;

  /**
   * Tries everything that a delivery needs, with a message that is deleted again where the service
   * permits it.
   *
   * @return what was done
   */
  TestResult test(SocialAccount account, SocialCard card) throws SocialException;

  /** A key for a new message; unique for the service. */
  default String newKey(long taskId, Instant now) {
    String source = "delivery " + taskId + " " + service().wireName();
    return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * How long after the first attempt a message may be posted again with its key without appearing
   * twice; zero = never.
   */
  default Duration repeatableFor(SocialAccount account) {
    return Duration.ZERO;
  }

  /** Whether a message that was posted can be edited. */
  default boolean isEditable(SocialAccount account, SocialPost posted) {
    return false;
  }

  /** Whether a message that was posted can be deleted. */
  default boolean isDeletable(SocialAccount account, SocialPost posted) {
    return false;
  }

  /** Replaces a message; called only if it is editable. */
  default void edit(SocialAccount account, SocialPost posted, SocialCard card)
      throws SocialException {
    throw SocialException.refused("messages cannot be edited");
  }

  /** Deletes a message; succeeds if it is gone already. Called only if it is deletable. */
  default void delete(SocialAccount account, SocialPost posted) throws SocialException {
    throw SocialException.refused("messages cannot be deleted");
  }

  /** What a test did. */
  enum TestResult {
    /** A message was posted and deleted. */
    DELETED,
    /** A message was posted; it stays. */
    POSTED,
    /** The service accepted the account and the message, and nothing was posted. */
    CHECKED
  }

  /**
   * What a service says about an account or a place.
   *
   * @param name for people, such as the title of a chat
   * @param settings what is kept of the answer, by wire name
   */
  record Profile(String name, Map<String, Object> settings) {

    static Profile of(String name) {
      return new Profile(name, Map.of());
    }
  }

  /**
   * A message that a service accepted.
   *
   * @param remoteId the service's id; empty when it names none
   * @param place what the service needs besides the id to edit or delete it; may be empty
   * @param address the public address; empty when there is none
   */
  record Posted(String remoteId, String place, String address) {}
}
