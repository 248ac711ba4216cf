package com.quaily.wiring;

import com.quaily.dao.CreditDao;
import com.quaily.dao.ReferralDao;
import com.quaily.database.Database;
import com.quaily.resource.credit.CreditResource;
import com.quaily.resource.credit.ReferenceDataResource;
import com.quaily.resource.payment.PaymentResource;
import com.quaily.resource.payment.PayoutResource;
import com.quaily.service.credit.CreditService;
import com.quaily.service.credit.ReferenceData;
import com.quaily.service.credit.ReferralService;
import java.time.Clock;
import java.util.List;

/** Credit, referrals, and payment endpoints. */
public final class CreditModule implements ProgramModule {

  private final CreditService creditService;
  private final ReferralService referralService;
  private final ReferenceData referenceData;

  CreditModule(Database database, Clock clock) {
    creditService = new CreditService(database, database.dao(CreditDao.class), clock);
    referralService = new ReferralService(database.dao(ReferralDao.class), clock);
    referenceData = new ReferenceData(clock);
  }

  public CreditService creditService() {
    return creditService;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new CreditResource(creditService),
        new ReferenceDataResource(referenceData, referralService, views.users()),
        new PaymentResource(),
        new PayoutResource());
  }
}
