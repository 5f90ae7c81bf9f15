-- Account ids are looked up whole and by how they begin, in any database's language: this index serves both.
drop index account_by_id;
create index account_by_id on account(account_id text_pattern_ops);
