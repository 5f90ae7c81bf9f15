using System.Collections.Immutable;
using System.Numerics;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Collectives;
using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// A commit worked out into rows before any lock is held: all of it but the number, which the flush draws. Where the
/// flush finds its days locked, it is worked out again for the first open day.
/// </summary>
internal sealed class PreparedCommit
{
    /// <summary>A snapshot is written when a commit passes a multiple of so many events, at the least.</summary>
    public const int SnapshotEvents = 16;

    private readonly Account _beforeLast;
    private readonly ImmutableArray<JournalEntry?> _entries;
    private LocalDate? _firstOpenDay;

    private PreparedCommit(AccountCommit commit)
    {
        var (before, context) = (commit.Before, Stored(commit.Context));
        (Before, Invoice, Context, Usage) = (before, commit.Invoice, context, commit.Usage);
        Events = commit.Events;
        ClaimsReceipts = commit.ClaimsReceipts;
        (_beforeLast, After) = (before.State, before.State);
        var rows = ImmutableArray.CreateBuilder<EventRow>(commit.Events.Length);
        var entries = ImmutableArray.CreateBuilder<JournalEntry?>(commit.Events.Length);
        var previous = before.Link.ToArray();
        var handed = ImmutableArray<(long Version, Handover To)>.Empty;
        foreach (var happened in commit.Events)
        {
            var version = before.Version + rows.Count + 1;
            var envelope = new EventEnvelope(context, commit.RequestHash, commit.Reference, version, []);
            var row = new EventRow(before.Key, envelope, previous, AccountEventJson.Write(happened));
            rows.Add(row);
            (_beforeLast, After) = (After, After.Apply(happened, envelope));
            entries.Add(PostingRules.EntryOf(happened, After.Currency));
            previous = row.Link();
            if (Handover.Of(happened) is { } to)
                handed = handed.Add((version, to));
        }
        (Rows, Link, Last) = (rows.MoveToImmutable(), previous, commit.Events[^1]);
        _entries = entries.MoveToImmutable();
        Handed = handed;
        Postings = Booked(_entries, null);
        Document = Invoice is null ? null : AccountEventJson.Write(Invoice);
    }

    /// <summary>The account the decision was made on.</summary>
    public LoadedAccount Before { get; }

    /// <summary>The account.</summary>
    public string Key => Before.Key;

    /// <summary>The command's envelope as it is stored.</summary>
    public CommandContext Context { get; }

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<AccountEvent> Events { get; }

    /// <summary>Event rows, in order.</summary>
    public ImmutableArray<EventRow> Rows { get; private set; }

    /// <summary>Journal postings of all events.</summary>
    public ImmutableArray<PostingRow> Postings { get; private set; }

    /// <summary>The last event.</summary>
    public AccountEvent Last { get; }

    /// <summary>Version after the commit.</summary>
    public long LastVersion => Before.Version + Rows.Length;

    /// <summary>The link of the last event, without its document.</summary>
    public byte[] Link { get; private set; }

    /// <summary>The account after the commit, its newest document still without number.</summary>
    public Account After { get; }

    /// <summary>The document that wants a number, or null.</summary>
    public Invoice? Invoice { get; }

    /// <summary>The day an invoice was issued on; null where none was, or a credit memo.</summary>
    public LocalDate? InvoicedOn => Invoice is { IsCreditMemo: false } issued ? issued.IssuedOn : null;

    /// <summary>The document as JSON, or null.</summary>
    public byte[]? Document { get; }

    /// <summary>Whether the commit passes an event at which a snapshot is due.</summary>
    public bool NeedsSnapshot => Before.Version / SnapshotStep != LastVersion / SnapshotStep;

    /// <summary>Open items that are new or changed. Their number is the document's and not kept twice.</summary>
    public IEnumerable<OpenItem> ItemsChanged => After.OpenItems.IsEmpty || After.OpenItems == Before.State.OpenItems
        ? []
        : After.OpenItems.Where(item => Before.State.OpenItems.FirstOrDefault(old => old.Id == item.Id) is not { } old
            || old with { Number = item.Number } != item);

    /// <summary>Ids of open items that are settled.</summary>
    public IEnumerable<string> ItemsSettled =>
        Before.State.OpenItems.IsEmpty || After.OpenItems == Before.State.OpenItems
            ? []
            : Before.State.OpenItems.Select(item => item.Id).Where(id => After.OpenItems.All(item => item.Id != id));

