-- A payment is known by its source and id in a whole legal entity: it is looked up whichever account it is said to be for.
create index receipt_holder on receipt(receipt_id);
