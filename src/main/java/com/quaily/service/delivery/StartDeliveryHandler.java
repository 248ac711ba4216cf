package com.quaily.service.delivery;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.service.delivery.DeliveryQueue.ScheduledDelivery;
import java.time.Instant;
import java.util.Optional;

/** Starts a scheduled delivery; runs again later when the delivery was moved. */
final class StartDeliveryHandler implements JobHandler<ScheduledDelivery> {

  private final ScheduledDeliveries deliveries;

  StartDeliveryHandler(ScheduledDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public JobType<ScheduledDelivery> type() {
    return DeliveryQueue.START;
  }

  @Override
  public void run(ScheduledDelivery data) {
    deliveries.startIfDue(data.taskId());
  }

  @Override
  public Optional<Instant> next(ScheduledDelivery data) {
    return deliveries.startsAt(data.taskId());
  }
}
