package com.quaily.wiring;

import com.quaily.resource.delivery.DeliveryResource;
import com.quaily.resource.delivery.PostDeliveryResource;
import java.util.List;

/** Sending posts to subscribers and to other services. */
final class DeliveryModule implements ProgramModule {

  @Override
  public List<Object> resources(Views views) {
    return List.of(new DeliveryResource(), new PostDeliveryResource());
  }
}
