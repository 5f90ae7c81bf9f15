using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;
using NodaTime;

namespace BillingActors.Grains.Mapping.Subscriptions;

/// <summary>The document of a subscription's life and the request that bills it.</summary>
public static class SubscriptionLifeMapping
{
    private const string NoContract = "subscription";

    /// <summary>The subscription on the tariffs given, the first of which it starts with unless it names one.</summary>
    public static MappedSubscription ToDomain(
        SubscriptionLifeDocument document, ImmutableArray<Tariff> tariffs, DateTimeZone zone)
    {
        Invariant.Holds(!tariffs.IsEmpty, "a subscription has a tariff");
        var reading = new TariffReading();
        var life = new SubscriptionLife(
            document.Contract ?? NoContract,
            document.Tariff ?? tariffs[0].Id,
            RecurringReading.Time(document.Start, "start", reading),
            RecurringReading.Time(document.Until, "until", reading),
            [.. (document.Actions ?? []).SelectMany((action, index) => Actions(action, $"actions/{index}", reading))])
        {
            BillingDay = document.BillingDay,
            Cycle = document.Per is { } per ? RecurringReading.Interval(per, document.Every, "", reading) : null,
            Quantity = document.Quantity ?? 1m,
            Quantities = (document.Quantities ?? ImmutableSortedDictionary<string, decimal>.Empty)
                .WithComparers(StringComparer.Ordinal),
            TrialUntil = Day(document.TrialUntil),
            CustomerSince = Day(document.CustomerSince),
        };
        var request = new SubscriptionRequest(life, tariffs, tariffs[0].Currency, zone)
        {
            Settings = RecurringReading.Settings(document.Settings, "settings", reading),
            Overrides = [.. (document.Overrides ?? []).Select((one, index) =>
                Override(one, $"overrides/{index}", reading)).OfType<PriceOverride>()],
        };
        return new MappedSubscription(reading.Problems.IsEmpty ? request : null, reading.Problems);
    }

    private static PriceOverride? Override(PriceOverrideDocument document, string path, TariffReading reading) =>
        TariffPriceMapping.ToDomain(document.Price, $"{path}/price", reading) is { } price
            ? new PriceOverride(document.Charge, price, Day(document.From), Day(document.Until))
            : null;

    private static ImmutableArray<SubscriptionAction> Actions(
        SubscriptionActionDocument document, string path, TariffReading reading)
    {
        var on = RecurringReading.Time(document.On, $"{path}/on", reading);
        var actions = ImmutableArray.CreateBuilder<SubscriptionAction>();
        if (document.Change is { } tariff)
            actions.Add(new SubscriptionAction.Change(on, tariff));
        if (document.Quantity is { } quantity)
            actions.Add(new SubscriptionAction.Quantity(on, quantity, document.Item));
        if (document.BillingDay is { } day)
            actions.Add(new SubscriptionAction.BillingDay(on, day));
        if (document.Coupon is { } coupon)
            actions.Add(new SubscriptionAction.Coupon(on, coupon));
        if (document.Pause)
            actions.Add(new SubscriptionAction.Pause(on));
        if (document.Resume)
            actions.Add(new SubscriptionAction.Resume(on));
        if (document.Cancel)
            actions.Add(new SubscriptionAction.Cancel(on, CreditOf(document.Credit)));
        if (actions.Count == 0)
            reading.Add(path, "required", "An action says what happens: change, quantity, pause, resume, cancel, …");
        EffectOn? effect = document.At is { } word
            ? RecurringReading.OneOf(
                word, ("now", EffectOn.Now), ("period-end", EffectOn.PeriodEnd), new Place($"{path}/at", reading))
            : null;
        return [.. actions.Select(action =>
            action with { Announced = Day(document.Announced), Effect = effect })];
    }

    private static UnusedCredit? CreditOf(bool? isGiven) =>
        isGiven is { } given ? (given ? UnusedCredit.Given : UnusedCredit.None) : null;

    private static LocalDate? Day(DateOnly? day) => day is { } given ? LocalDate.FromDateOnly(given) : null;
}
