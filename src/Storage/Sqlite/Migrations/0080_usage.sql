-- Records that were rated when they came, as they came and sealed; the bill rates them once more. One row holds those of
-- one contract and bill period that came together.
create table usage_record(
    account_key text not null,
    contract_id text not null,
    period_from text not null,
    version integer not null check (version > 0),
    is_late integer not null check (is_late in (0, 1)),
    period_until text not null check (period_until > period_from),
    record_count integer not null check (record_count > 0),
    payload blob not null,
    primary key (account_key, contract_id, period_from, version, is_late)) strict, without rowid;

create trigger usage_record_kept before update on usage_record
begin select raise(abort, 'rows of usage_record are never changed'); end;
create trigger usage_record_stays before delete on usage_record
begin select raise(abort, 'rows of usage_record are never changed'); end;

-- Keys of records of periods that are billed: read when a late record comes, so that none counts twice.
create table usage_key(
    account_key text not null,
    contract_id text not null,
    period_from text not null,
    version integer not null check (version > 0),
    keys blob not null check (length(keys) % 24 = 0),
    primary key (account_key, contract_id, period_from, version)) strict, without rowid;

-- Records that were set aside, sealed, until they are rated or dropped; the row of the worklist says why.
create table usage_suspense(
    account_key text not null,
    name text not null,
    payload blob not null,
    primary key (account_key, name)) strict, without rowid;

create unique index worklist_open_usage on worklist(entity_id, account_id, field)
    where kind = 'usage-record' and state = 'open';
