-- Money that files and streams tell of is held once in a legal entity: their rows bear "entity//source" while they are
-- booked, and the index on ids is unique over that. A row without it, entered by hand or older, only competes with
-- itself, so that no books of the past are refused.
alter table receipt add column claim text collate "C" check (claim is null or state = 'booked');

drop index receipt_holder;

create unique index receipt_holder on receipt(receipt_id, (coalesce(claim, account_key)));
