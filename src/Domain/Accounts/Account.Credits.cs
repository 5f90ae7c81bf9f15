using System.Collections.Immutable;
using BillingActors.Domain.Credits;

namespace BillingActors.Domain.Accounts;

/// <summary>What was lowered or given up by hand.</summary>
public sealed partial record Account
{
    /// <summary>Adjustments so far, oldest first.</summary>
    public ImmutableArray<Adjustment> Adjustments { get; init; } = [];

    /// <summary>Credit memos so far, oldest first.</summary>
    public ImmutableArray<CreditMemo> CreditMemos { get; init; } = [];

    /// <summary>Write-offs so far, oldest first, with what of each may still come back.</summary>
    public ImmutableArray<WriteOff> WriteOffs { get; init; } = [];
}
