using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Ledger;

/// <summary>Collects the postings of one entry; a posting of nothing is left out.</summary>
internal sealed class EntryDraft(Currency currency)
{
    private readonly ImmutableArray<Posting>.Builder _postings = ImmutableArray.CreateBuilder<Posting>();

    public EntryDraft Debit(string ledgerAccount, long minor)
    {
        if (minor != 0)
            _postings.Add(new Posting(ledgerAccount, new Money(minor, currency)));
        return this;
    }

    public EntryDraft Credit(string ledgerAccount, long minor) => Debit(ledgerAccount, -minor);

    /// <summary>The entry, or null where nothing is to be booked.</summary>
    public JournalEntry? On(LocalDate bookedOn) =>
        _postings.Count == 0 ? null : new JournalEntry(bookedOn, _postings.ToImmutable());
}
