-- A fee of a child has no document: its line says what it is and what it comes to. Null for a document.
alter table collective_line add column fee_id text collate "C", add column fee_minor bigint, add column charged_on date;
