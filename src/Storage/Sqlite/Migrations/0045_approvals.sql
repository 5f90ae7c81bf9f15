-- Actions above somebody's limit that wait for a second person.
create table approval_request(
    account_key text not null,
    request_id text not null,
    action text not null,
    effect_minor integer not null,
    currency text not null check (length(currency) = 3),
    maker text not null,
    reason text not null,
    requested_on text not null,
    expires_on text not null check (expires_on >= requested_on),
    primary key (account_key, request_id)) strict, without rowid;
