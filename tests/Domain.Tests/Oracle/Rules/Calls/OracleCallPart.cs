using BillingActors.Domain.Rating.Calls;

namespace BillingActors.Domain.Tests.Oracle.Rules.Calls;

/// <summary>Some increments of a call, a connection, or what was drawn or adjusted.</summary>
internal sealed record OracleCallPart(CallPartKind Kind, Rational Quantity, Rational Amount)
{
    public int Rate { get; init; } = -1;

    public int Step { get; init; }

    public string? Period { get; init; }

    public string Bucket { get; init; } = "";
}
