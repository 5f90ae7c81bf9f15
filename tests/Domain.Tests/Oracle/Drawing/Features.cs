namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>What random bills must reach, so that a generator that loses something fails.</summary>
internal static class Features
{
    public static readonly string[] All =
    [
    ];
}
