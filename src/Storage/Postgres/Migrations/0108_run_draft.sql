-- Drafts as everybody reads them. That a draft is issued is said by its invoice, found by run and account: to write it
-- into the draft as well would write its whole body anew. Rows of before say it themselves.
create view run_draft as
select d.run_id, d.account_key, d.account_version, d.usage_version, d.input_hash, d.net_minor, d.tax_minor, d.sums,
    d.body,
    coalesce(
        (select 'issued' from invoice i where i.run_id = d.run_id and i.account_key = d.account_key limit 1),
        d.outcome) as outcome
from bill_draft d;
