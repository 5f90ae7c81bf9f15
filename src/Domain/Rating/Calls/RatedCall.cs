using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>What a record costs, and how that came about.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Charge">Code of the charge that prices it.</param>
/// <param name="Destination">The destination it was rated to.</param>
/// <param name="Amount">What it costs, exact or rounded as the rate says, before any credit.</param>
/// <param name="Parts">How that came about, in order; the amounts of all but the credits sum to the amount.</param>
public sealed record RatedCall(
    string Id, string Charge, string Destination, decimal Amount, ImmutableArray<CallPart> Parts)
{
    /// <summary>Seconds, bytes or count after which the call had to end for the most it may cost; else null.</summary>
    public decimal? EndsAfter { get; init; }

    /// <summary>Roaming zone, or null at home.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether it was received.</summary>
    public CallDirection Direction { get; init; }

    /// <summary>"tariff@version" that priced it.</summary>
    public string TariffVersion { get; init; } = "";

    /// <summary>What is left to bill after credit paid in advance.</summary>
    public decimal Billed
    {
        get
        {
            var billed = Amount;
            foreach (var part in Parts)
                billed += part.Kind == CallPartKind.Credit ? part.Amount : 0m;
            return billed;
        }
    }

    /// <summary>Where its lines are added up.</summary>
    internal CallPlace Place { get; init; }
}
