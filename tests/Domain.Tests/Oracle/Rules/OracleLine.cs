using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>A line as the oracle would print it.</summary>
internal sealed record OracleLine(string Code, DaySpan Days, Rational Quantity, Rational Exact)
{
    /// <summary>The amount in minor units; here the oracle rounds money.</summary>
    public long Minor { get; init; }

    /// <summary>Whether it pays out what a true-up left; no minimum makes up for that.</summary>
    public bool IsPaidOut { get; init; }

    public string? Tier { get; init; }

    public string? TimeOfUse { get; init; }

    public string TaxCategory { get; init; } = "none";

    public string TariffVersion { get; init; } = "";

    public override string ToString() => $"{Code} {DateOnly.FromDayNumber(Days.From):O}+{Days.Count}"
        + $" [{TimeOfUse}|{Tier}] {Quantity} = {Exact} ({Minor})";
}
