-- The whole journal: what accounts booked, and money nobody knows the account of, each row of which is an entry of two
-- lines. The books of an entity are read here and nowhere else.
create view journal_line as
    select account_key, version, line, booked_on, ledger_account, currency, amount_minor from posting
    union all
    select (entity_id || '/unidentified/' || cash_id) collate "C", 1::bigint, 0::smallint, booked_on, 'cash/' || method, currency, amount_minor
    from unidentified_cash
    union all
    select (entity_id || '/unidentified/' || cash_id) collate "C", 1::bigint, 1::smallint, booked_on, 'unidentified-cash', currency, -amount_minor
    from unidentified_cash;
