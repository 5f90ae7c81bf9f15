using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Rating;

/// <summary>
/// Turns what was metered and a tariff into priced lines, or into the reasons why nothing may be billed yet.
/// </summary>
public static class ContractRating
{
    /// <summary>
    /// Rates one contract for one period. Missing or doubtful data hold the contract; they never bill as zero.
    /// </summary>
    public static RatingResult Rate(RatingRequest request)
    {
        Invariant.Holds(
            request.Cycle.Overlap(request.Service) == request.Service, "the service days lie in the bill period");
        var holds = new HoldList();
        var pieces = request.Tariff.VersionsIn(request.Service);
        CheckTariff(request, pieces, holds);
        if (holds.Any)
            return Held(request, holds);
        try
        {
            return RatePieces(request, pieces, holds);
        }
        catch (OverflowException)
        {
            holds.Add("doubtful-read", "A quantity or an amount is beyond what can be counted.");
            return Held(request, holds);
        }
    }

    // Every piece has its version: a gap in the tariff is a reason to hold.
    private static RatingResult RatePieces(RatingRequest request, ImmutableArray<TariffPiece> pieces, HoldList holds)
    {
        IQuantities metering = request.Determinants is { } given
            ? new DeterminantMetering(request, given, holds)
            : new ContractMetering(request, holds);
        var state = new StateDraft(request.State);
        var calls = CallBilling.Rate(request, pieces, holds, out var callLines);
        var recurring = new ContractRecurring(request, pieces, holds);
        var lines = ImmutableArray.CreateBuilder<RatedLine>(LinesExpected(pieces));
        var taxes = new VersionTaxes[pieces.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            var (days, version) = (pieces[i].Period, pieces[i].Version!);
            var draft = new PieceDraft(request, metering, state, (days, version), lines);
            new PieceRating(draft, recurring) { Calls = callLines }.AddLines();
            taxes[i] = WithLimits(VersionTaxes.Of(draft.Reference, version.Taxes, draft.Settings), draft);
        }
        var uses = metering.Uses();
        if (holds.Any)
            return Held(request, holds) with { Uses = uses };
        var rated = new RatingResult(
            lines.DrainToImmutable(),
            [],
            uses,
            metering.PositionsAfter(),
            ImmutableCollectionsMarshal.AsImmutableArray(taxes))
        {
            State = state.After.With(metering.PeaksAfter(), calls?.State ?? request.State),
            SuspendedCalls = calls?.Suspended ?? [],
        };
        return recurring.Finish(rated);
    }

    private static VersionTaxes WithLimits(VersionTaxes taxes, PieceDraft draft)
    {
        if (taxes is not { Limits: { } limits, LimitPart: LimitPart.Prorated })
            return taxes;
        var part = Proration.Of(draft.Request, draft.Request.Service);
        decimal? PartOf(decimal? limit) => limit is { } whole ? part.AmountOf(whole, ChargePer.Month) : null;
        return taxes with { Limits = limits with { Least = PartOf(limits.Least), Most = PartOf(limits.Most) } };
    }

    // Most charges come to one line.
    private static int LinesExpected(ImmutableArray<TariffPiece> pieces)
    {
        var count = 0;
        foreach (var piece in pieces)
            count += piece.Version!.Charges.Length;
        return count;
    }

    private static void CheckTariff(RatingRequest request, ImmutableArray<TariffPiece> pieces, HoldList holds)
    {
        var tariff = request.Tariff;
        if (tariff.Currency != request.Currency)
        {
            holds.Add("currency-mismatch",
                $"Tariff {tariff.Id} has prices in {tariff.Currency}, the account is in {request.Currency}.");
        }
        foreach (var piece in pieces)
        {
            if (piece.Version is null)
                holds.Add("tariff-gap", $"Tariff {tariff.Id} has no version valid in {piece.Period}.");
        }
    }

    private static RatingResult Held(RatingRequest request, HoldList holds) =>
        new([], holds.ToImmutable(), [], request.Positions, []) { State = request.State };
}
