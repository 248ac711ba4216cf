package com.quaily.resource.channel;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody writes for a channel without having agreed to it. */
@ExtendWith(SharedInstance.class)
class CooperatorApiTest {

  private final Author author;
  private final StoredData data;
  private final String path;
  private final String email = ApiClient.newEmail();
  private final ApiClient friend;
  private final long friendId;

  CooperatorApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.data = new StoredData(instance);
    this.path = "/lists/" + author.slug();
    this.friend = author.nobody().login(email);
    this.friendId = friend.get("/users/me").data().get("id").asLong();
    friend.post("/subscriptions/" + author.slug() + "/no-challenge", null);
  }

  private Reply set(Long... ids) {
    return author.api().put(path + "/cooperators", json("cooperators", Arrays.asList(ids)));
  }

  private int write(ApiClient client) {
    return client.post(author.posts(), json("title", "t")).status();
  }

  @Test
  void anInvitedUserWritesOnlyAfterAccepting() {
    JsonNode channel = set(friendId).data();

    assertEquals("[]", channel.get("cooperators").toString());
    assertEquals(403, write(friend));
    JsonNode invitations = friend.get("/users/me/invitations").data();
    assertEquals(1, invitations.size());
    assertEquals(author.slug(), invitations.at("/0/list/slug").textValue());
    JsonNode invited = author.api().get(path + "/cooperators/invited").data();
    assertEquals(friendId, invited.at("/0/user_id").asLong());

    JsonNode joined = friend.post(path + "/cooperation", null).data();

    assertTrue(joined.get("is_cooperated").booleanValue());
    assertEquals(200, write(friend));
    assertEquals(friendId, author.api().get(path).data().at("/cousers/0/id").asLong());
    assertEquals(0, friend.get("/users/me/invitations").data().size());
    assertEquals(0, author.api().get(path + "/cooperators/invited").data().size());
    assertEquals(403, friend.put(path + "/tweets", json("tweets_enabled", true)).status());
  }

  @Test
  void whoIsACooperatorStaysOneWhenTheListIsSetAgain() {
    set(friendId);
    friend.post(path + "/cooperation", null);

    assertEquals(friendId, set(friendId).data().at("/cooperators/0").asLong());
    assertEquals("[]", set().data().get("cousers").toString());
    assertEquals(403, write(friend));
  }

  @Test
  void theInvitationIsEmailed() {
    set(friendId);

    Waiting.until("the invitation", () -> mail().contains("invites you"));
    assertTrue(mail().contains("/dashboard/invitations"), mail());
  }

  private String mail() {
    try {
      return author.nobody().mailTo(email).get("text").textValue();
    } catch (AssertionError e) {
      return "";
    }
  }

  @Test
  void invitationsAreDeclinedWithdrawnAndExpire() {
    set(friendId);
    assertEquals(200, friend.delete(path + "/cooperation").status());
    assertRefused(friend.post(path + "/cooperation", null), 404, ErrorCode.INVITATION_NOT_FOUND);

    set(friendId);
    set();
    assertRefused(friend.post(path + "/cooperation", null), 404, ErrorCode.INVITATION_NOT_FOUND);

    set(friendId);
    age("30 days 1 second");
    assertEquals(0, friend.get("/users/me/invitations").data().size());
    assertRefused(friend.post(path + "/cooperation", null), 404, ErrorCode.INVITATION_NOT_FOUND);
    age("29 days");
    assertEquals(200, friend.post(path + "/cooperation", null).status());
  }

  private void age(String interval) {
    data.execute(
        "update cooperator_invitation set invited_at = now() - ?::interval where user_id = ?",
        interval,
        friendId);
  }

  @Test
  void othersCannotAcceptAndACooperatorCanLeave() {
    set(friendId);
    ApiClient other = author.somebodyElse();
    assertRefused(other.post(path + "/cooperation", null), 404, ErrorCode.INVITATION_NOT_FOUND);
    String key = friend.post("/apikeys", json("name", "x")).data().get("key").textValue();
    assertEquals(403, author.nobody().as(key).post(path + "/cooperation", null).status());
    friend.post(path + "/cooperation", null);

    assertEquals(200, friend.delete(path + "/cooperation").status());

    assertEquals(403, write(friend));
    assertRefused(friend.delete(path + "/cooperation"), 404, ErrorCode.INVITATION_NOT_FOUND);
  }

  @Test
  void onlyPeopleWhomTheOwnerCanKnowAreInvited() {
    long own = author.api().get("/users/me").data().get("id").asLong();
    long stranger = author.somebodyElse().get("/users/me").data().get("id").asLong();
    for (Object ids : new Object[] {null, List.of(own), List.of(999_999_999L), List.of(stranger)}) {
      Reply reply = author.api().put(path + "/cooperators", json("cooperators", ids));
      assertEquals(422, reply.status());
      assertEquals("cooperators", reply.body().get("field").textValue());
    }
    assertFalse(author.api().get(path).data().get("is_cooperated").booleanValue());
    long writer = Author.of(author.instance()).api().get("/users/me").data().get("id").asLong();
    assertEquals(200, set(writer).status());
  }

  @Test
  void fiftyCooperatorsAreTheMost() {
    Long[] most =
        LongStream.range(0, Limits.COOPERATORS).mapToObj(n -> 1L << 40 | n).toArray(Long[]::new);
    Long[] more = Arrays.copyOf(most, most.length + 1);
    more[most.length] = 1L << 41;

    assertEquals(ErrorCode.INVALID_FIELD.number(), set(most).code(), "nobody knows these users");
    assertEquals(ErrorCode.FIELD_TOO_LONG.number(), set(more).code());
  }
}
