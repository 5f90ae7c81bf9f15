using System.Collections.Immutable;

namespace BillingActors.Storage.Verification;

/// <summary>A rule that stored rows must keep: its code and its sentence.</summary>
internal sealed record Rule(string Code, string Text)
{
    public static readonly Rule Events = new("events", "The events of an account are readable and have no gap.");

    public static readonly Rule Receipts = new(
        "receipts", "A command has its effect once: its events lie together and bear the same envelope.");

    public static readonly Rule HashChain = new(
        "hash-chain", "Every event bears the link of the one before it, and the account's row that of the last.");

    public static readonly Rule Documents = new(
        "documents",
        "Every event of an invoice or credit memo has one document of equal amounts and intact hash, which adds up.");

    public static readonly Rule CreditMemos = new(
        "credit-memos",
        "Credit memos take no more off an invoice or a line than it bears, and off a cancelled one all.");

    public static readonly Rule Snapshots = new(
        "snapshots", "A snapshot is the fold of the events up to it, and with the events after it the whole account.");

    public static readonly Rule AccountRows = new("account-rows", "The row of an account says what its events say.");

    public static readonly Rule OpenItems = new("open-items", "Open items are those of the events.");

    public static readonly Rule CashReceipts = new(
        "cash-receipts", "Rows of receipts are those of the events; each is applied, unapplied, refunded or reversed.");

    public static readonly Rule Unapplied = new(
        "unapplied-cash", "An account's unapplied cash in the journal is what is left of its receipts.");

    public static readonly Rule Collectives = new(
        "collective-bills",
        "Every bill that a parent pays waits for one of its collective bills or is on one, and on no other.");

    public static readonly Rule Budgets = new(
        "budget-billing", "An account's budget billing in the journal is what its plans charged and is not billed.");

    public static readonly Rule CashWork = new(
        "cash-work", "What is left of a receipt is open work of the worklist, unless its payer wants it kept.");

    public static readonly Rule UnidentifiedCash = new(
        "unidentified-cash",
        "Unidentified cash waits on the worklist until it is moved, and what is moved is a receipt of its account.");

    public static readonly Rule Contracts = new("contracts", "Contract rows are the contracts of the events.");

    public static readonly Rule Approvals = new(
        "approvals", "Requests that wait for a second person are those of the events.");

    public static readonly Rule Disputes = new(
        "disputes", "Dispute rows are the disputes of the events, and none is credited with more than was disputed.");

    public static readonly Rule Collections = new(
        "collections", "The row of the collectors' worklist says what the events say.");

    public static readonly Rule Deposits = new(
        "deposits",
        "Deposit rows are the deposits of the events, and an account's deposits held in the journal are what is held.");

    public static readonly Rule Usage = new(
        "usage-records",
        "Every record that was rated when it came is kept for the bill, and known when it comes again.");

    public static readonly Rule ServicePoints = new(
        "service-points", "No two accounts have one service point on the same day.");

    public static readonly Rule Periods = new(
        "billed-periods", "A contract is billed from its first day on, no day twice and none left out.");

    public static readonly Rule Postings = new(
        "postings", "Every event is booked by the posting rules, and every entry sums to zero.");

    public static readonly Rule Receivables = new(
        "receivables", "An account's receivables in the journal are its balance.");

    public static readonly Rule InTransit = new(
        "in-transit",
        "What is in transit was sent and not taken; what was taken was sent, and what is done has arrived.");

    public static readonly Rule InTransitTotals = new(
        "in-transit-totals",
        "What a legal entity has in transit, between accounts or on the way to collective bills, is what open "
        + "transfers and waiting bills come to.");

    public static readonly Rule Ledger = new("ledger", "The whole journal sums to zero per currency.");

    public static readonly Rule AccountingPeriods = new(
        "accounting-periods",
        "Locks are those of an entity's history, and what was booked up to a lock is what is booked now.");

    public static readonly Rule Numbers = new(
        "numbers", "A number series counts from 1 without gap or double up to its last number.");

    public static readonly Rule Imports = new(
        "imports", "Every record of an accepted file is stored, corrected, a duplicate or rejected, batch by batch.");

    public static readonly Rule Rejected = new(
        "rejected-records", "Every rejected record that was not fixed since is a row of the worklist.");

    public static readonly Rule DueWork = new(
        "due-work", "Whatever goes on by itself is due, and nothing else is.");

    public static readonly Rule MeterVersions = new(
        "meter-versions", "Versions of meter data have no gap, and the newest is readable and whole.");

    public static readonly Rule MeterHeads = new(
        "meter-heads", "A service point's data version counts its stored days and reads.");

    public static readonly Rule Runs = new("runs", "The row of a bill run says what its events say.");

    public static readonly Rule RunInvoices = new(
        "run-invoices", "Issued drafts of a run are its invoices, one for one, and come to what it closed with.");

    public static readonly Rule MasterVersions = new(
        "master-versions", "Versions of a master record have no gap.");

    public static readonly Rule PersonalData = new(
        "personal-data",
        "Personal data of customers lies encrypted; it and waiting records of files open with their keys.");

    public static readonly Rule Webhooks = new(
        "webhooks",
        "Secrets of webhooks open with the keys of their legal entities, and what they are sent is there and goes.");

    public static readonly Rule Deliveries = new(
        "deliveries",
        "Addresses that documents are sent to open with the keys of their customers, and the documents are there.");

    public static readonly Rule Notes = new(
        "notes",
        "Texts of notes open with the keys of their customers, and the documents they are about are there.");

    public static readonly Rule Administration = new(
        "administration", "Entries of administration have no gap, and each bears the link of the one before it.");

    public static readonly Rule Seals = new(
        "seals",
        "Seals are signed and follow one another, and all chains pass through the newest and one kept outside.");

    /// <summary>Every rule, in the order of the report.</summary>
    public static readonly ImmutableArray<Rule> All =
    [
        Events, Receipts, HashChain, Documents, CreditMemos, Snapshots, AccountRows, OpenItems, CashReceipts,
        Contracts, Approvals, Disputes, Collections, Deposits, Usage, Periods, Postings, Receivables, Unapplied,
        InTransit, InTransitTotals, Budgets, Collectives, CashWork, UnidentifiedCash, Ledger, AccountingPeriods,
        ServicePoints, Numbers, Imports, Rejected, DueWork, MeterVersions, MeterHeads, Runs, RunInvoices,
        MasterVersions, PersonalData, Webhooks, Deliveries, Notes, Administration, Seals,
    ];
}
