-- Entries that take tax back without crediting a bill are few: key figures find them without reading all postings again.
create index posting_relief on posting(account_key, version)
    where ledger_account in ('bad-debts', 'bad-debts-recovered', 'cash-discounts', 'small-differences');
