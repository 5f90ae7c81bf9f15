using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs;

/// <summary>Some of the charges that stand before a charge.</summary>
/// <param name="Of">Codes that count; empty: all of them.</param>
/// <param name="Except">Codes that do not count all the same.</param>
public sealed record ChargeSelection(ImmutableArray<string> Of, ImmutableArray<string> Except)
{
    /// <summary>All charges that stand before.</summary>
    public static ChargeSelection All { get; } = new([], []);

    /// <summary>Whether the charge with the code counts.</summary>
    public bool Includes(string code) =>
        (Of.IsEmpty || Of.Contains(code, StringComparer.Ordinal))
        && (Except.IsEmpty || !Except.Contains(code, StringComparer.Ordinal));
}
