using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Mapping;

/// <summary>Net metering of a tariff document: a bank of energy, or one of money.</summary>
internal static class TariffNettingMapping
{
    private const string DefaultUnit = "kWh";

    /// <summary>The charge, or null after a problem was noted.</summary>
    public static Charge? ToDomain(
        ChargeDocument.NetMetering document, ChargeHead head, string path, TariffReading reading)
    {
        switch (document.Bank)
        {
            case "energy":
                return new Charge.EnergyNetting(head, Energy(document, path, reading));
            case "money":
                return new Charge.MoneyNetting(head, Money(document, path, reading));
            default:
                reading.Add($"{path}/bank", "unknown-word", $"\"{document.Bank}\" is not energy or money.");
                return null;
        }
    }

    private static EnergyNettingTerms Energy(ChargeDocument.NetMetering document, string path, TariffReading reading)
    {
        Refuse(document.Settle is not null, $"{path}/settle", "money", reading);
        Refuse(document.Of is not null || document.Except is not null, $"{path}/of", "money", reading);
        return new EnergyNettingTerms(
            Meters(document),
            document.Calendar,
            document.Groups ?? [],
            reading.OneOf(
                document.Sharing,
                $"{path}/sharing",
                ("period", NettingSharing.Period),
                ("total", NettingSharing.Total)),
            reading.OneOf(
                document.Order,
                $"{path}/order",
                ("pro-rata", NettingOrder.ProRata),
                ("in-order", NettingOrder.InOrder)),
            Bank(document, path, reading))
        {
            Excess = reading.OneOf(
                document.Excess,
                $"{path}/excess",
                ("bank", NettingExcess.Bank),
                ("use-price", NettingExcess.UsePrice)),
            Season = reading.OneOf(
                document.Season,
                $"{path}/season",
                ("keep", NettingSeason.Keep),
                ("same-hours", NettingSeason.SameHours)),
        };
    }

    private static MoneyNettingTerms Money(ChargeDocument.NetMetering document, string path, TariffReading reading)
    {
        Refuse(document.Calendar is not null || document.Groups is not null, $"{path}/calendar", "energy", reading);
        Refuse(document.Sharing is not null || document.Order is not null, $"{path}/sharing", "energy", reading);
        Refuse(document.Excess is not null || document.Season is not null, $"{path}/excess", "energy", reading);
        var hasMeters = document.Unit is not null || document.Import is not null || document.Export is not null
            || document.SurplusPrice is not null;
        return new MoneyNettingTerms(
            new ChargeSelection(document.Of ?? [], document.Except ?? []),
            reading.OneOf(document.Settle, $"{path}/settle", ("bill", SettleRule.Bill), ("year", SettleRule.Year)),
            hasMeters ? Meters(document) : null,
            Bank(document, path, reading));
    }

    private static NettingMeters Meters(ChargeDocument.NetMetering document) =>
        new(document.Unit ?? DefaultUnit, document.Import ?? [], document.Export ?? []);

    private static BankTerms Bank(ChargeDocument.NetMetering document, string path, TariffReading reading) => new(
        reading.OneOf(
            document.Credit,
            $"{path}/credit",
            ("same-bill", CreditUse.SameBill),
            ("next-bill", CreditUse.NextBill)),
        document.ExpiryMonths,
        document.Anniversary is { } day ? reading.AnnualDay(day, $"{path}/anniversary") : null,
        reading.OneOf(
            document.Surplus,
            $"{path}/surplus",
            ("carry", SurplusRule.Carry),
            ("forfeit", SurplusRule.Forfeit),
            ("pay", SurplusRule.Pay),
            ("pay-net-use", SurplusRule.PayNetUse)),
        document.SurplusPrice);

    private static void Refuse(bool isGiven, string path, string bank, TariffReading reading)
    {
        if (isGiven)
            reading.Add(path, "other-bank", $"This is for a bank of {bank} only.");
    }
}
