using System.Collections.Immutable;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using NodaTime.Text;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Subscriptions;

/// <summary>Short words for subscriptions: plans, lives, what happens, and bills in short.</summary>
internal static class GivenLife
{
    public static readonly BillingInterval Month = new(IntervalUnit.Month, 1);
    public static readonly BillingInterval Quarter = new(IntervalUnit.Month, 3);
    public static readonly BillingInterval Year = new(IntervalUnit.Month, 12);

    public static LocalDateTime At(string text) => text.Contains('T', StringComparison.Ordinal)
        ? LocalDateTimePattern.GeneralIso.Parse(text).Value
        : Day(text).AtMidnight();

    public static SubscriptionCharge Fee(
        decimal price, BillingInterval? interval = null, bool inAdvance = true, string code = "fee") =>
        new(Head(code), null, interval ?? Month, new PriceModel.Flat(price), inAdvance);

    public static SubscriptionCharge Seats(decimal price, bool inAdvance = true) =>
        new(Head("seats"), "seat", Month, new PriceModel.Flat(price), inAdvance);

    public static Tariff Plan(string id, params Charge[] charges) => Plan(id, Version(1, "2000-01-01", charges));

    public static Tariff Plan(string id, params TariffVersion[] versions) =>
        new(id, id, Eur, DateTimeZone.Utc, [.. versions]);

    public static SubscriptionRequest Life(
        string start, string until, int? billingDay, Tariff[] tariffs, params SubscriptionAction[] actions) =>
        new(new SubscriptionLife("C1", tariffs[0].Id, At(start), At(until), [.. actions]) { BillingDay = billingDay },
            [.. tariffs], Eur, DateTimeZone.Utc);

    public static SubscriptionRequest Set(
        this SubscriptionRequest request, params (string Name, string Value)[] settings) =>
        request with { Settings = Settings(settings) };

    public static RatingSettings Settings(params (string Name, string Value)[] settings) => settings.Aggregate(
        RatingSettings.Default,
        (all, one) => all.With(one.Name, one.Value, out var problem) ?? throw new InvalidOperationException(problem));

    public static SubscriptionAction Change(string on, string tariff) => new SubscriptionAction.Change(At(on), tariff);

    public static SubscriptionAction Quantity(string on, decimal value) =>
        new SubscriptionAction.Quantity(At(on), value, null);

    public static SubscriptionAction Cancel(string on) => new SubscriptionAction.Cancel(At(on), null);

    public static SubscriptionAction Pause(string on) => new SubscriptionAction.Pause(At(on));

    public static SubscriptionAction Resume(string on) => new SubscriptionAction.Resume(At(on));

    public static SubscriptionAction Move(string on, int day) => new SubscriptionAction.BillingDay(At(on), day);

    public static SteppedPrice Steps(StepMode mode, params (decimal? UpTo, decimal Price, decimal Fee)[] steps) =>
        new(mode, TierLimit.Inclusive, [.. steps.Select(step => new PriceStep(step.UpTo, step.Price, step.Fee))]);

    /// <summary>Each line as "day of the bill: code days amount".</summary>
    public static string[] Short(this SubscriptionRequest request) =>
    [
        .. Bills(request).SelectMany(bill => bill.Rating.Lines.Select(line => FormattableString.Invariant(
            $"{bill.IssuedOn:uuuu-MM-dd}: {line.Code} {line.Period} {line.Amount.ToDecimal():0.00}"))),
    ];

    public static decimal Total(this SubscriptionRequest request) =>
        Bills(request).Sum(bill => bill.Rating.Lines.Sum(line => line.Amount.ToDecimal()));

    public static ImmutableArray<SubscriptionBill> Bills(SubscriptionRequest request)
    {
        var bills = SubscriptionBilling.Rate(request);
        Assert.All(bills, bill => Assert.Empty(bill.Rating.Holds));
        return bills;
    }
}
