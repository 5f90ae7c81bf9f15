-- A fee of a child has no document: its line says what it is and what it comes to. Null for a document.
alter table collective_line add column fee_id text;
alter table collective_line add column fee_minor integer;
alter table collective_line add column charged_on text;
