-- Documents that belong to disputes, sealed with the key of their customer: whose key is destroyed takes them along.
-- The account's events hold their id, which is the hash of what is in them. Instants are microseconds since
-- 1970.
create table dispute_evidence(
    account_key text not null,
    dispute_id text not null,
    document_id text not null,
    customer_id text not null,
    stored_at integer not null,
    length integer not null check (length > 0),
    head blob not null,
    body blob not null,
    primary key (account_key, dispute_id, document_id)) strict, without rowid;
