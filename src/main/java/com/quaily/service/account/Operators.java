package com.quaily.service.account;

import com.quaily.dao.UserDao;
import com.quaily.model.Caller;
import com.quaily.model.account.User;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import java.util.Set;

/** The accounts of those who run this site. The configuration names their addresses. */
public final class Operators {

  private final Set<String> addresses;
  private final UserDao userDao;

  /**
   * @param addresses normalized
   */
  public Operators(Set<String> addresses, UserDao userDao) {
    this.addresses = addresses;
    this.userDao = userDao;
  }

  /** Whether the user runs this site. */
  public boolean include(User user) {
    return addresses.contains(user.email());
  }

  /**
   * Rejects everybody else.
   *
   * @throws ForbiddenException when the caller is no operator
   */
  public void require(Caller caller) {
    if (userDao.selectById(caller.userId()).filter(this::include).isEmpty()) {
      throw new ForbiddenException(ErrorCode.FORBIDDEN, "Only operators of this site can do this.");
    }
  }
}
