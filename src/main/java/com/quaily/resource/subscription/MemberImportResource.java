package com.quaily.resource.subscription;

import com.quaily.model.oauth.Scope;
import com.quaily.model.subscription.NewMember;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
import com.quaily.resource.api.Answer;
import com.quaily.resource.api.Bodies;
import com.quaily.service.subscription.MemberImport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Members whom an owner brings along from elsewhere. */
@Path("/auxilia/subscriptions")
public final class MemberImportResource {

  private final MemberImport memberImport;

  public MemberImportResource(MemberImport memberImport) {
    this.memberImport = memberImport;
  }

  /** Subscribes up to 10,000 addresses; answers how many were not subscribed before. */
  @Access(value = Access.Level.OWNER, scope = Scope.POST_WRITE)
  @Operation(summary = "Subscribes up to 10,000 addresses; answers how many are new")
  @POST
  @Path("/{list}/members/add")
  public Answer<Integer> add(
      @Context SecurityContext security, @PathParam("list") String list, MembersRequest body) {
    return Answer.of(
        memberImport.add(Callers.require(security), list, Bodies.require(body).members()));
  }

  /** Body of {@code POST …/members/add}. */
  public record MembersRequest(List<NewMember> members) {}
}
