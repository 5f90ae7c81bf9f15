using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>The days that one version prices, as instants, with what it charges for calls.</summary>
internal sealed class CallPiece
{
    public CallPiece(int index, TariffPiece piece, Tariff tariff, CallClock clock)
    {
        (Index, Days, Version) = (index, piece.Period, piece.Version);
        (From, Until) = (clock.StartOf(piece.Period.From), clock.StartOf(piece.Period.Until));
        Reference = Version is null ? "" : tariff.Reference(Version);
        Charges = Version is null ? [] : [.. ChargesOf(Version, clock)];
    }

    public int Index { get; }

    public Period Days { get; }

    public Instant From { get; }

    public Instant Until { get; }

    public TariffVersion? Version { get; }

    public string Reference { get; }

    public ImmutableArray<PieceCharge> Charges { get; }

    private IEnumerable<PieceCharge> ChargesOf(TariffVersion version, CallClock clock)
    {
        for (var i = 0; i < version.Charges.Length; i++)
        {
            if (version.Charges[i] is not Charge.Calls calls || calls.Within(Days) is not { } days)
                continue;
            var calendar = calls.Plan.Calendar is { } id ? version.Calendar(id) : null;
            yield return new PieceCharge(i, calls, calendar, clock.StartOf(days.From), clock.StartOf(days.Until));
        }
    }
}
