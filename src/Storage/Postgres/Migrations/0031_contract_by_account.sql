-- The contracts of an account: what a verification compares with the account's events, range by range of accounts.
create index contract_by_account on contract(account_key);
