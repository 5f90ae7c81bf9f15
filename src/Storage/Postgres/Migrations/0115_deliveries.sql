-- Documents that somebody asked to be sent; a bill run writes none of them. The address is sealed with the key of the
-- customer: whose key is destroyed takes it along. Instants are microseconds since 1970.
create table document_delivery(
    asked_at bigint not null,
    next_at bigint,
    last_at bigint,
    attempt_count integer not null default 0,
    last_status integer,
    delivery_id text collate "C" primary key,
    account_key text collate "C" not null,
    customer_id text collate "C" not null,
    invoice_id text collate "C" not null,
    number text not null,
    channel text not null check (channel in ('email')),
    recipient text not null check (recipient in ('customer', 'other')),
    address bytea not null,
    message_id text not null,
    asked_by text not null,
    command_id text not null,
    reason text,
    state text not null default 'queued' check (state in ('queued', 'failed', 'sent', 'given-up')),
    last_outcome text,
    check (recipient = 'customer' or reason is not null),
    check ((state in ('queued', 'failed')) = (next_at is not null)));

create index document_delivery_due on document_delivery(next_at) where next_at is not null;

create index document_delivery_of_invoice on document_delivery(invoice_id, asked_at);

create index document_delivery_of_customer on document_delivery(customer_id, delivery_id);
