-- What payers write is a search key: keyed hashes of all of it and of its words, nothing of it readable.
create table payment_word(
    token bytea not null check (length(token) = 16),
    account_key text collate "C" not null,
    receipt_id text collate "C" not null,
    primary key (token, account_key, receipt_id));

create index payment_word_of_account on payment_word(account_key);

-- Who may see one legal entity finds amounts of it alone, and does not walk over those of all others.
drop index open_item_by_amount;
drop index invoice_by_amount;
drop index receipt_by_amount;
create index open_item_by_amount on open_item(open_minor, account_key);
create index invoice_by_amount on invoice(total_minor, account_key);
create index receipt_by_amount on receipt(amount_minor, account_key);
