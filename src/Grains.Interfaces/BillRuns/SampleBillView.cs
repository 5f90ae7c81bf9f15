using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>A bill of a run to look at before it is released.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Why">largest, smallest or chance: why just this one is shown.</param>
/// <param name="State">calculated or issued.</param>
/// <param name="NetMinor">Net in minor units.</param>
/// <param name="TaxMinor">Tax.</param>
/// <param name="BeforeMinor">Total of the account's newest invoice of another run; null without one.</param>
/// <param name="Lines">Its lines.</param>
public sealed record SampleBillView(
    string EntityId,
    string AccountId,
    string Why,
    string State,
    long NetMinor,
    long TaxMinor,
    long? BeforeMinor,
    ImmutableArray<SampleLineView> Lines)
{
    /// <summary>Net plus tax.</summary>
    public long TotalMinor => NetMinor + TaxMinor;
}
