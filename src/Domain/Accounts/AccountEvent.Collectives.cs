using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Invoicing;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Parents and children: the bills of children come together on collective bills of their parent.</summary>
[JsonDerivedType(typeof(CollectiveStarted), "collective-started")]
[JsonDerivedType(typeof(ParentJoined), "parent-joined")]
[JsonDerivedType(typeof(ParentLeft), "parent-left")]
[JsonDerivedType(typeof(ChildBillsTaken), "child-bills-taken")]
[JsonDerivedType(typeof(CollectiveBilled), "collective-billed")]
[JsonDerivedType(typeof(CollectivePassed), "collective-passed")]
[JsonDerivedType(typeof(CollectiveEnded), "collective-ended")]
[JsonDerivedType(typeof(CollectiveEmptied), "collective-emptied")]
public abstract partial record AccountEvent
{
    /// <summary>An event of parents and children.</summary>
    public abstract record CollectiveEvent : AccountEvent
    {
        private protected CollectiveEvent()
        {
        }
    }

    /// <summary>The account pays for others, with a bill on a day of each month.</summary>
    public sealed record CollectiveStarted(int BillDay, LocalDate On, LocalDate NextOn) : CollectiveEvent;

    /// <summary>A parent pays the account's bills from now on.</summary>
    public sealed record ParentJoined(string ParentId, LocalDate On) : CollectiveEvent;

    /// <summary>The account pays its bills itself again.</summary>
    public sealed record ParentLeft(string ParentId, LocalDate On) : CollectiveEvent;

    /// <summary>
    /// A page of bills of children was taken for a collective bill; they are owed once that is issued.
    /// </summary>
    public sealed record ChildBillsTaken(
        string BillId, ImmutableArray<ChildBill> Lines, ImmutableArray<TaxShare> Taxes, LocalDate On)
        : CollectiveEvent;

    /// <summary>A collective bill was issued: all that was taken for it is owed.</summary>
    public sealed record CollectiveBilled(
        string BillId,
        LocalDate On,
        LocalDate DueOn,
        LocalDate NextOn,
        int LineCount,
        long NetMinor,
        long TaxMinor,
        ImmutableArray<TaxShare> Taxes) : CollectiveEvent;

    /// <summary>A bill day passed on which no bill of a child waited.</summary>
    public sealed record CollectivePassed(LocalDate On, LocalDate NextOn) : CollectiveEvent;

    /// <summary>
    /// The account takes no new children; those it has go back, or move to the successor, one after the other.
    /// </summary>
    public sealed record CollectiveEnded(string? SuccessorId, LocalDate On) : CollectiveEvent;

    /// <summary>No child is left.</summary>
    public sealed record CollectiveEmptied(LocalDate On) : CollectiveEvent;
}
