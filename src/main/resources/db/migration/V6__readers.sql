-- How often confirmations were asked for an address.
create index subscription_request_email on subscription_request (email, created_at);
