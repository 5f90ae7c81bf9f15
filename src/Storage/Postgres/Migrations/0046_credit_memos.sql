-- A credit memo lies among the invoices of its account and names the one it corrects; null for an invoice.
alter table invoice add column corrects_id text;
