using System.Collections.Immutable;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>
/// Rates calls, data and messages by the tariff of a request: one record at a time for a network that waits for the
/// answer, or all of a bill period. Both give the same, because all that stands between two records is the state.
/// </summary>
public static class CallRating
{
    /// <summary>Rates one record of the request's service days, from the state of the request.</summary>
    public static CallResult Rate(RatingRequest request, CallRecord record)
    {
        var sequence = new CallSequence(request);
        var call = sequence.Rate(record, out var suspended);
        return new CallResult(call, suspended, call is null ? request.State : sequence.State());
    }

    /// <summary>Rates all records of the request in the order in which they began, and closes the period.</summary>
    public static CallBill RateAll(RatingRequest request) => RateAll(request, new CallSequence(request));

    private static CallBill RateAll(RatingRequest request, CallSequence sequence)
    {
        var calls = ImmutableArray.CreateBuilder<RatedCall>(request.Calls.Length);
        var suspended = ImmutableArray.CreateBuilder<SuspendedCall>();
        foreach (var record in InOrder(request.Calls))
        {
            if (sequence.Rate(record, out var problem) is { } call)
                calls.Add(call);
            else
                suspended.Add(problem!);
        }
        sequence.Close();
        return new CallBill(calls.ToImmutable(), suspended.ToImmutable(), sequence.State());
    }

    // Records mostly come in order; looking is cheaper than sorting.
    internal static ImmutableArray<CallRecord> InOrder(ImmutableArray<CallRecord> records)
    {
        for (var i = 1; i < records.Length; i++)
        {
            if (Compare(records[i - 1], records[i]) > 0)
                return records.Sort(Compare);
        }
        return records;
    }

    private static int Compare(CallRecord left, CallRecord right)
    {
        var byStart = left.Start.CompareTo(right.Start);
        return byStart != 0 ? byStart : string.CompareOrdinal(left.Id, right.Id);
    }
}
