using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Ledger;

/// <summary>The postings of one event; they sum to zero.</summary>
public sealed record JournalEntry
{
    /// <summary>Creates an entry; postings that do not sum to zero are a broken invariant.</summary>
    public JournalEntry(LocalDate bookedOn, ImmutableArray<Posting> postings)
    {
        Invariant.Holds(postings.Sum(p => p.Amount.Minor) == 0, "the postings of an entry sum to zero");
        (BookedOn, Postings) = (bookedOn, postings);
    }

    /// <summary>The day it belongs to in the books.</summary>
    public LocalDate BookedOn { get; }

    /// <summary>Its postings, in a fixed order.</summary>
    public ImmutableArray<Posting> Postings { get; }

    /// <summary>The entry, booked no earlier than a day; null leaves it where it is.</summary>
    public JournalEntry NotBefore(LocalDate? day) =>
        day is { } first && BookedOn < first ? new JournalEntry(first, Postings) : this;
}
