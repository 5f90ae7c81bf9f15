using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;

namespace BillingActors.Domain.Charging;

/// <summary>Rates the records of one contract and bill period, on what came of it before.</summary>
internal sealed class UsageArrival(UsageContext given, Currency currency, UsageSorting sorting)
{
    /// <summary>What they come to; records that no charge prices are set aside.</summary>
    public UsageArrived Rate(IReadOnlyList<SortedUsage> records)
    {
        var place = records[0].Place;
        var contract = place.Contract;
        var known = contract.Usage?.Of(place.Period);
        var before = known is null
            ? (contract.Usage ?? UsageFile.None).BalancesBefore(place.Period, UsageBalances.Of(contract.State))
            : known.Live ?? known.Opening;
        var (balances, sums) = (before, known?.Sums ?? []);
        var rated = ImmutableArray.CreateBuilder<RatedUsage>(records.Count);
        var kept = ImmutableArray.CreateBuilder<UsageRecord>(records.Count);
        foreach (var days in records.GroupBy(static one => (one.Place.Tariff, one.Place.Service)))
        {
            var request = RequestOf(days.First().Place, balances, days);
            var calls = new CallSequence(request);
            var events = new EventArrival(request, sums);
            foreach (var one in days)
            {
                var count = rated.Count;
                Add(rated, one, calls, events);
                if (rated.Count > count)
                    kept.Add(one.Record);
            }
            if (!request.Calls.IsEmpty)
                balances = UsageBalances.Of(calls.State());
            sums = events.Sums;
        }
        var part = new UsagePart(contract.Id, place.Period, place.IsLate, rated.ToImmutable())
        {
            Balances = Equals(balances, before) ? null : balances,
        };
        return new UsageArrived(place, part, before, new UsageKept(contract.Id, place.Period, kept.ToImmutable())
        {
            IsLate = place.IsLate,
        });
    }

    private RatingRequest RequestOf(UsagePlace place, UsageBalances? balances, IEnumerable<SortedUsage> records) => new(
        place.Contract.Id,
        place.Tariff,
        place.Period,
        place.Service,
        ContractUsage.None,
        [],
        0,
        currency,
        given.Zone)
    {
        State = UsageBalances.StateOf(balances),
        Calls =
        [
            .. records.Where(static one => one.Record.Call is not null)
                .Select(one => one.Record.CallOf(place.Contract.Id)),
        ],
    };

    // What cannot be counted is looked at by a person, and keeps no other record back.
    private void Add(
        ImmutableArray<RatedUsage>.Builder rated, SortedUsage one, CallSequence calls, EventArrival events)
    {
        try
        {
            if (one.Record.Call is not null)
                AddCall(rated, one, calls);
            else
                AddEvent(rated, one, events);
        }
        catch (OverflowException)
        {
            sorting.SetAside(one.Record, "doubtful-record", "A quantity or an amount is beyond what can be counted.");
        }
    }

    private void AddCall(ImmutableArray<RatedUsage>.Builder rated, SortedUsage one, CallSequence calls)
    {
        var call = calls.Rate(one.Record.CallOf(one.Place.Contract.Id), out var problem);
        if (call is null)
            sorting.SetAside(one.Record, problem!.Code, problem.Detail);
        else
            rated.Add(RatedOf(one, (call.Charge, call.Destination, one.Record.Call!.Quantity, call.Billed)));
    }

    private void AddEvent(ImmutableArray<RatedUsage>.Builder rated, SortedUsage one, EventArrival events)
    {
        if (events.Rate(one.Record.EventOf(), out var found) is { } problem)
            sorting.SetAside(one.Record, problem.Code, problem.Detail);
        foreach (var (charge, label, quantity, amount) in found)
            rated.Add(RatedOf(one, (charge, label, quantity, amount)));
    }

    private static RatedUsage RatedOf(
        SortedUsage one, (string Charge, string Label, decimal Quantity, decimal Amount) priced)
    {
        Span<byte> key = stackalloc byte[UsageKey.Length];
        one.Key.Write(key);
        return new RatedUsage(
            one.Record.Source,
            one.Record.Id,
            one.Record.At,
            priced.Charge,
            priced.Label,
            Exact.Normalised(priced.Quantity),
            Exact.Normalised(priced.Amount),
            Convert.ToBase64String(key));
    }
}