    /// <summary>Actions that wait since this commit; what waits never changes.</summary>
    public IEnumerable<PendingAction> RequestsMade => After.Requests == Before.State.Requests
        ? []
        : After.Requests.Where(waiting => Before.State.Requests.All(old => old.RequestId != waiting.RequestId));

    /// <summary>Ids of requests that are decided by this commit.</summary>
    public IEnumerable<string> RequestsDecided => After.Requests == Before.State.Requests
        ? []
        : Before.State.Requests.Select(waiting => waiting.RequestId)
            .Where(id => After.Requests.All(waiting => waiting.RequestId != id));

    /// <summary>Disputes that are new or changed.</summary>
    public IEnumerable<StoredDispute> DisputesChanged => After.Disputes == Before.State.Disputes
        ? []
        : After.Disputes.Select(StoredDispute.Of).Except(Before.State.Disputes.Select(StoredDispute.Of));

    /// <summary>What the collector's worklist shows, if that changed.</summary>
    public IEnumerable<StoredCollection> CollectionChanged =>
        After.Collection is not null
        && StoredCollection.Of(After) is { } row
        && row != StoredCollection.Of(Before.State)
            ? [row]
            : [];

    /// <summary>Deposits that are new or changed.</summary>
    public IEnumerable<StoredDeposit> DepositsChanged => After.DepositFile == Before.State.DepositFile
        ? []
        : After.Deposited.Deposits.Select(StoredDeposit.Of)
            .Except(Before.State.Deposited.Deposits.Select(StoredDeposit.Of));

    /// <summary>Records that were rated when they came, or null.</summary>
    public UsageRows? Usage { get; }

    /// <summary>Whether no other account of the legal entity may hold the receipts it books.</summary>
    public bool ClaimsReceipts { get; }

    /// <summary>Keys of records that the commit bills; the account keeps them no longer.</summary>
    public IEnumerable<UsageKeyRow> UsageKeysBilled => Last is AccountEvent.InvoiceIssued
        ? Before.State.Contracts.SelectMany(contract => KeysBilled(contract, After.Contract(contract.Id)))
        : [];

    /// <summary>What of the account is looked at on another day than before, or no longer.</summary>
    public IEnumerable<DueReview> ReviewsMoved => DueReview.Moved(Before.State, After);

    /// <summary>Whether something begins or ends to be on its way to another account.</summary>
    public bool IsTransferMoved => After.TransferWaitsSince != Before.State.TransferWaitsSince;

    /// <summary>Documents and fees that another account pays, with the versions of their events.</summary>
    public ImmutableArray<(long Version, Handover To)> Handed { get; }

    /// <summary>Bills of children that this commit takes for a collective bill; null: none.</summary>
    public AccountEvent.ChildBillsTaken? Taken => Last as AccountEvent.ChildBillsTaken;

    /// <summary>Whether another account pays the bills than before.</summary>
    public bool IsParentMoved => After.ParentId != Before.State.ParentId;

    /// <summary>Contracts whose days the commit sets or changes: an account only ever adds to them.</summary>
    public IEnumerable<Occupancy> DaysChanged => After.Contracts == Before.State.Contracts
        ? []
        : After.Contracts
            .Where(contract => Before.State.Contract(contract.Id) is not { } old || old.Until != contract.Until)
            .Select(contract => new Occupancy(
                contract.ServicePointId, Key, contract.Id, contract.From, contract.Until));

    /// <summary>Of those, the ones that take days they did not have: what gives days back harms nobody.</summary>
    public IEnumerable<Occupancy> DaysTaken => DaysChanged.Where(
        now => Before.State.Contract(now.ContractId) is not { } old || EndsLater(now.Until, old.Until));

    /// <summary>Keyed hashes of what payers wrote, of receipts that are new with it.</summary>
    public ImmutableArray<(string ReceiptId, byte[] Token)> Words { get; set; } = [];

    /// <summary>
    /// Works out the rows; what contradicts itself is a broken invariant and never reaches the queue.
    /// </summary>
    public static PreparedCommit Of(AccountCommit commit)
    {
        Invariant.Holds(!commit.Events.IsDefaultOrEmpty, "a commit has at least one event");
        CheckDocument(commit);
        CheckUsage(commit);
        var prepared = new PreparedCommit(commit);
        Invariant.Holds(
            prepared.After.IsNamedBy(prepared.Key), "an account's key is its legal entity, a slash and its id");
        return prepared;
    }

