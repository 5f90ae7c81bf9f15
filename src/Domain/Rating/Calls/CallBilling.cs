using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>Rates the calls of a contract once, before its charges ask for their lines.</summary>
internal static class CallBilling
{
    /// <summary>
    /// The lines of calls; records that cannot be rated hold the bill, unless a setting says otherwise. How each call
    /// came about is not kept: <see cref="CallRating"/> tells it. Null where there are none, and no charge is for any.
    /// </summary>
    public static CallBill? Rate(
        RatingRequest request, ImmutableArray<TariffPiece> pieces, HoldList holds, out CallLines? lines)
    {
        lines = null;
        if (request.Calls.IsEmpty && !HaveCalls(pieces))
            return null;
        var sequence = new CallSequence(request);
        lines = new CallLines(sequence);
        var suspended = ImmutableArray.CreateBuilder<SuspendedCall>();
        foreach (var record in CallRating.InOrder(request.Calls))
        {
            if (sequence.AddTo(lines, record) is { } problem)
                suspended.Add(problem);
        }
        sequence.Close();
        lines.AddCounted();
        var bill = new CallBill([], suspended.ToImmutable(), sequence.State());
        if (sequence.Rules.Suspense == CallSuspense.Hold)
            AddHolds(bill.Suspended, holds);
        return bill;
    }

    private static bool HaveCalls(ImmutableArray<TariffPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            foreach (var charge in piece.Version?.Charges ?? [])
            {
                if (charge is Charge.Calls)
                    return true;
            }
        }
        return false;
    }

    // A reason for each kind of trouble, not one for each of a thousand records.
    private static void AddHolds(ImmutableArray<SuspendedCall> suspended, HoldList holds)
    {
        foreach (var kind in suspended.GroupBy(static call => call.Code, StringComparer.Ordinal))
        {
            var first = kind.First();
            var others = kind.Count() - 1;
            var more = others == 0 ? "" : $" So it is with {others} more.";
            holds.Add(kind.Key, $"Record {first.Id}: {first.Detail}{more}");
        }
    }
}
