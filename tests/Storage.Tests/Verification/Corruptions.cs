namespace BillingActors.Storage.Tests.Verification;

/// <summary>At least one corruption for every check that rows alone can break.</summary>
internal static class Corruptions
{
    private const string Last = "account_key = 'E1/A4' and version = 3";
    private const string Unrun = "account_key = 'E1/A2' and version = 4";

    public static readonly Dictionary<string, Corruption> All = new(StringComparer.Ordinal)
    {
        ["an event is gone"] = new(
            "account_event", "delete from account_event where account_key = 'E1/A4' and version = 2", ["events E1/A4"]),
        ["an event is not readable"] = new(
            "account_event",
            $"update account_event set body = {{0}} where {Last}", ["events E1/A4"], d => d.Bytes("7b")),
        ["an event was changed"] = new(
            "account_event", "update account_event set body = {0} where account_key = 'E1/A4' and version = 1",
            ["hash-chain E1/A4"], d => d.Replaced("body", "C-1", "C-2")),
        ["an envelope was changed"] = new(
            "account_event", "update account_event set actor = 'eve' where account_key = 'E1/A3' and version = 7",
            ["hash-chain E1/A3"]),
        ["the last event was changed"] = new(
            "account_event", $"update account_event set body = {{0}} where {Last}", ["hash-chain E1/A4"],
            d => d.Replaced("body", "Meter test", "Meter text")),
        ["the last event is gone"] = new(
            "account_event", $"delete from account_event where {Last}", ["hash-chain E1/A4"]),
        ["the link of the row was changed"] = new(
            "account", "update account set link = {0} where account_key = 'E1/A4'", ["hash-chain E1/A4"],
            d => d.Bytes(new string('a', 64))),
        ["amounts beside a document were changed"] = new(
            "invoice", $"update invoice set net_minor = net_minor + 1, total_minor = total_minor + 1 where {Unrun}",
            ["documents E1/A2"]),
        ["a day beside a document was changed"] = new(
            "invoice", $"update invoice set due_on = '2026-01-01' where {Unrun}", ["documents E1/A2"]),
        ["a document was changed"] = new(
            "invoice", $"update invoice set body = {{0}} where {Unrun}", ["documents E1/A2"],
            d => d.Replaced("body", "Energy", "Energie")),
        ["the hash of a document was changed"] = new(
            "invoice", $"update invoice set hash = {{0}} where {Unrun}", ["documents E1/A2"],
            d => d.Bytes(new string('b', 64))),
        ["a document is gone"] = new(
            "invoice", $"delete from invoice where {Unrun}", ["documents E1/A2", "numbers E1/INV"]),
        ["a document has another number"] = new(
            "invoice", $"update invoice set number = 99 where {Unrun}",
            ["documents E1/A2", "numbers E1/INV", "numbers E1/INV", "numbers E1/INV"]),
        ["a credit memo corrects another invoice"] = new(
            "invoice", "update invoice set corrects_id = 'E1.B1.9' where account_key = 'E1/B1' and series = 'CM'"
            + " and number = 1", ["documents E1/B1"]),
        ["a credit memo is an invoice"] = new(
            "invoice", "update invoice set corrects_id = null where account_key = 'E1/B1' and number = 1"
            + " and series = 'CM'", ["documents E1/B1"]),
        ["the last credit memo is gone"] = new(
            "invoice", "delete from invoice where series = 'CM' and number = 2", ["documents E1/B1", "numbers E1/CM"]),
        ["a document no event issued"] = new(
            "invoice", "update invoice set account_key = 'E1/A9', version = 1 where " + Unrun,
            ["documents E1/A2", "documents E1/A9"]),
        ["an event was put off to another day"] = new(
            "account_event",
            "update account_event set booked_from = '2025-04-01' where account_key = 'E1/A5' and version = 3",
            ["hash-chain E1/A5"]),
        ["a posting was moved into a locked month"] = new(
            "posting", "update posting set booked_on = '2025-02-01' where account_key = 'E1/A5'",
            ["postings E1/A5", "accounting-periods E1"]),
        ["a lock was moved"] = new(
            "accounting_period", "update accounting_period set soft_locked_until = '2025-04-01'",
            ["accounting-periods E1"]),
        ["an event of periods is gone"] = new(
            "accounting_period_event", "delete from accounting_period_event where version = 1",
            ["accounting-periods E1"]),
        ["what a lock kept was changed"] = new(
            "accounting_period_event", "update accounting_period_event set body = {0} where version = 2",
            ["accounting-periods E1"], d => d.Replaced("body", "tax/VAT", "tax/TAV")),
        ["a snapshot was changed"] = new(
            "account_snapshot", "update account_snapshot set body = {0}", ["snapshots E1/A3"],
            d => d.Replaced("body", "monthly", "monthlx")),
        ["a snapshot has another link"] = new(
            "account_snapshot", "update account_snapshot set link = {0}", ["snapshots E1/A3"],
            d => d.Bytes(new string('c', 64))),
        ["a snapshot is ahead of the events"] = new(
            "account_snapshot", "update account_snapshot set version = 77", ["snapshots E1/A3"]),
        ["a row has another cycle"] = new(
            "account", "update account set cycle_id = 'weekly' where account_key = 'E1/A1'", ["account-rows E1/A1"]),
        ["a row has another customer"] = new(
            "account", "update account set customer_id = 'C-9' where account_key = 'E1/A1'", ["account-rows E1/A1"]),
        ["a row has another status"] = new(
            "account", "update account set status = 2 where account_key = 'E1/A1'", ["account-rows E1/A1"]),
        ["a row has another currency"] = new(
            "account", "update account set currency = 'USD' where account_key = 'E1/A1'", ["account-rows E1/A1"]),
        ["a row has another balance"] = new(
            "account", "update account set balance_minor = balance_minor + 1 where account_key = 'E1/A1'",
            ["account-rows E1/A1"]),
        ["a row is gone"] = new("account", "delete from account where account_key = 'E1/A1'", ["account-rows E1/A1"]),
        ["a row has no events"] = new(
            "account", """
            insert into account(account_key, entity_id, account_id, customer_id, cycle_id, status, currency,
                balance_minor, version, link, opened_on)
            select 'E1/A9', entity_id, 'A9', customer_id, cycle_id, status, currency, 0, 1, link, opened_on from account
            where account_key = 'E1/A4'
            """, ["account-rows E1/A9"]),
        ["an open item was changed"] = new(
            "open_item",
            "update open_item set open_minor = open_minor - 1 where account_key = 'E1/A3'", ["open-items E1/A3"]),
        ["an open item is gone"] = new(
            "open_item", "delete from open_item where account_key = 'E1/A3'", ["open-items E1/A3"]),
        ["an open item too many"] = new(
            "open_item", """
            insert into open_item(account_key, item_id, original_minor, open_minor, issued_on, due_on)
            values ('E1/A4', 'X', 1, 1, '2025-01-01', '2025-01-02')
            """, ["open-items E1/A4"]),
        ["a budget plan is not due"] = new(
            "due_work", "delete from due_work where kind = 'budget'", ["due-work E1/C7"]),
        ["a budget plan is due on another day"] = new(
            "due_work", """
            update due_work set due_at = (select max(due_at) from due_work where key = 'E1/A1') where kind = 'budget'
            """, ["due-work E1/C7"]),
        ["an instalment is booked as cash"] = new(
            "posting", "update posting set ledger_account = 'unapplied-cash' where ledger_account = 'budget-billing'",
            ["postings E1/C7", "unapplied-cash E1/C7", "budget-billing E1/C7", "accounting-periods E1"]),
        ["a bill of a child is not handed over"] = new(
            "collective_line", "delete from collective_line where bill_id is null",
            ["in-transit-totals E1", "collective-bills E1/C1"]),
        ["a bill of a child waits again"] = new(
            "collective_line", "update collective_line set bill_id = null",
            ["in-transit-totals E1", "collective-bills E1/C8"]),
        ["a bill of a child waits for another parent"] = new(
            "collective_line", "update collective_line set parent_key = 'E1/A1' where bill_id is null",
            ["collective-bills E1/C1"]),
        ["a child has no parent"] = new(
            "collective_member", "delete from collective_member", ["collective-bills E1/C1"]),
        ["a collective bill is not due"] = new(
            "due_work", "delete from due_work where kind = 'collective'", ["due-work E1/C8"]),
        ["a request is gone"] = new(
            "approval_request", "delete from approval_request where account_key = 'E1/A3'", ["approvals E1/A3"]),
        ["a request moves more"] = new(
            "approval_request", "update approval_request set effect_minor = 1 where account_key = 'E1/A3'",
            ["approvals E1/A3"]),
        ["a request nobody made"] = new(
            "approval_request", """
            insert into approval_request(account_key, request_id, action, effect_minor, currency, maker, reason,
                requested_on, expires_on)
            values ('E1/A4', 'X', 'adjust', 1, 'EUR', 'anna', 'why', '2025-01-01', '2025-01-02')
            """, ["approvals E1/A4"]),
        ["a dispute is credited with more"] = new(
            "dispute", "update dispute set credit_minor = credit_minor + 1", ["disputes E1/A1"]),
        ["a dispute has another owner"] = new(
            "dispute", "update dispute set owner = 'eve'", ["disputes E1/A1"]),
        ["a dispute is gone"] = new("dispute", "delete from dispute", ["disputes E1/A1"]),
        ["a collector's row has another promise"] = new(
            "collection", "update collection set promise_minor = 1", ["collections E1/A1"]),
        ["a collector's row is gone"] = new("collection", "delete from collection", ["collections E1/A1"]),
        ["a deposit is held for more"] = new(
            "deposit", "update deposit set held_minor = held_minor - 1", ["deposits E1/B2"]),
        ["a deposit has another status"] = new(
            "deposit", "update deposit set status = 'released'", ["deposits E1/B2"]),
        ["a deposit is gone"] = new("deposit", "delete from deposit", ["deposits E1/B2"]),
        ["a deposit nobody decided"] = new(
            "deposit", """
            insert into deposit(account_key, deposit_id, status, basis, amount_minor, paid_minor, held_minor,
                interest_minor, assessed_on)
            values ('E1/A4', 'X', 'assessed', 'hand', 1, 0, 0, 0, '2025-01-01')
            """, ["deposits E1/A4"]),
        ["a deposit is booked with another amount"] = new(
            "posting",
            """
            update posting set amount_minor = amount_minor + 1
            where account_key = 'E1/B2' and ledger_account = 'deposits-held'
            """,
            ["deposits E1/B2", "postings E1/B2", "ledger EUR", "accounting-periods E1"]),
        ["an account is not looked at"] = new(
            "due_work", "delete from due_work where key = 'E1/A1'", ["due-work E1/A1"]),
        ["an account is looked at for nothing"] = new(
            "due_work", """
            insert into due_work(kind, key, shard_key, due_at)
            select 'collection', 'E1/A4', 0, due_at from due_work where key = 'E1/A1'
            """, ["due-work E1/A4"]),
        ["a transfer is not due"] = new(
            "due_work", "delete from due_work where kind = 'transfer'", ["due-work E1/A7"]),
        ["a transfer is due for nothing"] = new(
            "due_work", """
            insert into due_work(kind, key, shard_key, due_at)
            select 'transfer', 'E1/A4', 0, due_at from due_work where kind = 'transfer'
            """, ["due-work E1/A4"]),
        ["what is in transit has another amount"] = new(
            "posting",
            """
            update posting set amount_minor = amount_minor + 1
            where account_key = 'E1/A8' and ledger_account = 'in-transit'
            """,
            [
                "postings E1/A8", "in-transit E1/A8", "in-transit-totals E1", "ledger EUR", "accounting-periods E1",
            ]),
        ["a sender cannot be read"] = new(
            "account_event",
            "update account_event set body = {0} where account_key = 'E1/A7' and version = 1",
            ["events E1/A7", "in-transit E1/A8", "in-transit-totals E1"],
            d => d.Bytes("7b")),
        ["a receipt has another rest"] = new(
            "receipt", "update receipt set unapplied_minor = 499 where receipt_id = 'R-1'", ["cash-receipts E1/A6"]),
        ["a receipt is kept no more"] = new(
            "receipt", "update receipt set is_on_account = not is_on_account where receipt_id = 'R-2'",
            ["cash-receipts E1/A6", "cash-work E1/A6"]),
        ["a receipt is gone"] = new(
            "receipt", "delete from receipt where receipt_id = 'R-1'", ["cash-receipts E1/A6", "cash-work E1/A6"]),
        ["work of unapplied cash is gone"] = new(
            "worklist", "delete from worklist where kind = 'unapplied-cash' and field = 'R-1'", ["cash-work E1/A6"]),
        ["unapplied cash has another amount"] = new(
            "posting",
            """
            update posting set amount_minor = amount_minor + 1
            where account_key = 'E1/A6' and version = 3 and ledger_account = 'unapplied-cash'
            """,
            ["postings E1/A6", "unapplied-cash E1/A6", "ledger EUR", "accounting-periods E1"]),
        ["work of unidentified cash is gone"] = new(
            "worklist", "delete from worklist where kind = 'unidentified-cash' and state = 'open'",
            ["unidentified-cash E1/S-1"]),
        ["unidentified cash is moved nowhere"] = new(
            "unidentified_cash",
            "update unidentified_cash set state = 'moved', account_id = 'A6' where cash_id = 'S-1'",
            ["unidentified-cash E1", "unidentified-cash E1/S-1", "unidentified-cash E1/S-1"]),
        ["a contract row is gone"] = new(
            "contract", "delete from contract where account_key = 'E1/A4'", ["contracts E1/A4"]),
        ["a contract row is elsewhere"] = new(
            "contract",
            "update contract set service_point_id = 'SP-9' where account_key = 'E1/A4'", ["contracts E1/A4"]),
        ["a contract row ends on another day"] = new(
            "contract", "update contract set ends_on = '2025-06-01' where account_key = 'E1/A4'", ["contracts E1/A4"]),
        ["a service point is given to two accounts"] = new(
            "contract", "update contract set service_point_id = 'SP-A3' where account_key = 'E1/A4'",
            ["contracts E1/A4", "service-points SP-A3"]),
        ["a posting is on another account"] = new(
            "posting", "update posting set ledger_account = 'revenue/other' where account_key = 'E1/A3' and line = 1",
            ["postings E1/A3", "accounting-periods E1"]),
        ["a posting has another amount"] = new(
            "posting", "update posting set amount_minor = amount_minor + 1 where account_key = 'E1/A3' and line = 1",
            ["postings E1/A3", "ledger EUR", "accounting-periods E1"]),
        ["receivables have another amount"] = new(
            "posting", "update posting set amount_minor = amount_minor + 1 where account_key = 'E1/A3' and line = 0",
            ["postings E1/A3", "receivables E1/A3", "ledger EUR", "accounting-periods E1"]),
        ["a posting is on another day"] = new(
            "posting", "update posting set booked_on = '2030-01-01' where account_key = 'E1/A3' and line = 1",
            ["postings E1/A3", "accounting-periods E1"]),
        ["a number was drawn and not used"] = new(
            "number_series", "update number_series set last = last + 1 where series = 'INV'", ["numbers E1/INV"]),
        ["a series is forgotten"] = new(
            "number_series", "delete from number_series where series = 'INV'", ["numbers E1/INV"]),
        ["a record too many is counted"] = new(
            "import", "update import set record_count = 6, stored_count = stored_count + 1 where import_id = 'I-1'",
            ["imports I-1"]),
        ["a record is counted elsewhere"] = new(
            "import",
            "update import set rejected_count = 2, stored_count = stored_count - 1 where import_id = 'I-1'",
            ["rejected-records I-1"]),
        ["a batch is gone"] = new(
            "import_batch", "delete from import_batch where import_id = 'I-2' and sequence = 1", ["imports I-2"]),
        ["a batch is waiting again"] = new(
            "import_batch",
            "update import_batch set is_worked = not is_worked, payload = {0} where import_id = 'I-1' and sequence = 1",
            ["imports I-1"], d => d.Bytes("00")),
        ["a done import is working again"] = new(
            "import", "update import set state = 'working' where import_id = 'I-1'", ["imports I-1", "due-work I-1"]),
        ["a rejected record is gone"] = new(
            "worklist", "delete from worklist where import_id = 'I-1'", ["rejected-records I-1"]),
        ["an import is not due"] = new("due_work", "delete from due_work where key = 'I-2'", ["due-work I-2"]),
        ["a long call is not due"] = new("due_work", "delete from due_work where kind = 'call'", ["due-work msc/L-1"]),
        ["a part of a long call is another's"] = new(
            "held_call_part", "update held_call_part set payload = {0}", ["personal-data msc/L-1"], d => d.Bytes("00")),
        ["a run is not due"] = new("due_work", "delete from due_work where key = 'R-2'", ["due-work R-2"]),
        ["a finished run is due"] = new("due_work", "update due_work set key = 'R-1' where key = 'R-2'",
            ["due-work R-1", "due-work R-2"]),
        ["a version of a day is gone"] = new(
            "interval_day",
            "delete from interval_day where service_point_id = 'SP-1' and version = 1 and day = '2025-01-01'",
            ["meter-versions SP-1 E1 2025-01-01", "meter-heads SP-1"]),
        ["values of a day are gone"] = new(
            "interval_day",
            "update interval_day set amounts = {0} where service_point_id = 'SP-1' and day = '2025-01-02'",
            ["meter-versions SP-1 E1 2025-01-02"], d => d.Bytes("0202")),
        ["values of a day are not readable"] = new(
            "interval_day",
            "update interval_day set amounts = {0} where service_point_id = 'SP-1' and day = '2025-01-02'",
            ["meter-versions SP-1 E1 2025-01-02"], d => d.Bytes("ff")),
        ["qualities of a day are gone"] = new(
            "interval_day",
            "update interval_day set quality = {0} where service_point_id = 'SP-1' and day = '2025-01-02'",
            ["meter-versions SP-1 E1 2025-01-02"], d => d.Bytes("")),
        ["a day is gone"] = new(
            "interval_day", "delete from interval_day where service_point_id = 'SP-1' and day = '2025-01-02'",
            ["meter-heads SP-1"]),
        ["a version of a read is gone"] = new(
            "register_read", "update register_read set version = 2", ["meter-versions SP-1 11 M-1 2025-01-02"]),
        ["a read is gone"] = new("register_read", "delete from register_read", ["meter-heads SP-1"]),
        ["a run is in another stage"] = new(
            "bill_run", "update bill_run set stage = 'released' where run_id = 'R-1'", ["runs R-1"]),
        ["an event of a run is gone"] = new(
            "bill_run_event", "delete from bill_run_event where run_id = 'R-1' and version = 3",
            ["runs R-1"]),
        ["an event of a run is not readable"] = new(
            "bill_run_event", "update bill_run_event set body = {0} where run_id = 'R-2'", ["runs R-2"],
            d => d.Bytes("7b")),
        ["a draft is issued without an invoice"] = new(
            "bill_draft", "update bill_draft set outcome = 'issued', account_key = 'E1/A0' where account_key = 'E1/A1'",
            ["run-invoices R-1", "run-invoices R-1"]),
        ["an issued draft has another amount"] = new(
            "bill_draft", "update bill_draft set net_minor = 1 where account_key = 'E1/A1'", ["run-invoices R-1"]),
        ["an invoice of an unknown run"] = new(
            "invoice", "update invoice set run_id = 'R-9' where account_key = 'E1/A1' and version = 4",
            ["documents E1/A1", "run-invoices R-1", "run-invoices R-9", "run-invoices R-9"]),
        ["a version of a tariff is gone"] = new(
            "master_record",
            "update master_record set version = 2 where kind = 'tariff'", ["master-versions tariff/home-tou"]),
        ["a version of a customer is gone"] = new(
            "master_record", "delete from master_record where kind = 'customer' and version = 1",
            ["master-versions customer/C-1"]),
        ["a name lies open"] = new(
            "master_record", "update master_record set body = {0} where kind = 'customer' and version = 2",
            ["personal-data C-1"], d => d.Bytes("7b226e616d65223a224265727461227d7b226e616d65223a224265727461227d")),
        ["a customer's envelope is another version's"] = new(
            "master_record",
            """
            update master_record set body = (
                select o.body from master_record o where o.kind = 'customer' and o.version = 1)
            where kind = 'customer' and version = 2
            """,
            ["personal-data C-1"]),
        ["a customer's key is gone"] = new(
            "customer_key", "delete from customer_key", ["personal-data C-1", "personal-data C-1", "deliveries DEL-1",
                "notes NOTE-1"]),
        ["a legal entity's key is another's"] = new(
            "legal_entity_key", "update legal_entity_key set master_id = 'other'",
            ["personal-data (group)", "personal-data E1"]),
        ["the group's key is gone"] = new(
            "legal_entity_key", "delete from legal_entity_key where entity_id = '(group)'",
            ["personal-data I-1", "personal-data I-2", "personal-data I-2", "personal-data msc/L-1"]),
        ["a waiting record's envelope is another's"] = new(
            "worklist",
            """
            update worklist set item = (select o.item from worklist o where o.import_id = 'I-2')
            where import_id = 'I-1'
            """,
            ["personal-data I-1"]),
        ["a secret of a webhook is another's"] = new(
            "webhook_endpoint", "update webhook_endpoint set secret = {0}", ["webhooks WH-1"], d => d.Bytes("00")),
        ["the secret of a webhook before is another's"] = new(
            "webhook_endpoint", "update webhook_endpoint set secret_before = {0}", ["webhooks WH-1"],
            d => d.Bytes("01")),
        ["what a webhook is to be sent is gone"] = new(
            "webhook_delivery", "update webhook_delivery set version = 9", ["webhooks WH-1"]),
        ["nothing lets what a webhook is to be sent go"] = new(
            "webhook_delivery", "update webhook_delivery set next_at = null", ["webhooks WH-1"]),
        ["an address that a bill is sent to is another's"] = new(
            "document_delivery", "update document_delivery set address = {0}", ["deliveries DEL-1"],
            d => d.Bytes("00")),
        ["a document that is sent does not exist"] = new(
            "document_delivery", "update document_delivery set invoice_id = 'gone'", ["deliveries DEL-1"]),
        ["a note is another's"] = new(
            "account_note", "update account_note set body = {0}", ["notes NOTE-1"], d => d.Bytes("00")),
        ["a note is about nothing"] = new(
            "account_note", "update account_note set about_id = 'gone'", ["notes NOTE-1"]),
        ["a note is about a dispute that does not exist"] = new(
            "account_note", "update account_note set about = 'dispute'", ["notes NOTE-1"]),
        ["two events are in each other's place"] = new(
            "account_event",
            """
            update account_event set version = 1000 where account_key = 'E1/A3' and version = 2;
            update account_event set version = 2 where account_key = 'E1/A3' and version = 3;
            update account_event set version = 3 where account_key = 'E1/A3' and version = 1000
            """,
            ["receipts E1/A3", "hash-chain E1/A3"]),
        ["an entry of administration was changed"] = new(
            "audit_entry", "update audit_entry set actor = 'eve' where position = 2",
            ["administration administration", "seals administration"]),
        ["an entry of administration is gone"] = new(
            "audit_entry", "delete from audit_entry where position = 2",
            ["administration administration", "seals administration"]),
        ["two entries of administration are in each other's place"] = new(
            "audit_entry",
            """
            update audit_entry set position = 1000 where position = 2;
            update audit_entry set position = 2 where position = 3;
            update audit_entry set position = 3 where position = 1000
            """,
            ["administration administration", "seals administration"]),
        ["the last entry of administration is gone"] = new(
            "audit_entry", "delete from audit_entry where position = 6", ["administration administration"]),
        ["the end of administration is cut off with its head"] = new(
            "audit_entry",
            """
            update audit_head set position = 2, link = (select previous from audit_entry where position = 3);
            delete from audit_entry where position >= 3
            """,
            ["seals administration"]),
        ["a seal says something else"] = new(
            "audit_seal", """update audit_seal set body = replace(body, '"entryCount": 3', '"entryCount": 2')""",
            ["seals seal 1", "seals seal 1"]),
    };
}
