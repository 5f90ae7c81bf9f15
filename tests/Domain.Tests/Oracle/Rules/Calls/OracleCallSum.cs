namespace BillingActors.Domain.Tests.Oracle.Rules.Calls;

/// <summary>What a line of calls has come to.</summary>
internal sealed class OracleCallSum
{
    public long Count { get; set; }

    public Rational Quantity { get; set; }

    public Rational Amount { get; set; }
}