    /// <summary>
    /// Books what lies before the first open day on that day. It says so in the envelope, so links change, and the
    /// account does not.
    /// </summary>
    public void BookFrom(LocalDate? firstOpenDay)
    {
        if (firstOpenDay == _firstOpenDay)
            return;
        _firstOpenDay = firstOpenDay;
        // Nearly always nothing lies in a locked month, and the links stay as they are.
        if (!_entries.Any(entry => entry?.BookedOn < firstOpenDay)
            && Rows.All(row => row.Envelope.BookedFrom is null))
        {
            return;
        }
        var rows = ImmutableArray.CreateBuilder<EventRow>(Rows.Length);
        var previous = Before.Link.ToArray();
        foreach (var (row, entry) in Rows.Zip(_entries))
        {
            LocalDate? putOff = entry is not null && entry.BookedOn < firstOpenDay ? firstOpenDay : null;
            rows.Add(row with { Envelope = row.Envelope with { BookedFrom = putOff }, Previous = previous });
            previous = rows[^1].Link();
        }
        (Rows, Postings, Link) = (rows.MoveToImmutable(), Booked(_entries, firstOpenDay), previous);
    }

    /// <summary>The account with the number its document drew, and the link over both.</summary>
    public LoadedAccount Stored(DocumentNumber? number, byte[]? documentHash)
    {
        if (number is null)
            return new LoadedAccount(Key, After, LastVersion, Link);
        var envelope = Rows[^1].Envelope with { Numbers = [number] };
        var link = HashChain.WithDocument(Link, documentHash);
        return new LoadedAccount(Key, _beforeLast.Apply(Last, envelope), LastVersion, link);
    }

    // An account's state grows with its events: at even steps a busy one would mostly write snapshots.
    private long SnapshotStep =>
        Math.Max(SnapshotEvents, (long)BitOperations.RoundUpToPowerOf2((ulong)LastVersion) / SnapshotEvents);

    private static IEnumerable<UsageKeyRow> KeysBilled(Contract before, Contract? after) =>
        (before.Usage?.Periods ?? [])
        .Where(period => period.Ids.Length > 0 && after?.Usage?.Of(period.Period) is not { Ids.Length: > 0 })
        .Select(period => new UsageKeyRow(before.Id, period.Period.From, period.Ids.ToArray()));

    private static void CheckUsage(AccountCommit commit)
    {
        var rated = commit.Events.OfType<AccountEvent.UsageRated>()
            .SelectMany(static happened => happened.Parts)
            .SelectMany(static part => part.Records)
            .Select(static one => (one.Source, one.Id))
            .Distinct()
            .Count();
        Invariant.Holds(
            rated == (commit.Usage?.Kept.Sum(static row => row.Count) ?? 0), "every record that was rated is kept");
    }

    private static bool EndsLater(LocalDate? end, LocalDate? before) =>
        before is { } was && (end is not { } now || now > was);

    private static CommandContext Stored(CommandContext context) => context with { At = HashChain.Stored(context.At) };

    private ImmutableArray<PostingRow> Booked(ImmutableArray<JournalEntry?> entries, LocalDate? firstOpenDay)
    {
        var rows = ImmutableArray.CreateBuilder<PostingRow>();
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i]?.NotBefore(firstOpenDay) is not { } entry)
                continue;
            for (short line = 0; line < entry.Postings.Length; line++)
                rows.Add(new PostingRow(Before.Version + i + 1, line, entry.BookedOn, entry.Postings[line]));
        }
        return rows.DrainToImmutable();
    }

    private static void CheckDocument(AccountCommit commit)
    {
        var issued = DocumentFacts.Of(commit.Events[^1]);
        Invariant.Holds((issued is null) == (commit.Invoice is null), "a document belongs to the event that issues it");
        Invariant.Holds(
            commit.Events.Take(commit.Events.Length - 1).All(e => e.DocumentId is null),
            "an event that draws a number is the last of its commit");
        Invariant.Holds(
            commit.Events.Take(commit.Events.Length - 1).All(e => e is not AccountEvent.ChildBillsTaken),
            "bills of children are taken by a commit of their own");
        if (issued is null || commit.Invoice is not { } invoice)
            return;
        Invariant.Holds(
            DocumentFacts.Of(invoice) == issued && invoice.Total == invoice.Net + invoice.Tax,
            "a document and its event name the same id, run, days and amounts");
    }
}
