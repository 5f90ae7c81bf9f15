using System.Collections.Immutable;

namespace BillingActors.Domain.BillRuns;

/// <summary>Counts and sums of a run at one moment; amounts in minor units of the legal entity's currency.</summary>
/// <param name="Candidates">Accounts looked at.</param>
/// <param name="NothingDue">Accounts without anything to bill.</param>
/// <param name="Calculated">Drafts ready to issue or issued.</param>
/// <param name="Held">Accounts held.</param>
/// <param name="Skipped">Accounts skipped by hand.</param>
/// <param name="NetMinor">Net of the drafts counted as calculated.</param>
/// <param name="TaxMinor">Their tax.</param>
/// <param name="ByTariff">Their net by tariff, in order of the key.</param>
/// <param name="ByTax">Their tax by tax code, in order of the key.</param>
public sealed record RunCounts(
    long Candidates,
    long NothingDue,
    long Calculated,
    long Held,
    long Skipped,
    long NetMinor,
    long TaxMinor,
    ImmutableArray<RunSum> ByTariff,
    ImmutableArray<RunSum> ByTax)
{
    /// <summary>Accounts with something to bill.</summary>
    public long Due => Candidates - NothingDue;

    /// <summary>Net plus tax.</summary>
    public long TotalMinor => NetMinor + TaxMinor;
}
