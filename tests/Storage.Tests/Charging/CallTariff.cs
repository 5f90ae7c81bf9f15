using BillingActors.Domain.Charging;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;

namespace BillingActors.Storage.Tests.Charging;

/// <summary>Calls of January, and a tariff that prices them.</summary>
internal static class CallTariff
{
    /// <summary>Who is called: personal data.</summary>
    public const string Number = "4915550199";

    /// <summary>What rating is given for contracts on the tariff.</summary>
    public static UsageContext Of(string tariffId) => new(
        DateTimeZone.Utc,
        new BillCycle("monthly", "E1", BillingCalendar.Monthly, 3, 0m, 0m, false),
        [
            new Tariff(tariffId, "Home", Currency.Of("EUR"), null,
            [
                new TariffVersion(1, new LocalDate(2020, 1, 1), null, [],
                [
                    new Charge.Calls(new ChargeHead("voice", "Calls", "none"), new CallPlan(
                        "call",
                        CallUnit.Find("minute")!,
                        [new DestinationGroup("de", ["49"], false)],
                        [new CallRate("de", CallStep.Of(0.6m, 1m, 1m))],
                        [])),
                ], []),
            ]),
        ]);

    public static UsageRecord Call(string id, decimal seconds, string to = Number) => new("switch", id)
    {
        Call = new CallRecord(id, Instant.FromUtc(2025, 1, 7, 11, 0), seconds, "49170", to, CallDirection.Out),
    };
}
