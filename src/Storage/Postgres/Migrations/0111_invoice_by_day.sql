-- Invoices of all accounts are listed by their day.
create index invoice_by_day on invoice(issued_on, account_key, version);
