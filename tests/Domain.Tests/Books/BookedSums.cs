using BillingActors.Domain.Ledger;

namespace BillingActors.Domain.Tests.Books;

/// <summary>What is booked on each ledger account, kept as entries come.</summary>
internal sealed class BookedSums
{
    private readonly Dictionary<string, long> _sums = new(StringComparer.Ordinal);

    /// <summary>All accounts together: zero, or the books do not balance.</summary>
    public long TotalMinor { get; private set; }

    public void Add(JournalEntry entry)
    {
        foreach (var posting in entry.Postings)
        {
            _sums[posting.LedgerAccount] = Of(posting.LedgerAccount) + posting.Amount.Minor;
            TotalMinor += posting.Amount.Minor;
        }
    }

    public long Of(string ledgerAccount) => _sums.GetValueOrDefault(ledgerAccount);
}
