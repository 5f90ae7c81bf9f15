using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>All rows of one account, from every table that has any.</summary>
internal sealed class AccountBooks(string key)
{
    public string Key { get; } = key;

    public List<EventRow> Events { get; } = [];

    public SortedList<long, DocumentRow> Documents { get; } = [];

    public List<PostingLine> Postings { get; } = [];

    public List<ItemRow> Items { get; } = [];

    public List<ReceiptRow> Receipts { get; } = [];

    public List<ContractRow> Contracts { get; } = [];

    public List<RequestRow> Requests { get; } = [];

    public List<StoredDispute> Disputes { get; } = [];

    public List<StoredCollection> Collections { get; } = [];

    public List<StoredDeposit> Deposits { get; } = [];

    public List<UsageComparison.KeptRow> UsageKept { get; } = [];

    public List<UsageComparison.KeyRow> UsageKeys { get; } = [];

    public List<ReviewRow> Reviews { get; } = [];

    public List<CollectiveComparison.HandedLine> Handed { get; } = [];

    public List<CollectiveComparison.TakenLine> Taken { get; } = [];

    public string? Payer { get; set; }

    public SnapshotRow? Snapshot { get; set; }

    public AccountQueryRow? Row { get; set; }

    public byte[]? Link { get; set; }
}
