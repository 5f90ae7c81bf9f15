-- Documents that belong to disputes, sealed with the key of their customer: whose key is destroyed takes them along.
-- The account's events hold their id, which is the hash of what is in them.
create table dispute_evidence(
    stored_at timestamptz not null,
    length integer not null check (length > 0),
    account_key text collate "C" not null,
    dispute_id text collate "C" not null,
    document_id text collate "C" not null,
    customer_id text collate "C" not null,
    head bytea not null,
    body bytea not null,
    primary key (account_key, dispute_id, document_id));
