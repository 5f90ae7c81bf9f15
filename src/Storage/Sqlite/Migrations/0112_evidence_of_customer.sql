-- Who asks for everything that is stored of it gets the documents of its disputes, too, without a walk over those of
-- everybody.
create index dispute_evidence_of_customer
    on dispute_evidence(customer_id, account_key, dispute_id, document_id);
