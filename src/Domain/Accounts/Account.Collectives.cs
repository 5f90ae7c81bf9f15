using BillingActors.Domain.Collectives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Parents and children: who pays the bills of whom.</summary>
public sealed partial record Account
{
    /// <summary>The account of the same legal entity that pays its bills; null: it pays them itself.</summary>
    public string? ParentId { get; init; }

    /// <summary>What it keeps as a payer for others; null: it pays for nobody.</summary>
    public CollectivePosition? Collective { get; init; }

    /// <summary>When something of its collective bills is to be done next; null: it gets none.</summary>
    public LocalDate? CollectiveOn => Collective?.DueOn;
}
