-- What accounts are found by besides their own columns: service points of contracts, and meters at service points.
create table contract(
    service_point_id text not null,
    account_key text not null,
    contract_id text not null,
    primary key (service_point_id, account_key, contract_id)) strict, without rowid;

create table meter(
    serial text not null,
    service_point_id text not null,
    primary key (serial, service_point_id)) strict, without rowid;

create index account_by_id on account(account_id);
