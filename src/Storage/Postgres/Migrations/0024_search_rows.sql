-- What accounts are found by besides their own columns: service points of contracts, and meters at service points.
create table contract(
    service_point_id text collate "C" not null,
    account_key text collate "C" not null,
    contract_id text collate "C" not null,
    primary key (service_point_id, account_key, contract_id));

create table meter(
    serial text collate "C" not null,
    service_point_id text collate "C" not null,
    primary key (serial, service_point_id));

create index account_by_id on account(account_id);

-- Entries come in the order of their days, so a summary of blocks is enough to find a month.
create index posting_by_day on posting using brin (booked_on);
