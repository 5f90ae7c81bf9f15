using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;

namespace BillingActors.Micro;

/// <summary>A month of 10,000 calls against 20,000 prefixes in 200 destinations.</summary>
internal static class CallInputs
{
    public const int CallCount = 10_000;

    private const int PrefixCount = 20_000;
    private const int DestinationCount = 200;

    public static CallPlan Plan { get; } = new(
        "call",
        CallUnit.Find("minute")!,
        [
            .. Enumerable.Range(0, PrefixCount).GroupBy(number => number % DestinationCount).Select(group =>
                new DestinationGroup($"Destination {group.Key}", [.. group.Select(Prefix)])),
            new DestinationGroup("all", [""]),
        ],
        [
            .. Enumerable.Range(0, DestinationCount).Select(number => Rate($"Destination {number}", number)),
            Rate("all", DestinationCount),
        ],
        []);

    public static RatingRequest Request { get; } = Inputs.Request(Inputs.ByRegister) with
    {
        Tariff = new Tariff(
            "mobile", "Mobile", Inputs.Entity.Currency, Inputs.Entity.Zone,
            [
                new TariffVersion(
                    1, new LocalDate(2020, 1, 1), null, [],
                    [new Charge.Calls(new ChargeHead("voice", "Calls", "none"), Plan)], []),
            ]),
        Calls = [.. Enumerable.Range(0, CallCount).Select(Call)],
    };

    public static string[] Numbers { get; } = [.. Request.Calls.Select(static call => call.To)];

    private static CallRate Rate(string destination, int number) =>
        new(destination, CallStep.Of(0.01m * (1 + (number % 50)), 60m, 1m)) { Connect = 0.05m };

    // Spread over all lengths from three to seven digits.
    private static string Prefix(int number)
    {
        var digits = ((number * 7919L) + 1000).ToString(CultureInfo.InvariantCulture);
        return digits[..Math.Min(digits.Length, 3 + (number % 5))] + number.ToString(CultureInfo.InvariantCulture);
    }

    private static CallRecord Call(int number) => new(
        number.ToString("D6", CultureInfo.InvariantCulture),
        Instant.FromUtc(2025, 7, 1, 0, 0) + Duration.FromSeconds(number * 250L),
        1 + (number * 37 % 900),
        "491701234567",
        Prefix(number * 7 % PrefixCount) + "1234567",
        CallDirection.Out);
}
