using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;

namespace BillingActors.Domain.Charging;

/// <summary>
/// Brings kept records to the bill: those of its days into the rating of the contract, and what late ones change of
/// periods that are billed as lines of those periods.
/// </summary>
public static class UsageBilling
{
    /// <summary>The first day whose records a bill from a day on asks for; null: it asks for none.</summary>
    public static LocalDate? NeededFrom(Contract contract, LocalDate from)
    {
        if (contract.Usage is not { Periods: { IsEmpty: false } periods })
            return null;
        var late = periods.Where(static one => one.HasLate).Select(static one => one.Period.From);
        var open = periods.Where(one => one.Period.Until > from).Select(static one => one.Period.From);
        var days = late.Concat(open).ToList();
        return days.Count == 0 ? null : days.Min();
    }

    /// <summary>The request with the records of its days.</summary>
    internal static RatingRequest With(RatingRequest request, ImmutableArray<UsageKept> kept)
    {
        if (kept.IsEmpty)
            return request;
        var span = EventSpan.Of(request.Service, request.Tariff.Zone ?? request.Zone);
        return Given(request, kept.SelectMany(static part => part.Records)
            .Where(record => span.From <= record.At && record.At < span.Until));
    }

    /// <summary>
    /// What late records change of a period that is billed: all of it rated, less all of it without them. No other
    /// charge is looked at.
    /// </summary>
    internal static RatingResult Late(RatingRequest request, UsagePeriod period, ImmutableArray<UsageKept> kept)
    {
        ImmutableArray<UsageKept> own = [.. kept.Where(part => part.Period == period.Period)];
        ImmutableArray<UsageKept> billed =
            [.. own.Where(part => !part.IsLate || !period.LateVersions.Contains(part.Version))];
        var alone = request with
        {
            Tariff = OnlyUsage(request.Tariff),
            State = UsageBalances.StateOf(period.Opening),
        };
        var all = ContractRating.Rate(With(alone, own));
        var before = ContractRating.Rate(With(alone, billed));
        if (!all.Holds.IsEmpty || !before.Holds.IsEmpty)
            return all.Holds.IsEmpty ? before : all;
        var difference = new BilledDifference(
            request.ContractId, request.Currency, code => TextOf(request.Tariff, code))
        {
            Rounding = request.SettingsInForce.Of(QuantitySettings.DifferenceRounding),
        };
        var (_, was) = difference.Of(before.Lines, []);
        return all with { Lines = difference.Of(all.Lines, was).Lines, Uses = [] };
    }

    private static RatingRequest Given(RatingRequest request, IEnumerable<UsageRecord> records)
    {
        var calls = ImmutableArray.CreateBuilder<CallRecord>();
        var events = ImmutableArray.CreateBuilder<UsageEvent>();
        foreach (var record in records)
        {
            if (record.Call is not null)
                calls.Add(record.CallOf(request.ContractId));
            else
                events.Add(record.EventOf());
        }
        return request with { Calls = calls.ToImmutable(), Events = events.ToImmutable() };
    }

    private static Tariff OnlyUsage(Tariff tariff) => tariff with
    {
        Versions =
        [
            .. tariff.Versions.Select(static version => version with
            {
                Charges = [.. version.Charges.Where(static charge => charge is Charge.Calls or EventCharge)],
            }),
        ],
    };

    private static string TextOf(Tariff tariff, string code) => tariff.Versions
        .SelectMany(static version => version.Charges)
        .Where(charge => charge.Head.Code == code)
        .Select(static charge => charge.Head.Text)
        .FirstOrDefault(code);
}
