package com.quaily.resource.subscription;

import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
import com.quaily.resource.api.Answer;
import com.quaily.resource.api.Bodies;
import com.quaily.resource.api.EnabledRequest;
import com.quaily.resource.view.SubscriptionView;
import com.quaily.resource.view.SubscriptionViews;
import com.quaily.service.subscription.MemberService;
import com.quaily.service.subscription.MemberService.Member;
import com.quaily.service.subscription.MemberService.Plan;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;

/** A member of a channel, as its writers keep them. */
@Path("/subscriptions")
public final class MemberResource {

  private final MemberService memberService;
  private final SubscriptionViews subscriptionViews;

  public MemberResource(MemberService memberService, SubscriptionViews subscriptionViews) {
    this.memberService = memberService;
    this.subscriptionViews = subscriptionViews;
  }

  /** Changes a member's plan; what is left out stays. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Changes a member's plan; what is left out stays")
  @PUT
  @Path("/{list}/members/{user}")
  public Answer<SubscriptionView> update(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("user") String user,
      MemberRequest body) {
    return update(security, list, user, Bodies.require(body).plan());
  }

  /** Removes a member. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Removes a member")
  @DELETE
  @Path("/{list}/members/{user}")
  public Answer<Void> remove(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("user") String user) {
    memberService.remove(Callers.require(security), list, user);
    return Answer.done();
  }

  /** Sets whether a member gets the channel by mail. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Sets whether a member gets the channel by mail")
  @PUT
  @Path("/{list}/members/{user}/email")
  public Answer<SubscriptionView> enableEmail(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("user") String user,
      EnabledRequest body) {
    return update(security, list, user, new Plan(null, null, EnabledRequest.require(body)));
  }

  private Answer<SubscriptionView> update(
      SecurityContext security, String list, String user, Plan plan) {
    return show(memberService.update(Callers.require(security), list, user, plan));
  }

  /** Moves a member to another channel of the caller. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Moves a member to another channel that the caller writes for")
  @POST
  @Path("/{list}/members/{user}/transfer")
  public Answer<SubscriptionView> transfer(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("user") String user,
      @QueryParam("dst_list_id") String toList) {
    return show(memberService.transfer(Callers.require(security), list, user, toList));
  }

  /** What a member receives of the channels that the caller writes for. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "What a member receives of the channels that the caller writes for")
  @GET
  @Path("/{list}/members/{user}/subs")
  public Answer<List<SubscriptionView>> list(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("user") String user) {
    return Answer.of(
        memberService.listOfMember(Callers.require(security), list, user).stream()
            .map(subscriptionViews::member)
            .toList());
  }

  private Answer<SubscriptionView> show(Member member) {
    return Answer.of(subscriptionViews.member(member));
  }

  /** Body of {@code PUT …/members/:user}. */
  public record MemberRequest(String type, Instant paidExpiry, Boolean emailEnabled) {

    Plan plan() {
      return new Plan(type, paidExpiry, emailEnabled);
    }
  }
}
