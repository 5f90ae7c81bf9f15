-- Which account has a service point on which days: the commit that gives it to one looks here whether another has it.
-- The days of contracts that are there already come from the events that began and ended them.
create table dated_contract(
    service_point_id text not null,
    account_key text not null,
    contract_id text not null,
    starts_on text not null,
    ends_on text check (ends_on is null or starts_on < ends_on),
    primary key (service_point_id, account_key, contract_id)) strict, without rowid;

with happened as (
    select account_key, version, cast(body as text) as told from account_event
    where account_key in (select account_key from contract) and instr(body, cast('"kind":"contract-' as blob)) > 0)
insert into dated_contract
select c.service_point_id, c.account_key, c.contract_id, s.told ->> '$.from',
    coalesce(
        (select e.told ->> '$.until' from happened e
            where e.account_key = c.account_key and e.told ->> '$.contractId' = c.contract_id
                and e.told ->> '$.kind' = 'contract-ended'
            order by e.version desc limit 1),
        s.told ->> '$.until')
from contract c join happened s on s.account_key = c.account_key and s.told ->> '$.contractId' = c.contract_id
    and s.told ->> '$.kind' = 'contract-started';

drop table contract;
alter table dated_contract rename to contract;
create index contract_by_account on contract(account_key);
