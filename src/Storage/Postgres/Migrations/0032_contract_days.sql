-- Which account has a service point on which days: the commit that gives it to one looks here whether another has it.
-- The days of contracts that are there already come from the events that began and ended them.
alter table contract add column starts_on date, add column ends_on date;

with happened as (
    select account_key, version, convert_from(body, 'UTF8')::jsonb as told from account_event
    where account_key in (select account_key from contract) and position('"kind":"contract-'::bytea in body) > 0),
started as (
    select account_key, told->>'contractId' as contract_id, (told->>'from')::date as starts_on,
        (told->>'until')::date as ends_on
    from happened where told->>'kind' = 'contract-started'),
ended as (
    select distinct on (account_key, told->>'contractId') account_key, told->>'contractId' as contract_id,
        (told->>'until')::date as ends_on
    from happened where told->>'kind' = 'contract-ended'
    order by account_key, told->>'contractId', version desc)
update contract c set starts_on = s.starts_on, ends_on = coalesce(e.ends_on, s.ends_on)
from started s left join ended e on e.account_key = s.account_key and e.contract_id = s.contract_id
where c.account_key = s.account_key and c.contract_id = s.contract_id;

alter table contract alter column starts_on set not null, add check (ends_on is null or starts_on < ends_on);
