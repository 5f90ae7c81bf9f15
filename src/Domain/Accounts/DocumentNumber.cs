using System.Globalization;

namespace BillingActors.Domain.Accounts;

/// <summary>The number of a document in its series: no gap and no double per legal entity and series.</summary>
/// <param name="Series">The series, such as "INV".</param>
/// <param name="Value">Position in the series, from 1.</param>
public sealed record DocumentNumber(string Series, long Value)
{
    /// <summary>As printed: "INV-00000042".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Series}-{Value:D8}");
}
