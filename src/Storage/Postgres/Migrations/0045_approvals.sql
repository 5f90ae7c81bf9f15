-- Actions above somebody's limit that wait for a second person.
create table approval_request(
    effect_minor bigint not null,
    requested_on date not null,
    expires_on date not null check (expires_on >= requested_on),
    account_key text collate "C" not null,
    request_id text collate "C" not null,
    action text not null,
    currency text not null check (length(currency) = 3),
    maker text not null,
    reason text not null,
    primary key (account_key, request_id));
