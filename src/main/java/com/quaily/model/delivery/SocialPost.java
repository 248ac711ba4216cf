package com.quaily.model.delivery;

import java.time.Instant;

/**
 * A message that a delivery posted, or tried to post, on a service.
 *
 * @param taskId the delivery
 * @param postId the post that the message announces
 * @param postKey chosen before the first attempt; services with idempotent requests know it
 * @param remoteId the service's id of the message; empty until it has one
 * @param place what the service needs besides the id, such as the chat; may be empty
 * @param address the public address of the message; empty when there is none
 * @param reply the service's own words, shortened
 */
public record SocialPost(
    long id,
    long taskId,
    SocialService service,
    long channelId,
    long postId,
    String postKey,
    String remoteId,
    String place,
    String address,
    State state,
    String reply,
    Instant createdAt,
    Instant updatedAt) {

  /** What became of a message. */
  public enum State {
    /** An attempt is under way, or ended without an answer and can be repeated with its key. */
    POSTING,
    /** Nothing was posted; another attempt follows. */
    WAITING,
    POSTED,
    FAILED,
    /** An attempt ended without an answer: the message may be there. */
    UNCERTAIN,
    DELETED
  }

  /** This message in another state. */
  public SocialPost with(State next, String words) {
    return new SocialPost(
        id, taskId, service, channelId, postId, postKey, remoteId, place, address, next, words,
        createdAt, updatedAt);
  }

  /** This message as the service accepted it. */
  public SocialPost posted(String remoteId, String place, String address) {
    return new SocialPost(
        id,
        taskId,
        service,
        channelId,
        postId,
        postKey,
        remoteId,
        place,
        address,
        State.POSTED,
        "",
        createdAt,
        updatedAt);
  }
}
