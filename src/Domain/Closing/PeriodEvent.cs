using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace BillingActors.Domain.Closing;

/// <summary>
/// What can happen to the accounting periods of a legal entity. The kebab-case names are stored for ever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SoftLocked), "soft-locked")]
[JsonDerivedType(typeof(HardLocked), "hard-locked")]
[JsonDerivedType(typeof(ReopeningRequested), "reopening-requested")]
[JsonDerivedType(typeof(Reopened), "reopened")]
public abstract record PeriodEvent
{
    private PeriodEvent()
    {
    }

    /// <summary>Days before a day take postings of finance only.</summary>
    public sealed record SoftLocked(LocalDate Until) : PeriodEvent;

    /// <summary>Days before a day take nothing any more; what stood in the books then is kept beside it.</summary>
    public sealed record HardLocked(LocalDate Until, ImmutableArray<LedgerTotal> Totals) : PeriodEvent;

    /// <summary>Somebody wants a month, and all months after it, open again.</summary>
    public sealed record ReopeningRequested(LocalDate From) : PeriodEvent;

    /// <summary>Somebody else agreed: the month and all months after it are open.</summary>
    public sealed record Reopened(LocalDate From, string RequestedBy) : PeriodEvent;
}
