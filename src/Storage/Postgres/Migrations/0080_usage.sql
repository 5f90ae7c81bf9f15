-- Records that were rated when they came, as they came and sealed; the bill rates them once more. One row holds those of
-- one contract and bill period that came together.
create table usage_record(
    version bigint not null check (version > 0),
    record_count integer not null check (record_count > 0),
    period_from date not null,
    period_until date not null check (period_until > period_from),
    is_late boolean not null,
    account_key text collate "C" not null,
    contract_id text collate "C" not null,
    payload bytea not null,
    primary key (account_key, contract_id, period_from, version, is_late));

-- Keys of records of periods that are billed: read when a late record comes, so that none counts twice.
create table usage_key(
    version bigint not null check (version > 0),
    period_from date not null,
    account_key text collate "C" not null,
    contract_id text collate "C" not null,
    keys bytea not null check (length(keys) % 24 = 0),
    primary key (account_key, contract_id, period_from, version));

-- Records that were set aside, sealed, until they are rated or dropped; the row of the worklist says why.
create table usage_suspense(
    account_key text collate "C" not null,
    name text collate "C" not null,
    payload bytea not null,
    primary key (account_key, name));

create unique index worklist_open_usage on worklist(entity_id, account_id, field)
    where kind = 'usage-record' and state = 'open';
