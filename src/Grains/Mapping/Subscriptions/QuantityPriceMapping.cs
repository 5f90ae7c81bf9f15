using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

namespace BillingActors.Grains.Mapping.Subscriptions;

/// <summary>Prices by quantity of a tariff document.</summary>
internal static class QuantityPriceMapping
{
    private const decimal Hundred = 100m;

    /// <summary>Whether the document is of a kind that is mapped here.</summary>
    public static bool IsKnown(PriceDocument document) => document is GraduatedPriceDocument or VolumePriceDocument
        or StairstepPriceDocument or GraduatedPercentagePriceDocument or PackagePriceDocument
        or PercentagePriceDocument or MatrixPriceDocument or CapacityPriceDocument;

    /// <summary>The price; null after a problem was noted.</summary>
    public static PriceModel? ToDomain(PriceDocument document, Place place) => document switch
    {
        GraduatedPriceDocument graduated => Stepped(StepMode.Graduated, graduated.Steps, graduated.Limit, place),
        VolumePriceDocument volume => Stepped(StepMode.Volume, volume.Steps, volume.Limit, place),
        StairstepPriceDocument stairstep => Stepped(StepMode.Stairstep, stairstep.Steps, stairstep.Limit, place),
        GraduatedPercentagePriceDocument percent => Percent(
            Stepped(StepMode.Graduated, percent.Steps, percent.Limit, place)),
        PackagePriceDocument package => new PackagePrice(
            package.Size,
            package.Price,
            package.Free ?? 0m,
            RecurringReading.OneOf(
                package.Rounding, ("up", PackageRounding.Up), ("down", PackageRounding.Down), place.At("rounding"))),
        PercentagePriceDocument percentage => new PercentagePrice(
            percentage.Percent, percentage.Fixed ?? 0m, percentage.FreeAmount, percentage.FreeEvents,
            percentage.Least, percentage.Most),
        MatrixPriceDocument matrix => Matrix(matrix, place),
        CapacityPriceDocument capacity => new CapacityPrice(
            capacity.By,
            [.. capacity.Steps.Select(static step => new CapacityStep(Limits(step.UpTo), step.Price))]),
        _ => null,
    };

    private static SteppedPrice Stepped(
        StepMode mode, ImmutableArray<PriceStepDocument> steps, string? limit, Place place)
    {
        var mapped = ImmutableArray.CreateBuilder<PriceStep>(steps.Length);
        var below = 0m;
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            if (step is { UpTo: not null, Width: not null })
                place.At($"steps/{i}/width").Add("out-of-range", "A step has a limit or a width, and not both.");
            var upTo = step.UpTo ?? (step.Width is { } width ? below + width : null);
            mapped.Add(new PriceStep(upTo, step.Price, step.Fee ?? 0m, step.Size)
            {
                Least = step.Least,
                Most = step.Most,
            });
            below = upTo ?? below;
        }
        return new SteppedPrice(mode, place.Reading.Limit(limit, place.At("limit").Path), mapped.ToImmutable());
    }

    private static ImmutableSortedDictionary<string, decimal> Limits(
        ImmutableSortedDictionary<string, decimal>? limits) =>
        (limits ?? ImmutableSortedDictionary<string, decimal>.Empty).WithComparers(StringComparer.Ordinal);

    private static SteppedPrice Percent(SteppedPrice price) =>
        price with { Steps = [.. price.Steps.Select(step => step with { Price = step.Price / Hundred })] };

    private static MatrixPrice? Matrix(MatrixPriceDocument document, Place place)
    {
        var rows = document.Rows.Select((row, index) =>
            TariffPriceMapping.ToDomain(row.Price, place.At($"rows/{index}/price").Path, place.Reading) is { } price
                ? new MatrixRow(row.Values, price)
                {
                    Ranges =
                    [
                        .. (row.Ranges ?? []).Select(static range =>
                            new MatrixRange(range.Dimension, range.From, range.Below)),
                    ],
                }
                : null).ToList();
        var otherwise = document.Otherwise is { } other
            ? TariffPriceMapping.ToDomain(other, place.At("otherwise").Path, place.Reading)
            : null;
        return rows.Contains(null) || (document.Otherwise is not null && otherwise is null)
            ? null
            : new MatrixPrice(document.Dimensions, [.. rows.OfType<MatrixRow>()], otherwise);
    }
}
