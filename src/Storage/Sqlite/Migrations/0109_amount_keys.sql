-- Amounts are search keys: what is open, what was billed and what came in is found by how much it is.
create index open_item_by_amount on open_item(open_minor);

create index invoice_by_amount on invoice(total_minor);

create index receipt_by_amount on receipt(amount_minor);
