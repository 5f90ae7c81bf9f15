using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Charges of a tariff document; kinds that are not rated yet are refused, never passed over.</summary>
internal static class TariffChargeMapping
{
    /// <summary>The charge, or null after a problem was noted.</summary>
    public static Charge? ToDomain(ChargeDocument document, string path, TariffReading reading)
    {
        var head = new ChargeHead(
            document.Code, document.Text, document.TaxCategory, Day(document.ValidFrom), Day(document.ValidUntil));
        switch (document)
        {
            case ChargeDocument.Fixed flat:
                return new Charge.Fixed(head, reading.Per(flat.Per, $"{path}/per"), flat.Price);
            case ChargeDocument.Usage usage:
                var meter = new MeterSelection(
                    reading.DirectionOf(usage.Direction, $"{path}/direction"), usage.Channels ?? [], usage.Unit);
                return TariffPriceMapping.ToDomain(usage.Price, $"{path}/price", reading) is { } price
                    ? new Charge.Usage(head, meter, price)
                    {
                        Conversion = usage.Conversion is { } conversion
                            ? TariffConversionMapping.ToDomain(conversion)
                            : null,
                    }
                    : null;
            case ChargeDocument.Demand demand:
                return TariffDemandMapping.ToDomain(demand, head, path, reading);
            case ChargeDocument.Percentage percentage:
                if (percentage.Most is not null)
                    reading.NotYetRated($"{path}/most", "A capped percentage");
                return new Charge.Percentage(head, percentage.Percent, Selection(percentage.Of, percentage.Except));
            case ChargeDocument.Minimum minimum:
                var per = reading.Per(minimum.Per, $"{path}/per");
                return new Charge.Minimum(head, per, minimum.Amount, Selection(minimum.Of, minimum.Except));
            case ChargeDocument.Calls calls:
                return TariffCallMapping.ToDomain(calls, head, path, reading);
            default:
                reading.NotYetRated(path, $"A charge of the kind {KindOf(document)}");
                return null;
        }
    }

    private static string KindOf(ChargeDocument document) => document switch
    {
        ChargeDocument.NetMetering => "net-metering",
        ChargeDocument.Commitment => "commitment",
        ChargeDocument.Subscription => "subscription",
        _ => document.GetType().Name,
    };

    private static ChargeSelection Selection(ImmutableArray<string>? of, ImmutableArray<string>? except) =>
        new(of ?? [], except ?? []);

    private static LocalDate? Day(DateOnly? day) => day is { } given ? LocalDate.FromDateOnly(given) : null;
}
